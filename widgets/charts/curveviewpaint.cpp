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
#include <array>
#include <cmath>

/// How curves are painted; what they answer to is in curveview.cpp.
namespace assay::ui {

namespace {

constexpr std::size_t mostReadings = 8;
constexpr int leastWithLegend = 240; // [px]

bool drawsVectors(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf);
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace

ChartSpec CurveView::frameSpec(const QRectF &) const
{
    ChartSpec spec{
        .title = m_chart.title,
        .x = {.title = m_chart.xTitle, .min = {}, .max = {}, .logarithmic = m_chart.xLog, .time = m_chart.xTime},
        .y = {.title = {}, .min = {}, .max = {}, .logarithmic = m_chart.yLog}};
    // For the legend alone. A small chart keeps its room: the list of runs beside it says the same.
    const std::size_t curves = m_chart.lines.size() + m_chart.bands.size();
    if (curves < 2 || curves > mostReadings || (!m_vectors && height() < leastWithLegend))
        return spec;
    for (const CurveLine &line : m_chart.lines)
        if (std::isnan(line.shade))
            spec.series.push_back(
                {.name = line.name, .kind = m_vectors ? SeriesKind::Line : SeriesKind::Bars, .slot = line.slot});
    for (const CurveBand &band : m_chart.bands)
        spec.series.push_back({.name = band.name, .kind = SeriesKind::Bars, .slot = band.slot});
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

double CurveView::lineWidth() const
{
    return m_chart.lines.size() <= 8 ? 1.7 : m_chart.lines.size() <= 30 ? 1.4 : 1.1;
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

void CurveView::drawCurves(CurveRaster &raster, const CurveFrame &frame) const
{
    const double pen = lineWidth() * m_ratio;
    for (const CurveBand &band : m_chart.bands)
        raster.fill(*band.low, *band.high, frame, faded(curveColor(band.slot, std::nan(""), isDark()), 0.16));
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        if (m_chart.lines[i].smooth)
            raster.stroke(*m_chart.lines[i].raw, frame, faded(colorOf(i), m_chart.lines.size() > 20 ? 0.12 : 0.22),
                          m_ratio);
    const double alpha = m_chart.lines.size() > 30 ? 0.8 : 1;
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        raster.stroke(m_chart.lines[i].shown(), frame, faded(colorOf(i), alpha), pen);
    for (const CurveBand &band : m_chart.bands)
        raster.stroke(*band.mean, frame, curveColor(band.slot, std::nan(""), isDark()), 2 * m_ratio);
}

void CurveView::renderNow()
{
    m_arranged = false;
    renderBase(m_ratio);
}

void CurveView::renderBase(double ratio)
{
    if (!m_arranged)
        arrange();
    m_ratio = ratio;
    m_stale = false;
    m_litDrawn = -1;
    m_litImage = {};
    m_base = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    m_base.fill(chartInk(isDark()).background);
    m_base.setDevicePixelRatio(ratio);
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartScene scene = buildScene(frameSpec({}), m_layout);
    for (const SceneShape &shape : scene.under)
        paintShape(painter, shape, font(), isDark());
    const std::size_t load = m_chart.lines.size() * static_cast<std::size_t>(m_layout.plot.width() * ratio);
    const CurveFrame curves = frame(ratio, load < 15'000 ? 4 : load < 60'000 ? 2 : 1);
    const QPoint corner = (m_layout.plot.topLeft() * ratio).toPoint();
    painter.end();
    QImage background = m_base.copy(QRect(corner, QSize(curves.width(), curves.height())));
    m_raster = std::make_unique<CurveRaster>(background);
    drawCurves(*m_raster, curves);
    QImage picture = m_raster->image();
    picture.setDevicePixelRatio(ratio);
    QPainter over(&m_base);
    over.drawImage(m_layout.plot.topLeft(), picture);
    over.setRenderHint(QPainter::Antialiasing);
    for (const SceneShape &shape : scene.over)
        paintShape(over, shape, font(), isDark());
    paintHoles(over);
}

/// Everything washed out but the curves of one run.
void CurveView::renderLit()
{
    CurveRaster raster = *m_raster;
    raster.wash(chartInk(isDark()).background, m_chart.lines.size() > 1 ? 0.6 : 0);
    const CurveFrame curves = frame(m_ratio, 4);
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurveLine &line = m_chart.lines[i];
        if (line.run != m_lit)
            continue;
        if (line.smooth)
            raster.stroke(*line.raw, curves, faded(colorOf(i), 0.35), m_ratio);
        raster.stroke(line.shown(), curves, colorOf(i), 2.4 * m_ratio);
    }
    m_litImage = raster.image();
    m_litImage.setDevicePixelRatio(m_ratio);
    m_litDrawn = m_lit;
}

/// Values that are no number lie on the edge they left by: above for +∞, below for −∞ and NaN.
void CurveView::paintHoles(QPainter &painter) const
{
    const QRectF &plot = m_layout.plot;
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurvePyramid &curve = *m_chart.lines[i].raw;
        std::array<std::vector<bool>, 3> taken;
        for (auto &cells : taken)
            cells.assign(static_cast<std::size_t>(plot.width() / 5) + 2, false);
        for (const CurveHole &hole : curve.holes()) {
            const double x = m_layout.x.pixel(curve.x()[hole.index]);
            if (!(x >= plot.left() && x <= plot.right()))
                continue;
            const auto cell = static_cast<std::size_t>((x - plot.left()) / 5);
            if (taken[hole.kind][cell])
                continue;
            taken[hole.kind][cell] = true;
            const bool up = hole.kind == CurveHole::PlusInfinity;
            const double y = up ? plot.top() + 1 : plot.bottom() - 1, d = up ? 6 : -6;
            painter.setPen(hole.kind == CurveHole::NotANumber ? QPen(colorOf(i), 1.4) : QPen(Qt::NoPen));
            painter.setBrush(colorOf(i));
            if (hole.kind == CurveHole::NotANumber) {
                painter.drawLine(QPointF(x - 2.5, y - 5), QPointF(x + 2.5, y));
                painter.drawLine(QPointF(x + 2.5, y - 5), QPointF(x - 2.5, y));
            } else {
                painter.drawPolygon(QPolygonF{{x, y}, {x - 3.5, y + d}, {x + 3.5, y + d}});
            }
        }
    }
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

QString CurveView::xText(double x) const
{
    if (m_chart.xTime)
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(x / 1000), QTimeZone::utc())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return m_chart.xTitle + u' ' + (x == std::floor(x) ? QLocale().toString(x, 'f', 0) : figure(x));
}

void CurveView::paintReadings(QPainter &painter) const
{
    const QRectF &plot = m_layout.plot;
    const double x = m_layout.x.pixel(*m_crosshair);
    if (!(x >= plot.left() && x <= plot.right()))
        return;
    const ChartInk ink = chartInk(isDark());
    painter.setPen(QPen(ink.axis, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    std::vector<CurveReading> readings = readingsAt(m_chart, *m_crosshair);
    for (const CurveReading &reading : readings) {
        const QPointF at(m_layout.x.pixel(reading.x), m_layout.y.pixel(reading.y));
        const bool lit = reading.line < m_chart.lines.size() && m_chart.lines[reading.line].run == m_lit && m_lit >= 0;
        if ((readings.size() > 12 && !lit) || !plot.contains(at))
            continue;
        painter.setPen(QPen(ink.background, 1.5));
        painter.setBrush(colorOf(reading.line));
        painter.drawEllipse(at, lit ? 4.5 : 3.5, lit ? 4.5 : 3.5);
    }
    if (!m_pointer)
        return;
    // Those nearest to the pointer, in the order they lie in.
    const auto away = [this](const CurveReading &r) { return std::abs(m_layout.y.pixel(r.y) - m_pointer->y()); };
    const auto above = [this](const CurveReading &r) { return m_layout.y.pixel(r.y); };
    std::ranges::sort(readings, {}, away);
    const std::size_t all = readings.size();
    readings.resize(std::min(all, mostReadings));
    std::ranges::sort(readings, {}, above);
    paintBox(painter, x, readings);
}

void CurveView::paintBox(QPainter &painter, double x, const std::vector<CurveReading> &readings) const
{
    const ChartInk ink = chartInk(isDark());
    QFont small = font();
    small.setPixelSize(qRound(m_layout.fontSize));
    QFont bold = small;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height() + 2;
    QStringList names, values;
    double nameWidth = 0, valueWidth = 0;
    for (const CurveReading &reading : readings) {
        names << metrics.elidedText(nameOf(reading.line), Qt::ElideMiddle, 190);
        values << figure(reading.y, 4);
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(names.last()));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(values.last()));
    }
    const std::size_t hidden = m_chart.lines.size() + m_chart.bands.size() - readings.size();
    const QString heading = xText(*m_crosshair);
    const QString more = hidden > 0 ? tr("and %n more", nullptr, static_cast<int>(hidden)) : QString();
    const double inner =
        std::max({nameWidth + valueWidth + 34, metrics.horizontalAdvance(heading), metrics.horizontalAdvance(more)});
    const double rows = static_cast<double>(readings.size()) + 1 + (hidden > 0 ? 1 : 0);
    QRectF box(0, 0, inner + 18, rows * line + 12);
    box.moveTopLeft({x + 14 + box.width() > width() ? x - 14 - box.width() : x + 14,
                     std::clamp(m_pointer->y() - box.height() / 2, 2.0, std::max(2.0, height() - box.height() - 2))});
    painter.setPen(QPen(ink.grid, 1));
    painter.setBrush(faded(ink.background, 0.94));
    painter.drawRoundedRect(box, 6, 6);
    QRectF row = box.adjusted(9, 6, -9, 0);
    row.setHeight(line);
    painter.setFont(small);
    painter.setPen(ink.faintText);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, heading);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::size_t index = readings[static_cast<std::size_t>(i)].line;
        row.translate(0, line);
        const bool lit = index < m_chart.lines.size() && m_lit >= 0 && m_chart.lines[index].run == m_lit;
        painter.setFont(lit ? bold : small);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(index));
        painter.drawRoundedRect(QRectF(row.left(), row.center().y() - 2, 12, 4), 2, 2);
        painter.setPen(ink.text);
        painter.drawText(row.adjusted(18, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, values[i]);
    }
    row.translate(0, line);
    painter.setFont(small);
    painter.setPen(ink.faintText);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, more);
}

