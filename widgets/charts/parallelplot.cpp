// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/parallelplot.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace assay::ui {

namespace {

constexpr double reach = 10;        // [px] from an axis or a line
constexpr int frame = 16;           // [ms]
constexpr double footHeight = 1.35; // of a place below an axis, in rows of text

/// Where a share lies that is no number.
ParallelPlot::Foot footOf(double share)
{
    return std::isnan(share) ? ParallelPlot::NoValue : ParallelPlot::NoNumber;
}

double unitOf(const ParallelAxis &axis, double value)
{
    if (!axis.logarithmic)
        return value;
    return value > 0 ? std::log10(value) : std::nan("");
}

/// What a value is called that has no place on an axis.
QString oddName(double value)
{
    return std::isnan(value)   ? QStringLiteral("NaN")
           : std::isinf(value) ? (value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞"))
                               : QStringLiteral("≤ 0"); // where the axis is logarithmic
}

using Range = std::optional<std::pair<double, double>>;

/// The brush of an axis whose values came anew: of categories it follows the names, which may have other places now.
Range carriedOver(const ParallelAxis &before, const ParallelAxis &now, const Range &brush)
{
    if (!brush || before.logarithmic != now.logarithmic || before.categories.isEmpty() != now.categories.isEmpty())
        return std::nullopt;
    if (now.categories == before.categories)
        return brush;
    const double first = std::ceil(brush->first), last = std::floor(brush->second);
    const auto place = [&](double at) {
        return now.categories.indexOf(before.categories.value(static_cast<qsizetype>(at)));
    };
    const qsizetype from = place(first), to = place(last);
    if (first > last || from < 0 || to < 0)
        return std::nullopt;
    return std::pair{static_cast<double>(from) + brush->first - first, static_cast<double>(to) + brush->second - last};
}

} // namespace

ParallelPlot::ParallelPlot(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Parameters and metrics of all runs"));
    setAccessibleDescription(tr("Drag along an axis to select the runs within."));
    m_dragging.setSingleShot(true);
    m_dragging.setInterval(frame);
    connect(&m_dragging, &QTimer::timeout, this, &ParallelPlot::brushDragged);
}

void ParallelPlot::setAxes(std::vector<ParallelAxis> axes, QStringList runs)
{
    const bool wasBrushed = isBrushed();
    if (axes.size() != m_axes.size()) // else what is being dragged goes on
        m_pressedAxis = m_movedAxis = -1;
    std::vector<Brush> brushes(axes.size());
    std::vector<Feet> feet(axes.size());
    for (std::size_t i = 0; i < axes.size(); ++i)
        for (std::size_t old = 0; old < m_axes.size() && !axes[i].key.isEmpty(); ++old)
            if (m_axes[old].key == axes[i].key) {
                brushes[i] = carriedOver(m_axes[old], axes[i], m_brushes[old]);
                feet[i].brushed = m_feet[old].brushed;
            }
    m_axes = std::move(axes);
    m_runs = std::move(runs);
    m_order.clear();
    m_brushes = std::move(brushes);
    m_feet = std::move(feet);
    m_ranges.assign(m_axes.size(), {0, 1});
    m_shares.assign(m_axes.size(), {});
    m_keyAxis = 0;
    m_hovered = -1;
    if (m_shades.size() != static_cast<std::size_t>(m_runs.size()))
        m_shades.clear();
    if (m_chosen.size() != static_cast<std::size_t>(m_runs.size()))
        m_chosen.clear();
    for (int axis = 0; axis < axisCount(); ++axis)
        computeShares(axis);
    invalidate();
    if (wasBrushed)
        tellBrushed();
}

/// Better values lie higher.
void ParallelPlot::computeShares(int index)
{
    const auto at = static_cast<std::size_t>(index);
    const ParallelAxis &axis = m_axes[at];
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double value : axis.values) {
        const double unit = unitOf(axis, value);
        if (!std::isfinite(unit))
            continue;
        low = std::min(low, unit);
        high = std::max(high, unit);
    }
    if (!std::isfinite(low))
        low = 0;
    if (!(high > low))
        high = low + 1;
    m_ranges[at] = {low, high};
    m_shares[at].clear();
    Feet &feet = m_feet[at];
    feet = {.brushed = feet.brushed};
    for (const double value : axis.values) {
        const double up = (unitOf(axis, value) - low) / (high - low);
        const bool none = std::isnan(value) && !std::ranges::binary_search(axis.nans, std::ssize(m_shares[at]));
        feet.noValue = feet.noValue || none;
        if (!none && !std::isfinite(up) && !feet.noNumber.contains(oddName(value)))
            feet.noNumber << oddName(value);
        m_shares[at].push_back(none                  ? std::nan("")
                               : !std::isfinite(up)  ? std::numeric_limits<double>::infinity()
                               : axis.largerIsBetter ? up
                                                     : 1 - up);
    }
    feet.brushed &= (feet.has(NoValue) ? NoValue : 0) | (feet.has(NoNumber) ? NoNumber : 0);
}

