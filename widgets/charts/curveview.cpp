// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"

#include "widgets/charts/ticks.h"

#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double reach = 24; // [px] from a curve that counts as on it

double unitOf(double value, bool logarithmic)
{
    return logarithmic ? std::log10(value) : value;
}

double valueOf(double unit, bool logarithmic)
{
    return logarithmic ? std::pow(10.0, unit) : unit;
}

/// A little room beyond the values; a range about a single one.
AxisRange padded(Extent extent, bool logarithmic, double share)
{
    if (extent.empty())
        return {0, 1};
    const double low = unitOf(extent.low, logarithmic), high = unitOf(extent.high, logarithmic);
    if (high - low <= 1e-12 * std::max(1.0, std::abs(high))) {
        const double half = logarithmic ? 0.5 : high == 0 ? 1 : std::abs(high) * 0.1;
        return {low - half, high + half};
    }
    return {low - share * (high - low), high + share * (high - low)};
}

} // namespace

CurveView::CurveView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setToolTip(tr("Wheel or drag to zoom, double click to see all, Ctrl+click a curve to open its run"));
    setToolTipDuration(4000);
}

CurveView::~CurveView() = default;

void CurveView::setChart(CurveChart chart)
{
    const bool sameAxes = chart.title == m_chart.title && chart.xTitle == m_chart.xTitle &&
                          chart.xLog == m_chart.xLog && chart.yLog == m_chart.yLog;
    const double endBefore = m_chart.empty() ? 0 : fullX().second;
    const bool atEnd = m_xRange && m_xRange->second >= endBefore;
    m_chart = std::move(chart);
    if (!sameAxes) {
        hideProbe(); // its place was one of the other axes
        m_xRange.reset();
        m_yRange.reset();
    } else if (m_following && atEnd) {
        const double by = fullX().second - endBefore;
        m_xRange = AxisRange{m_xRange->first + by, m_xRange->second + by};
    }
    m_shaded = {};
    for (const CurveLine &line : m_chart.lines)
        if (const auto ys = line.raw->y(); !std::isnan(line.shade))
            if (const auto last = std::find_if_not(ys.rbegin(), ys.rend(), [](double y) { return std::isnan(y); });
                last != ys.rend())
                m_shaded.add(*last);
    setAccessibleName(m_chart.title);
    setAccessibleDescription(curveSummary(m_chart));
    invalidate();
}

bool CurveView::isDark() const
{
    return palette().color(QPalette::Base).lightness() < 128;
}

AxisRange CurveView::fullX() const
{
    return padded(extentX(m_chart), m_chart.xLog, 0);
}

AxisRange CurveView::fullY(const AxisRange &x) const
{
    if (m_chart.robust && m_chart.robust->low <= m_chart.robust->high) {
        Extent range{m_chart.robust->low, m_chart.robust->high};
        if (m_chart.yLog && range.low <= 0)
            range.low = extentY(m_chart, valueOf(x.first, m_chart.xLog), valueOf(x.second, m_chart.xLog)).low;
        return padded(range, m_chart.yLog, 0.04);
    }
    return padded(extentY(m_chart, valueOf(x.first, m_chart.xLog), valueOf(x.second, m_chart.xLog)), m_chart.yLog,
                  0.05);
}

QRectF CurveView::shownView() const
{
    const AxisRange x = m_xRange.value_or(fullX());
    const AxisRange y = m_yRange.value_or(fullY(x));
    return {QPointF(x.first, y.first), QPointF(x.second, y.second)};
}

void CurveView::arrange()
{
    const QRectF view = shownView();
    const QFont base = font();
    const TextWidth width = [base](const QString &text, double size, bool bold) {
        QFont sized = base;
        sized.setPixelSize(std::max(1, qRound(size)));
        sized.setWeight(bold ? QFont::DemiBold : QFont::Normal);
        return QFontMetricsF(sized).horizontalAdvance(text);
    };
    m_layout = layoutChart(frameSpec(view), {.size = size(),
                                             .fontSize = std::max<double>(11, QFontInfo(base).pixelSize() * 0.92),
                                             .textWidth = width,
                                             .corner = 64,
                                             .view = view});
    // Columns of the picture are those of the screen.
    QRectF &plot = m_layout.plot;
    plot = QRectF(plot.toRect());
    m_layout.x.pixelMin = plot.left();
    m_layout.x.pixelMax = plot.right();
    m_layout.y.pixelMin = plot.bottom();
    m_layout.y.pixelMax = plot.top();
    m_arranged = true;
}

void CurveView::invalidate()
{
    m_stale = true;
    m_arranged = false;
    update();
}

void CurveView::setXRange(std::optional<AxisRange> range)
{
    if (range && !(range->second > range->first))
        return;
    m_xRange = range;
    invalidate();
}

void CurveView::setYRange(std::optional<AxisRange> range)
{
    if (range && !(range->second > range->first))
        return;
    m_yRange = range;
    invalidate();
}

