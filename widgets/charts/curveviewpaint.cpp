// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartscene.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/curveview.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"
#include "widgets/charts/ticks.h"

#include <QDateTime>
#include <QFontInfo>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>
#include <QTimeZone>
#include <algorithm>
#include <cmath>

/// How curves are painted; what they answer to is in curveview.cpp.
namespace assay::ui {

namespace {

constexpr std::size_t mostTold = 8;  // curves that dashes and a legend tell apart
constexpr int leastWithLegend = 240; // [px] high

bool drawsVectors(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf);
}

} // namespace

/// Few enough that each has a name in the chart.
bool CurveView::isTold() const
{
    const std::size_t curves = m_chart.lines.size() + m_chart.bands.size();
    return curves >= 2 && curves <= mostTold;
}

ChartSpec CurveView::frameSpec(const QRectF &) const
{
    ChartSpec spec{
        .title = m_chart.title,
        .x = {.title = m_chart.xTitle, .min = {}, .max = {}, .logarithmic = m_chart.xLog, .time = m_chart.xTime},
        .y = {.title = {}, .min = {}, .max = {}, .logarithmic = m_chart.yLog}};
    // For the legend alone. A small chart keeps its room: there the names stand at the curves.
    if (!isTold() || (!m_vectors && height() < leastWithLegend))
        return spec;
    for (const CurveLine &line : m_chart.lines)
        if (std::isnan(line.shade))
            spec.series.push_back({.name = line.name, .kind = SeriesKind::Line, .slot = line.slot});
    for (const CurveBand &band : m_chart.bands)
        spec.series.push_back({.name = band.name, .kind = SeriesKind::Line, .slot = band.slot});
    return spec;
}

QColor CurveView::colorOf(std::size_t line) const
{
    if (line >= m_chart.lines.size())
        return curveColor(m_chart.bands[line - m_chart.lines.size()].slot, std::nan(""), isDark());
    return curveColor(m_chart.lines[line].slot, m_chart.lines[line].shade, isDark());
}

const QString &CurveView::nameOf(std::size_t line) const
{
    return line < m_chart.lines.size() ? m_chart.lines[line].name : m_chart.bands[line - m_chart.lines.size()].name;
}

CurveFrame CurveView::frame(double ratio, int parts) const
{
    const QRectF &plot = m_layout.plot;
    AxisScale x = m_layout.x, y = m_layout.y;
    x.pixelMin = 0;
    x.pixelMax = std::round(plot.width() * ratio);
    y.pixelMin = std::round(plot.height() * ratio);
    y.pixelMax = 0;
    return {x, y, static_cast<int>(x.pixelMax), static_cast<int>(y.pixelMin), parts};
}

double CurveView::lineWidth(int slot) const
{
    const std::size_t curves = m_chart.lines.size() + m_chart.bands.size();
    // The second four of a palette have the dashes of the first and are told from them by their weight.
    const double width = curves <= 8 ? 1.7 : curves <= 30 ? 1.4 : 1.1;
    return curves <= mostTold && slot >= 4 ? width * 1.6 : width;
}

/// Many curves let each other be seen.
double CurveView::lineAlpha() const
{
    return m_chart.lines.size() > 30 ? 0.8 : 1;
}

/// Of the raw line behind a smoothed one.
double CurveView::faintAlpha() const
{
    return m_chart.lines.size() > 20 ? 0.12 : 0.22;
}

/// [px] Few curves can be told apart without their colours too.
std::vector<double> CurveView::dashesOf(int slot, double shade) const
{
    if (!std::isnan(shade) || m_chart.lines.size() + m_chart.bands.size() > mostTold)
        return {};
    std::vector<double> dashes = dashPattern(slotStyle(slot, isDark()).dash);
    for (double &length : dashes)
        length *= m_ratio;
    return dashes;
}

/// For a painter of lines: as the raster draws them.
QPen CurveView::penOf(const QColor &color, double width, int slot, double shade) const
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    std::vector<double> dashes = dashesOf(slot, shade);
    for (double &dash : dashes)
        dash /= m_ratio * width;
    if (!dashes.empty())
        pen.setDashPattern(QList<qreal>(dashes.begin(), dashes.end()));
    return pen;
}

/// Axes and legend; its samples are as wide as the curves they stand for.
ChartScene CurveView::sceneOf() const
{
    ChartScene scene = buildScene(frameSpec({}), m_layout);
    for (SceneShape &shape : scene.over)
        if (shape.kind == ShapeKind::Polyline && shape.ink.role == InkRole::Slot && shape.ink.index >= 4)
            shape.width *= 1.6;
    return scene;
}