void ParallelPlot::invalidate()
{
    m_stale = m_topStale = true;
    update();
}

void ParallelPlot::setShades(std::vector<double> shades)
{
    m_order.clear();
    m_shades = std::move(shades);
    invalidate();
}

void ParallelPlot::setChosen(std::vector<char> chosen)
{
    m_chosen = std::move(chosen);
    m_topStale = true;
    update();
}

void ParallelPlot::setLit(std::vector<Lit> lit)
{
    m_lit = std::move(lit);
    update();
}

void ParallelPlot::setHovered(int run)
{
    m_hovered = run;
    update();
}

QRectF ParallelPlot::plot() const
{
    const double text = fontMetrics().height();
    // Below, the ends of the axes, runs without a place on them and the name of the run under the pointer, each in a
    // row of its own.
    const double feet = footHeight * (hasFoot(NoValue) + hasFoot(NoNumber));
    return QRectF(rect()).adjusted(56, 3.4 * text, -56, -(2.6 + feet) * text);
}

bool ParallelPlot::hasFoot(Foot foot) const
{
    return std::ranges::any_of(m_feet, [foot](const Feet &feet) { return feet.has(foot); });
}

double ParallelPlot::footRow(Foot foot) const
{
    const double text = fontMetrics().height();
    const int before = foot == NoNumber && hasFoot(NoValue) ? 1 : 0;
    return plot().bottom() + 3 + text * (1 + footHeight * (before + 0.5));
}

/// Those of an axis that lie between two rows.
int ParallelPlot::feetWithin(int axis, double top, double bottom) const
{
    int found = 0;
    for (const Foot foot : {NoValue, NoNumber})
        if (m_feet[static_cast<std::size_t>(axis)].has(foot) && footRow(foot) >= top && footRow(foot) <= bottom)
            found |= foot;
    return found;
}

ParallelPlot::Rows ParallelPlot::rows() const
{
    const QRectF area = plot();
    return {area.bottom(), area.height(), footRow(NoValue), footRow(NoNumber)};
}

double ParallelPlot::axisX(int axis) const
{
    const QRectF area = plot();
    return m_axes.size() < 2 ? area.center().x()
                             : area.left() + area.width() * axis / static_cast<double>(m_axes.size() - 1);
}

QPointF ParallelPlot::point(int axis, int run) const
{
    return {axisX(axis), rows().at(share(axis, run))};
}

QPolygonF ParallelPlot::line(int run) const
{
    QPolygonF points;
    for (int axis = 0; axis < axisCount(); ++axis)
        points << point(axis, run);
    return points;
}

int ParallelPlot::lineNear(const QPointF &position) const
{
    const double text = fontMetrics().height();
    const double feet = hasFoot(NoNumber) ? footRow(NoNumber) : hasFoot(NoValue) ? footRow(NoValue) : 0;
    QRectF area = plot().adjusted(-reach, -reach, reach, reach);
    area.setBottom(std::max(area.bottom(), feet + text * footHeight / 2));
    for (int axis = 0; axis < axisCount() && area.contains(position); ++axis)
        if (std::abs(position.x() - axisX(axis)) <= reach)
            return axis;
    return -1;
}

int ParallelPlot::axisNear(const QPointF &position) const
{
    if (const int axis = lineNear(position); axis >= 0)
        return axis;
    if (position.y() > plot().top() - reach)
        return -1;
    int found = -1;
    double least = axisCount() < 2 ? width() : plot().width() / (axisCount() - 1) / 2;
    for (int axis = 0; axis < axisCount(); ++axis)
        if (const double away = std::abs(position.x() - axisX(axis)); away < least) {
            least = away;
            found = axis;
        }
    return found;
}

int ParallelPlot::runAt(const QPointF &position) const
{
    int left = -1;
    for (int axis = 0; axis + 1 < axisCount(); ++axis)
        if (position.x() >= axisX(axis) && position.x() <= axisX(axis + 1))
            left = axis;
    if (left < 0)
        return -1;
    const double from = axisX(left), t = (position.x() - from) / std::max(1.0, axisX(left + 1) - from);
    const bool fading = !m_chosen.empty();
    const Rows rows = this->rows();
    int found = -1;
    double least = reach;
    for (int run = 0; run < runCount(); ++run) {
        if (fading && !m_chosen[static_cast<std::size_t>(run)])
            continue;
        const double a = rows.at(share(left, run)), b = rows.at(share(left + 1, run));
        const double away = std::abs(a + t * (b - a) - position.y());
        if (away < least) {
            least = away;
            found = run;
        }
    }
    return found;
}