void CurveView::resetView()
{
    m_yRange.reset();
    setXRange(std::nullopt);
    emit xRangeChanged();
}

void CurveView::zoomX(double about, double factor)
{
    const AxisRange full = fullX(), now = m_xRange.value_or(full);
    AxisRange next{about - (about - now.first) * factor, about + (now.second - about) * factor};
    if (next.second - next.first < (full.second - full.first) * 1e-9)
        return;
    if (next.second - next.first >= full.second - full.first)
        setXRange(std::nullopt);
    else
        setXRange(next);
    emit xRangeChanged();
}

void CurveView::zoomY(double about, double factor)
{
    const QRectF view = shownView();
    const AxisRange next{about - (about - view.top()) * factor, about + (view.bottom() - about) * factor};
    if (next.second - next.first > 1e-12 * std::max(1.0, std::abs(about)))
        setYRange(next);
}

/// By shares of what is shown; no further than the ends of the data.
void CurveView::panBy(double xShare, double yShare)
{
    const QRectF view = shownView();
    if (m_xRange && xShare != 0) {
        const AxisRange full = fullX();
        double by = xShare * view.width();
        by = std::clamp(by, std::min(0.0, full.first - view.left()), std::max(0.0, full.second - view.right()));
        m_xRange = AxisRange{view.left() + by, view.right() + by};
    }
    if (m_yRange && yShare != 0)
        m_yRange = AxisRange{view.top() + yShare * view.height(), view.bottom() + yShare * view.height()};
    invalidate();
    if (xShare != 0)
        emit xRangeChanged();
}

void CurveView::zoomToBox()
{
    const QRectF box = QRectF(m_pressed, m_dragged).normalized().intersected(m_layout.plot);
    if (box.width() < 4 && box.height() < 4)
        return;
    const AxisScale &x = m_layout.x, &y = m_layout.y;
    const auto unit = [](const AxisScale &scale, double pixel) { return scale.unit(scale.valueAt(pixel)); };
    // A flat box means a stretch of x, a narrow one of y.
    const QRectF whole = m_layout.plot;
    if (box.height() >= 12 || box.width() < 12)
        m_yRange = AxisRange{unit(y, box.bottom()), unit(y, box.top())};
    if (box.width() >= 12 && box.width() < whole.width())
        m_xRange = AxisRange{unit(x, box.left()), unit(x, box.right())};
    invalidate();
    emit xRangeChanged();
}

double CurveView::rowAt(const CurvePyramid &curve, double x) const
{
    const auto xs = curve.x(), ys = curve.y();
    const auto nearest = nearestPoint(curve, x);
    if (!nearest)
        return std::nan("");
    const std::size_t at = *nearest;
    const std::size_t other = xs[at] < x ? at + 1 : at - 1; // wraps round below 0, which is beyond the end
    if (curve.laps().size() > 1 || xs[at] == x || other >= curve.size() || std::isnan(ys[other]))
        return std::abs(m_layout.x.pixel(xs[at]) - m_layout.x.pixel(x)) < reach ? m_layout.y.pixel(ys[at])
                                                                                : std::nan("");
    const double a = m_layout.x.pixel(xs[at]), b = m_layout.x.pixel(xs[other]);
    const double t = b == a ? 0 : (m_layout.x.pixel(x) - a) / (b - a);
    return m_layout.y.pixel(ys[at]) + t * (m_layout.y.pixel(ys[other]) - m_layout.y.pixel(ys[at]));
}

int CurveView::lineNear(const QPointF &position) const
{
    int found = -1;
    double least = reach;
    const double x = m_layout.x.valueAt(position.x());
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const double away = std::abs(rowAt(m_chart.lines[i].shown(), x) - position.y());
        if (away < least) {
            least = away;
            found = static_cast<int>(i);
        }
    }
    return found;
}

void CurveView::light(int run)
{
    if (run == m_lit)
        return;
    setLit(run);
    emit litChanged(run);
}

void CurveView::setLit(int run)
{
    m_lit = run;
    update();
}

void CurveView::setCrosshair(std::optional<double> x)
{
    m_crosshair = x;
    m_pointer.reset();
    update();
}

void CurveView::moveProbe(const QPointF &position)
{
    if (!m_arranged)
        arrange();
    if (!m_layout.plot.contains(position))
        return hideProbe();
    m_pointer = position;
    m_crosshair = m_layout.x.valueAt(position.x());
    const int line = lineNear(position);
    light(line < 0 ? -1 : m_chart.lines[static_cast<std::size_t>(line)].run);
    update();
    emit crosshairMoved(m_crosshair);
    QString text = xText(*m_crosshair);
    if (line >= 0) {
        const CurveLine &near = m_chart.lines[static_cast<std::size_t>(line)];
        if (const auto at = nearestPoint(near.shown(), *m_crosshair))
            text = tr("%1 at %2: %3").arg(near.name, xText(near.shown().x()[*at]), figure(near.shown().y()[*at], 4));
    }
    emit probed(text);
}

