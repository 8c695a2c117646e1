// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartparts.h"

#include "widgets/charts/ticks.h"

#include <QLocale>
#include <cmath>

namespace assay::ui {

Axis unitAxis(const QString &title)
{
    return {.title = title, .min = 0.0, .max = 1.0};
}

Series referenceLine(const QString &name, std::vector<double> x, std::vector<double> y)
{
    return {.name = name, .x = std::move(x), .y = std::move(y), .slot = -1, .inLegend = false};
}

QString withFigure(const QString &name, std::optional<double> value)
{
    return value ? QStringLiteral("%1  %2").arg(name, figure(*value)) : name;
}

QString rowCount(double n)
{
    return QLocale().toString(n, 'f', n == std::floor(n) ? 0 : 1);
}

} // namespace assay::ui