double ParallelPlot::shareAt(const QPointF &position) const
{
    const QRectF area = plot();
    return std::clamp((area.bottom() - position.y()) / area.height(), 0.0, 1.0);
}

/// In units of the axis.
double ParallelPlot::unitAt(int axis, double share) const
{
    const auto [low, high] = m_ranges[static_cast<std::size_t>(axis)];
    return low + (m_axes[static_cast<std::size_t>(axis)].largerIsBetter ? share : 1 - share) * (high - low);
}

/// Where a brush lies now; beyond 0 and 1 where the values it is about are no longer all there.
std::pair<double, double> ParallelPlot::brushedShares(int axis) const
{
    const auto [low, high] = m_ranges[static_cast<std::size_t>(axis)];
    const auto [from, to] = *m_brushes[static_cast<std::size_t>(axis)];
    const double a = (from - low) / (high - low), b = (to - low) / (high - low);
    return m_axes[static_cast<std::size_t>(axis)].largerIsBetter ? std::pair{a, b} : std::pair{1 - b, 1 - a};
}

void ParallelPlot::brush(int axis, std::optional<std::pair<double, double>> range)
{
    setBrush(axis, range, 0);
}

void ParallelPlot::brushFeet(int axis, int feet)
{
    setBrush(axis, std::nullopt, feet);
}

/// @p range in shares.
void ParallelPlot::setBrush(int axis, const Brush &range, int feet)
{
    const auto at = static_cast<std::size_t>(axis);
    m_brushes[at].reset();
    if (range)
        m_brushes[at] = std::minmax({unitAt(axis, range->first), unitAt(axis, range->second)});
    m_feet[at].brushed = feet;
    tellBrushed();
    update();
}

bool ParallelPlot::isBrushed(int axis) const
{
    const auto at = static_cast<std::size_t>(axis);
    return m_brushes[at] || m_feet[at].brushed != 0;
}

bool ParallelPlot::isBrushed() const
{
    for (int axis = 0; axis < axisCount(); ++axis)
        if (isBrushed(axis))
            return true;
    return false;
}

void ParallelPlot::clearBrushes()
{
    m_brushes.assign(m_axes.size(), std::nullopt);
    for (Feet &feet : m_feet)
        feet.brushed = 0;
    tellBrushed();
    update();
}

void ParallelPlot::tellBrushed()
{
    std::vector<int> inside;
    const bool any = isBrushed();
    std::vector<std::pair<double, double>> limits(m_axes.size(), {1, -1}); // nothing is within
    for (int axis = 0; axis < axisCount(); ++axis)
        if (m_brushes[static_cast<std::size_t>(axis)])
            limits[static_cast<std::size_t>(axis)] = brushedShares(axis);
    for (int run = 0; any && run < runCount(); ++run) {
        bool within = true;
        for (int axis = 0; axis < axisCount() && within; ++axis) {
            if (!isBrushed(axis))
                continue;
            const auto &[low, high] = limits[static_cast<std::size_t>(axis)];
            const double at = share(axis, run);
            within = std::isfinite(at) ? at >= low - 0.005 && at <= high + 0.005
                                       : (m_feet[static_cast<std::size_t>(axis)].brushed & footOf(at)) != 0;
        }
        if (within)
            inside.push_back(run);
    }
    emit brushed(inside);
}

void ParallelPlot::moveAxis(int from, int to)
{
    to = std::clamp(to, 0, axisCount() - 1);
    if (from < 0 || from >= axisCount() || from == to)
        return;
    const auto shift = [from, to](auto &list) {
        const auto at = list.begin() + from;
        if (from < to)
            std::rotate(at, at + 1, list.begin() + to + 1);
        else
            std::rotate(list.begin() + to, at, at + 1);
    };
    shift(m_axes);
    shift(m_ranges);
    shift(m_shares);
    shift(m_brushes);
    shift(m_feet);
    m_keyAxis = to;
    invalidate();
    emit axesChanged();
}

void ParallelPlot::turnAxis(int axis)
{
    const auto at = static_cast<std::size_t>(axis);
    m_axes[at].largerIsBetter = !m_axes[at].largerIsBetter;
    computeShares(axis);
    invalidate();
    emit axesChanged();
}

void ParallelPlot::setLogarithmic(int axis, bool on)
{
    const auto at = static_cast<std::size_t>(axis);
    if (!m_axes[at].categories.isEmpty() || m_axes[at].logarithmic == on)
        return;
    m_axes[at].logarithmic = on;
    computeShares(axis);
    invalidate();
    if (isBrushed(axis)) {
        m_brushes[at].reset();
        m_feet[at].brushed = 0; // other values have no place now
        tellBrushed();
    }
    emit axesChanged();
}