void CurveView::drawCurves(CurveRaster &raster) const
{
    const bool dark = isDark();
    for (const CurveBand &band : m_chart.bands)
        raster.fill(*band.low, *band.high, faded(curveColor(band.slot, std::nan(""), dark), 0.16));
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        if (m_chart.lines[i].smooth)
            raster.stroke(*m_chart.lines[i].raw, faded(colorOf(i), faintAlpha()), m_ratio);
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurveLine &line = m_chart.lines[i];
        raster.stroke(line.shown(), faded(colorOf(i), lineAlpha()), lineWidth(line.slot) * m_ratio,
                      dashesOf(line.slot, line.shade));
    }
    for (const CurveBand &band : m_chart.bands)
        raster.stroke(*band.mean, curveColor(band.slot, std::nan(""), dark), 1.2 * lineWidth(band.slot) * m_ratio,
                      dashesOf(band.slot, std::nan("")));
}

void CurveView::renderNow()
{
    m_arranged = false;
    renderBase(m_ratio);
}

/// Of the plot in the picture.
QPoint CurveView::corner() const
{
    return (m_layout.plot.topLeft() * m_ratio).toPoint();
}

/// Of a pixel's width: the more curves, the less a fine edge is seen and the more it costs.
int CurveView::partsFor(std::size_t columns) const
{
    return columns < 15'000 ? 4 : columns < 60'000 ? 2 : 1;
}

void CurveView::renderBase(double ratio)
{
    if (!m_arranged)
        arrange();
    m_ratio = ratio;
    m_stale = false;
    m_litDrawn = -1;
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_base.size() != pixels)
        m_base = QImage(pixels, QImage::Format_RGB32);
    m_base.setDevicePixelRatio(ratio);
    m_base.fill(chartInk(isDark()).background);
    const ChartScene scene = sceneOf();
    {
        QPainter painter(&m_base);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const SceneShape &shape : scene.under)
            paintShape(painter, shape, font(), isDark());
    }
    CurveRaster raster(
        frame(ratio, partsFor(m_chart.lines.size() * static_cast<std::size_t>(m_layout.plot.width() * ratio))));
    drawCurves(raster);
    raster.paint(m_base, corner());
    QPainter over(&m_base);
    over.setRenderHint(QPainter::Antialiasing);
    for (const SceneShape &shape : scene.over)
        paintShape(over, shape, font(), isDark());
    paintLonePoints(over);
    paintHoles(over);
    paintNames(over);
    paintScale(over);
}

/// Everything washed out but the curves of one run.
void CurveView::renderLit()
{
    const CurveFrame curves = frame(m_ratio, 4);
    CurveRaster raster(curves);
    raster.wash(chartInk(isDark()).background, m_chart.lines.size() > 1 ? 0.6 : 0);
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurveLine &line = m_chart.lines[i];
        if (line.run != m_lit)
            continue;
        if (line.smooth)
            raster.stroke(*line.raw, faded(colorOf(i), 0.35), m_ratio);
        raster.stroke(line.shown(), colorOf(i), std::max(2.4, lineWidth(line.slot)) * m_ratio,
                      dashesOf(line.slot, line.shade));
    }
    m_litImage = m_base.copy(QRect(corner(), QSize(curves.width(), curves.height())));
    raster.paint(m_litImage);
    m_litImage.setDevicePixelRatio(m_ratio);
    m_litDrawn = m_lit;
}

void CurveView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (drawsVectors(painter)) {
        m_vectors = true; // laid out with a legend whatever the size
        arrange();
        paintVectors(painter);
        m_vectors = false;
        return arrange(); // as the window shows it
    }
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_stale || ratio != m_ratio)
        renderBase(ratio);
    painter.drawImage(QPointF(0, 0), m_base);
    const bool lit =
        m_lit >= 0 && std::ranges::any_of(m_chart.lines, [this](const CurveLine &l) { return l.run == m_lit; });
    if (lit && m_drag != Drag::Pan) {
        if (m_litDrawn != m_lit)
            renderLit();
        painter.drawImage(m_layout.plot.topLeft(), m_litImage);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter);
}

void CurveView::paintOverlay(QPainter &painter) const
{
    const ChartInk ink = chartInk(isDark());
    if (m_chart.robust && m_chart.robust->outside > 0 && !m_yRange) {
        const double share = static_cast<double>(m_chart.robust->outside) / static_cast<double>(m_chart.robust->count);
        const QString text = tr("%1 of values outside").arg(percent(share));
        QFont small = font();
        small.setPixelSize(qRound(m_layout.fontSize * 0.92));
        painter.setFont(small);
        painter.setPen(ink.faintText);
        painter.drawText(QRectF(m_layout.plot.adjusted(0, 2, -4, 0)), Qt::AlignTop | Qt::AlignRight, text);
    }
    if (m_crosshair)
        paintReadings(painter);
    if (m_drag == Drag::Box && (m_dragged - m_pressed).manhattanLength() >= 4) {
        const QColor tint = palette().color(QPalette::Highlight);
        painter.setPen(QPen(tint, 1));
        painter.setBrush(faded(tint, 0.15));
        painter.drawRect(QRectF(m_pressed, m_dragged).normalized().intersected(m_layout.plot));
    }
    if (m_focusFrame) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

} // namespace assay::ui
