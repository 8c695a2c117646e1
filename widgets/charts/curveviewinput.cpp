// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"
#include "widgets/charts/ticks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

/// How curves answer to mouse and keys.
namespace assay::ui {

namespace {

constexpr double reach = 24; // [px] from a curve that counts as on it

} // namespace

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

} // namespace assay::ui