void ParallelPlot::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void ParallelPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
}

void ParallelPlot::hover(int run)
{
    if (run == m_hovered)
        return;
    m_hovered = run;
    update();
    emit runHovered(run);
}

void ParallelPlot::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_moved = event->position();
    m_pressedAxis = m_movedAxis = -1;
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAxis = lineNear(m_pressed);
    if (m_pressedAxis < 0)
        m_movedAxis = axisNear(m_pressed);
}

void ParallelPlot::mouseMoveEvent(QMouseEvent *event)
{
    m_moved = event->position();
    if (event->buttons() & Qt::LeftButton && m_pressedAxis >= 0) {
        if (!m_dragging.isActive())
            m_dragging.start(); // pointers move more often than pictures can be made
        return;
    }
    if (event->buttons() & Qt::LeftButton && m_movedAxis >= 0) {
        setCursor(Qt::ClosedHandCursor);
        return update();
    }
    const bool onLine = lineNear(m_moved) >= 0;
    setCursor(onLine ? Qt::SplitVCursor : axisNear(m_moved) >= 0 ? Qt::OpenHandCursor : Qt::ArrowCursor);
    hover(onLine ? -1 : runAt(m_moved));
}

void ParallelPlot::brushDragged()
{
    if (m_pressedAxis < 0 || std::abs(m_moved.y() - m_pressed.y()) <= 3)
        return;
    const auto [top, bottom] = std::minmax({m_pressed.y(), m_moved.y()});
    Brush range;
    if (top <= plot().bottom() + reach)
        range = std::pair{shareAt(m_pressed), shareAt(m_moved)};
    setBrush(m_pressedAxis, range, feetWithin(m_pressedAxis, top - 4, bottom + 4));
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging.isActive()) {
        m_dragging.stop();
        brushDragged();
    }
    const int axis = std::exchange(m_pressedAxis, -1), moved = std::exchange(m_movedAxis, -1);
    update();
    if (moved >= 0 && std::abs(event->position().x() - m_pressed.x()) > reach && axisCount() > 1) {
        const QRectF area = plot();
        return moveAxis(moved, static_cast<int>(std::lround((event->position().x() - area.left()) / area.width() *
                                                            (axisCount() - 1))));
    }
    if (moved >= 0 || std::abs(event->position().y() - m_pressed.y()) > 3)
        return;
    const double half = fontMetrics().height() * footHeight / 2;
    if (const int feet = axis < 0 ? 0 : feetWithin(axis, m_pressed.y() - half, m_pressed.y() + half); feet != 0)
        return brushFeet(axis, m_feet[static_cast<std::size_t>(axis)].brushed ^ feet);
    if (axis >= 0 && isBrushed(axis))
        return brush(axis, std::nullopt);
    if (const int run = runAt(event->position()); run >= 0 && event->button() == Qt::LeftButton)
        emit runClicked(run);
}

void ParallelPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int axis = axisNear(event->position()); axis >= 0 && lineNear(event->position()) < 0)
        turnAxis(axis);
}

void ParallelPlot::leaveEvent(QEvent *)
{
    hover(-1);
}

void ParallelPlot::stepAlongAxis(int by)
{
    std::vector<int> order(static_cast<std::size_t>(m_runs.size()));
    std::iota(order.begin(), order.end(), 0);
    if (order.empty())
        return;
    std::ranges::stable_sort(order, std::greater<>(),
                             [this, rows = rows()](int run) { return rows.at(share(m_keyAxis, run)); });
    const auto at = std::ranges::find(order, m_hovered);
    const int last = static_cast<int>(order.size()) - 1;
    const int place = at == order.end() ? (by > 0 ? -1 : last + 1) : static_cast<int>(at - order.begin());
    hover(order[static_cast<std::size_t>(std::clamp(place + by, 0, last))]);
}

void ParallelPlot::keyPressEvent(QKeyEvent *event)
{
    if (axisCount() == 0)
        return QWidget::keyPressEvent(event);
    const int side = event->key() == Qt::Key_Left ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() & Qt::ControlModifier)
            return moveAxis(m_keyAxis, m_keyAxis + side);
        m_keyAxis = std::clamp(m_keyAxis + side, 0, axisCount() - 1);
        return update();
    case Qt::Key_Up:
        return stepAlongAxis(1);
    case Qt::Key_Down:
        return stepAlongAxis(-1);
    case Qt::Key_R:
        return turnAxis(m_keyAxis);
    case Qt::Key_L:
        return setLogarithmic(m_keyAxis, !m_axes[static_cast<std::size_t>(m_keyAxis)].logarithmic);
    case Qt::Key_Space:
        if (m_hovered >= 0)
            emit runClicked(m_hovered);
        return;
    case Qt::Key_Escape:
        return clearBrushes();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace assay::ui