void CurveView::hideProbe()
{
    if (!m_crosshair && m_lit < 0)
        return;
    m_pointer.reset();
    m_crosshair.reset();
    light(-1);
    update();
    emit crosshairMoved(std::nullopt);
    emit probed({});
}

/// The next curve up or down at the crosshair.
void CurveView::chooseLine(int by)
{
    const double x = m_crosshair.value_or(m_layout.x.valueAt(m_layout.plot.center().x()));
    std::vector<std::pair<double, std::size_t>> rows;
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        if (const double row = rowAt(m_chart.lines[i].shown(), x); std::isfinite(row))
            rows.emplace_back(row, i);
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const auto lit =
        std::ranges::find_if(rows, [this](const auto &row) { return m_chart.lines[row.second].run == m_lit; });
    const auto last = std::ssize(rows) - 1;
    const auto at =
        lit == rows.end() ? (by > 0 ? 0 : last) : std::clamp<std::ptrdiff_t>(lit - rows.begin() + by, 0, last);
    moveProbe({m_layout.x.pixel(x),
               std::clamp(rows[static_cast<std::size_t>(at)].first, m_layout.plot.top(), m_layout.plot.bottom() - 1)});
}

void CurveView::keyPressEvent(QKeyEvent *event)
{
    if (!m_arranged)
        arrange();
    const bool shift = event->modifiers() & Qt::ShiftModifier, far = event->modifiers() & Qt::ControlModifier;
    const QRectF &plot = m_layout.plot;
    const QPointF probe = m_pointer.value_or(plot.center());
    const auto unitX = [&] { return m_layout.x.unit(m_layout.x.valueAt(probe.x())); };
    const auto sideways = [&](int sign) {
        if (shift)
            return panBy(0.1 * sign, 0);
        const double step = std::max(1.0, plot.width() / (far ? 10 : 100));
        moveProbe({std::clamp(probe.x() + (m_pointer ? sign * step : 0), plot.left(), plot.right() - 0.5), probe.y()});
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return sideways(-1);
    case Qt::Key_Right:
        return sideways(1);
    case Qt::Key_Up:
        return shift ? panBy(0, 0.1) : chooseLine(-1);
    case Qt::Key_Down:
        return shift ? panBy(0, -0.1) : chooseLine(1);
    case Qt::Key_Plus:
        return zoomX(unitX(), 0.8);
    case Qt::Key_Minus:
        return zoomX(unitX(), 1.25);
    case Qt::Key_Home:
        return resetView();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_lit >= 0)
            emit activated(m_lit);
        return;
    case Qt::Key_Escape:
        if (m_crosshair)
            return hideProbe();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void CurveView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    m_pressed = m_dragged = event->position();
    const bool pan = event->button() == Qt::MiddleButton ||
                     (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier);
    m_drag = pan ? Drag::Pan : event->button() == Qt::LeftButton ? Drag::Box : Drag::None;
}

void CurveView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return moveProbe(event->position());
    const QPointF before = std::exchange(m_dragged, event->position());
    if (m_drag == Drag::Pan && m_arranged)
        panBy((before.x() - m_dragged.x()) / m_layout.plot.width(),
              (m_dragged.y() - before.y()) / m_layout.plot.height());
    update();
}

void CurveView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool clicked = (event->position() - m_pressed).manhattanLength() < 4;
    if (drag == Drag::Box && !clicked)
        zoomToBox();
    else if (drag == Drag::Box && m_lit >= 0 && event->modifiers() & Qt::ControlModifier)
        emit activated(m_lit);
    update();
}

void CurveView::mouseDoubleClickEvent(QMouseEvent *)
{
    m_drag = Drag::None;
    resetView();
}

void CurveView::wheelEvent(QWheelEvent *event)
{
    if (!m_arranged)
        arrange();
    const double steps = event->angleDelta().y() / 120.0 + event->angleDelta().x() / 120.0;
    const QPointF at = event->position();
    if (event->modifiers() & Qt::ShiftModifier)
        panBy(-0.1 * steps, 0);
    else if (event->modifiers() & Qt::ControlModifier)
        zoomY(m_layout.y.unit(m_layout.y.valueAt(at.y())), std::pow(0.8, steps));
    else
        zoomX(m_layout.x.unit(m_layout.x.valueAt(at.x())), std::pow(0.8, steps));
    event->accept();
}

void CurveView::leaveEvent(QEvent *)
{
    hideProbe();
}

void CurveView::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void CurveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        invalidate();
}

void CurveView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_focusFrame = event->reason() != Qt::MouseFocusReason;
    update();
}

void CurveView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_focusFrame = false;
    update();
}

ChartTable CurveView::table() const
{
    const QRectF view = shownView();
    const auto value = [this](double unit) { return m_chart.xLog ? std::pow(10.0, unit) : unit; };
    return curveTable(m_chart, value(view.left()), value(view.right()));
}

} // namespace assay::ui
