// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

#include <QPointF>
#include <vector>

namespace assay::ui {

struct ProbeLine
{
    int series = -1;
    QString name, value;
    QPointF at; ///< [px] the point meant, for a ring around it
};

/// What lies under the crosshair: the nearest value of each series.
struct Probe
{
    QString heading;
    std::vector<ProbeLine> lines;
    std::optional<double> x, y; ///< [px] where the lines of the crosshair are; absent where it has none

    bool empty() const { return heading.isEmpty() && lines.empty(); }
    QString text() const; ///< all of it in one line, for the status bar and screen readers
};

Probe probeAt(const ChartSpec &spec, const ChartLayout &layout, const QPointF &position);

} // namespace assay::ui
