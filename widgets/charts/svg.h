// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <QSizeF>

#include <QByteArray>
#include <QString>
#include <vector>

namespace assay::ui {

struct SvgOptions
{
    double width = 460, height = 340;           ///< [px]; the picture scales with its box
    QString idPrefix = QStringLiteral("chart"); ///< makes ids unique within a document
    double fontSize = 12;
    bool title = true; ///< written above the plot; it is there for screen readers in any case
    std::size_t linePoints = 400;
};

/// A chart as an `<svg>` element whose colours are the custom properties of svgStyle(), so that the document around it
/// recolours it in the dark. Needs no display.
QString svgChart(const ChartSpec &spec, const SvgOptions &options = {});

struct SceneShape;
/// A drawing made of shapes as such an element.
QString svgShapes(const std::vector<SceneShape> &shapes, const QSizeF &size, const QString &title,
                  const QString &summary, const QString &idPrefix);

/// The custom properties that svgChart() draws with, for light and, by `prefers-color-scheme`, dark.
QString svgStyle();

/// A file of its own, with colours written out, for any viewer.
QByteArray standaloneSvg(const ChartSpec &spec, const SvgOptions &options, bool dark);

} // namespace assay::ui