/// A curve as lines: the same columns as in pixels, apart where a value is no number.
std::vector<QPolygonF> CurveView::pieces(const CurvePyramid &curve) const
{
    const CurveFrame columns = frame(1, 1);
    std::vector<QPolygonF> out;
    bool apart = true;
    const auto add = [&](double x, double y) {
        const QPointF point(m_layout.x.pixel(x), m_layout.plot.top() + columns.row(y));
        if (!std::isfinite(point.x()))
            return;
        if (std::exchange(apart, false))
            out.emplace_back();
        if (out.back().isEmpty() || out.back().last() != point)
            out.back() << point;
    };
    for (const CurveColumn &at : curveColumns(curve, columns.borders())) {
        apart = apart || at.apart;
        add(curve.x()[at.first], curve.y()[at.first]);
        add(curve.x()[at.first], at.y.low);
        add(curve.x()[at.last], at.y.high);
        add(curve.x()[at.last], curve.y()[at.last]);
    }
    return out;
}

/// For files of lines instead of pixels.
void CurveView::paintVectors(QPainter &painter) const
{
    const ChartInk ink = chartInk(isDark());
    painter.fillRect(rect(), ink.background);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartScene scene = buildScene(frameSpec({}), m_layout);
    for (const std::vector<SceneShape> *shapes : {&scene.under, &scene.over})
        for (const SceneShape &shape : *shapes)
            paintShape(painter, shape, font(), isDark());
    painter.setClipRect(m_layout.plot);
    const auto draw = [&](const CurvePyramid &curve, const QColor &color, double width, Qt::PenStyle dash) {
        painter.setPen(QPen(color, width, dash, Qt::FlatCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &piece : pieces(curve)) {
            if (piece.size() > 1) {
                painter.drawPolyline(piece);
                continue;
            }
            painter.setPen(QPen(color, std::max(3.0, width), Qt::SolidLine, Qt::RoundCap));
            painter.drawPoint(piece.front());
            painter.setPen(QPen(color, width, dash, Qt::FlatCap, Qt::RoundJoin));
        }
    };
    for (const CurveBand &band : m_chart.bands) {
        const std::vector<QPolygonF> ceiling = pieces(*band.high), floor = pieces(*band.low);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(curveColor(band.slot, std::nan(""), isDark()), 0.16));
        for (std::size_t i = 0; i < std::min(ceiling.size(), floor.size()); ++i)
            painter.drawPolygon(ceiling[i] + QPolygonF(QList<QPointF>(floor[i].rbegin(), floor[i].rend())));
        draw(*band.mean, curveColor(band.slot, std::nan(""), isDark()), 2, Qt::SolidLine);
    }
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        if (m_chart.lines[i].smooth)
            draw(*m_chart.lines[i].raw, faded(colorOf(i), 0.22), 1, Qt::SolidLine);
        // Few curves can be told apart in print without colours too.
        const bool dashed = m_chart.lines.size() <= mostReadings && std::isnan(m_chart.lines[i].shade);
        draw(m_chart.lines[i].shown(), colorOf(i), lineWidth(),
             dashed ? slotStyle(m_chart.lines[i].slot, isDark()).dash : Qt::SolidLine);
    }
    paintHoles(painter);
}

} // namespace assay::ui
