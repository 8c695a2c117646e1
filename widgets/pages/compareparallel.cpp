// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/compareparallel.h"

#include "widgets/pages/runselection.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assay::ui {

namespace {

constexpr double reach = 10; // [px] from an axis or a line

} // namespace

CompareParallel::CompareParallel(RunSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(selection, &RunSelection::changed, this, qOverload<>(&QWidget::update));
    connect(selection, &RunSelection::hoverChanged, this, qOverload<>(&QWidget::update));
}

void CompareParallel::setAxes(std::vector<ParallelAxis> axes, QStringList runs)
{
    m_axes = std::move(axes);
    m_runs = std::move(runs);
    m_brushes.assign(m_axes.size(), std::nullopt);
    m_ranges.clear();
    m_keyAxis = 0;
    for (const ParallelAxis &axis : m_axes) {
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (const double value : axis.values) {
            low = std::fmin(low, value);
            high = std::fmax(high, value);
        }
        m_ranges.emplace_back(std::isfinite(low) ? low : 0, high > low ? high : (std::isfinite(low) ? low : 0) + 1);
    }
    setAccessibleName(tr("Parameters and metrics of all runs"));
    setAccessibleDescription(tr("Drag along an axis to select the runs within."));
    paintBase();
    update();
}

QRectF CompareParallel::plot() const
{
    const double text = fontMetrics().height();
    return QRectF(rect()).adjusted(56, 3.4 * text, -56, -1.8 * text);
}

double CompareParallel::axisX(int axis) const
{
    const QRectF area = plot();
    return m_axes.size() < 2 ? area.center().x()
                             : area.left() + area.width() * axis / static_cast<double>(m_axes.size() - 1);
}

/// Better values lie higher.
double CompareParallel::share(int axis, int run) const
{
    const auto at = static_cast<std::size_t>(axis);
    const double value = m_axes[at].values[static_cast<std::size_t>(run)];
    const auto [low, high] = m_ranges[at];
    const double up = (value - low) / (high - low);
    return m_axes[at].largerIsBetter ? up : 1 - up;
}

QPointF CompareParallel::point(int axis, int run) const
{
    const QRectF area = plot();
    return {axisX(axis), area.bottom() - share(axis, run) * area.height()};
}

QPolygonF CompareParallel::line(int run) const
{
    QPolygonF points;
    for (int axis = 0; axis < static_cast<int>(m_axes.size()); ++axis)
        if (const QPointF at = point(axis, run); std::isfinite(at.y()))
            points << at;
    return points;
}

int CompareParallel::axisAt(const QPointF &position) const
{
    const QRectF area = plot().adjusted(-reach, -reach, reach, reach);
    for (int axis = 0; axis < static_cast<int>(m_axes.size()) && area.contains(position); ++axis)
        if (std::abs(position.x() - axisX(axis)) <= reach)
            return axis;
    return -1;
}

int CompareParallel::runAt(const QPointF &position) const
{
    int found = -1;
    double least = reach;
    for (int run = 0; run < static_cast<int>(m_runs.size()); ++run) {
        const QPolygonF points = line(run);
        for (qsizetype i = 1; i < points.size(); ++i) {
            const QPointF a = points[i - 1], b = points[i];
            if (position.x() < a.x() || position.x() > b.x())
                continue;
            const double t = (position.x() - a.x()) / std::max(1.0, b.x() - a.x());
            const double away = std::abs(a.y() + t * (b.y() - a.y()) - position.y());
            if (away < least) {
                least = away;
                found = run;
            }
        }
    }
    return found;
}

double CompareParallel::shareAt(const QPointF &position) const
{
    const QRectF area = plot();
    return std::clamp((area.bottom() - position.y()) / area.height(), 0.0, 1.0);
}

void CompareParallel::brush(int axis, std::optional<std::pair<double, double>> range)
{
    if (range && range->first > range->second)
        std::swap(range->first, range->second);
    m_brushes[static_cast<std::size_t>(axis)] = range;
    selectBrushed();
    update();
}

void CompareParallel::selectBrushed()
{
    std::vector<int> inside;
    const bool any = std::ranges::any_of(m_brushes, [](const auto &brush) { return brush.has_value(); });
    for (int run = 0; any && run < static_cast<int>(m_runs.size()); ++run) {
        bool within = true;
        for (std::size_t axis = 0; axis < m_brushes.size(); ++axis) {
            if (!m_brushes[axis])
                continue;
            const double at = share(static_cast<int>(axis), run);
            within = within && at >= m_brushes[axis]->first - 0.005 && at <= m_brushes[axis]->second + 0.005;
        }
        if (within)
            inside.push_back(run);
    }
    m_selection->setSelected(std::move(inside));
}

void CompareParallel::resizeEvent(QResizeEvent *)
{
    paintBase();
}

void CompareParallel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintBase();
}

void CompareParallel::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_pressedAxis = event->button() == Qt::LeftButton ? axisAt(m_pressed) : -1;
}

void CompareParallel::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAxis >= 0 && event->buttons() & Qt::LeftButton) {
        if (std::abs(event->position().y() - m_pressed.y()) > 3)
            brush(m_pressedAxis, std::pair{shareAt(m_pressed), shareAt(event->position())});
        return;
    }
    setCursor(axisAt(event->position()) >= 0 ? Qt::SplitVCursor : Qt::ArrowCursor);
    m_selection->setHovered(runAt(event->position()));
}

void CompareParallel::mouseReleaseEvent(QMouseEvent *event)
{
    const int axis = std::exchange(m_pressedAxis, -1);
    if (std::abs(event->position().y() - m_pressed.y()) > 3)
        return;
    if (axis >= 0 && m_brushes[static_cast<std::size_t>(axis)])
        return brush(axis, std::nullopt);
    if (const int run = runAt(event->position()); run >= 0)
        m_selection->toggle(run);
}

void CompareParallel::leaveEvent(QEvent *)
{
    m_selection->setHovered(-1);
}

void CompareParallel::keyPressEvent(QKeyEvent *event)
{
    const int axes = static_cast<int>(m_axes.size());
    if (axes == 0)
        return QWidget::keyPressEvent(event);
    const auto alongAxis = [this](int by) {
        std::vector<int> order(static_cast<std::size_t>(m_runs.size()));
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, {}, [this](int run) { return share(m_keyAxis, run); });
        const auto at = std::ranges::find(order, m_selection->hovered());
        const int place =
            at == order.end() ? (by > 0 ? -1 : static_cast<int>(order.size())) : static_cast<int>(at - order.begin());
        m_selection->setHovered(
            order[static_cast<std::size_t>(std::clamp(place + by, 0, static_cast<int>(order.size()) - 1))]);
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_keyAxis = std::clamp(m_keyAxis + (event->key() == Qt::Key_Left ? -1 : 1), 0, axes - 1);
        return update();
    case Qt::Key_Up:
        return alongAxis(1);
    case Qt::Key_Down:
        return alongAxis(-1);
    case Qt::Key_Space:
        if (m_selection->hovered() >= 0)
            m_selection->toggle(m_selection->hovered());
        return;
    case Qt::Key_Escape:
        m_brushes.assign(m_axes.size(), std::nullopt);
        m_selection->setSelected({});
        return update();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace assay::ui
