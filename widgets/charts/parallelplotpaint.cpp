// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/palette.h"
#include "widgets/charts/parallellines.h"
#include "widgets/charts/parallelplot.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/valueramp.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

/// How the plot of parallel coordinates is painted; what it answers to is in parallelplot.cpp.
namespace assay::ui {

namespace {

constexpr double lineWidth = 1.2;
constexpr int fewRuns = 60;    // up to it a general painter is quick enough
constexpr int manyRuns = 1500; // beyond it lines are without smooth edges

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QString endLabel(const ParallelAxis &axis, double unit)
{
    const bool whole = std::ranges::all_of(axis.values, [](double v) { return std::isnan(v) || v == std::floor(v); });
    const double value = axis.logarithmic ? std::pow(10.0, unit) : unit;
    return whole ? figure(std::round(value), 0) : figure(value);
}

} // namespace

QColor ParallelPlot::lineColor(int run) const
{
    const bool dark = isDark(palette());
    return m_shades.empty() ? slotStyle(-1, dark).color : rampColor(m_shades[static_cast<std::size_t>(run)], dark);
}

/// The best on top: what lies below them is seen elsewhere.
void ParallelPlot::sortRuns()
{
    m_order.resize(static_cast<std::size_t>(m_runs.size()));
    std::iota(m_order.begin(), m_order.end(), 0);
    if (!m_shades.empty())
        std::ranges::stable_sort(m_order, {}, [this](int run) {
            const double shade = m_shades[static_cast<std::size_t>(run)];
            return std::isnan(shade) ? -1 : shade;
        });
}

void ParallelPlot::paintLines(QImage &image, bool chosenOnly)
{
    if (m_order.size() != static_cast<std::size_t>(m_runs.size()))
        sortRuns();
    std::vector<int> order = m_order;
    if (chosenOnly)
        std::erase_if(order, [this](int run) { return !m_chosen[static_cast<std::size_t>(run)]; });
    const int drawn = static_cast<int>(order.size());
    const double alpha = drawn > manyRuns ? 0.22 : drawn > 300 ? 0.4 : m_shades.empty() ? 0.45 : 0.75;
    if (drawn > fewRuns)
        return paintManyLines(image, order, alpha);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int run : order) {
        painter.setPen(QPen(faded(lineColor(run), alpha), lineWidth));
        painter.drawPolyline(line(run));
    }
}

void ParallelPlot::paintManyLines(QImage &image, const std::vector<int> &order, double alpha) const
{
    const double ratio = image.devicePixelRatio();
    const bool dark = isDark(palette());
    const Rows place = rows();
    ParallelLines lines;
    for (int axis = 0; axis < axisCount(); ++axis) {
        lines.places.push_back(axisX(axis) * ratio);
        std::vector<double> &rows = lines.rows.emplace_back();
        rows.reserve(static_cast<std::size_t>(m_runs.size()));
        for (const double up : m_shares[static_cast<std::size_t>(axis)])
            rows.push_back(place.at(up) * ratio);
    }
    // As many colours as can be told apart; one more for runs without a value.
    constexpr int steps = 256;
    const PixelInk none(faded(m_shades.empty() ? slotStyle(-1, dark).color : rampColor(std::nan(""), dark), alpha));
    std::vector<PixelInk> ramp;
    for (int i = 0; i < steps && !m_shades.empty(); ++i)
        ramp.emplace_back(faded(rampColor(i / (steps - 1.0), dark), alpha));
    for (int run = 0; run < runCount(); ++run) {
        const double shade = m_shades.empty() ? std::nan("") : m_shades[static_cast<std::size_t>(run)];
        lines.inks.push_back(
            std::isnan(shade) ? none
                              : ramp[static_cast<std::size_t>(std::lround(std::clamp(shade, 0.0, 1.0) * (steps - 1)))]);
    }
    paintParallelLines(image, lines, order, std::ssize(order) <= manyRuns, lineWidth * ratio);
}

void ParallelPlot::paintBase()
{
    const double ratio = devicePixelRatioF();
    m_base = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
    m_base.setDevicePixelRatio(ratio);
    m_base.fill(chartInk(isDark(palette())).background);
    paintLines(m_base, false);
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int axis = 0; axis < axisCount(); ++axis)
        paintAxis(painter, axis);
    m_stale = false;
    m_topStale = true;
    m_washed = {};
}

/// All of it washed out, the chosen runs over it.
void ParallelPlot::paintChosen()
{
    if (m_washed.isNull()) {
        m_washed = m_base;
        QPainter painter(&m_washed);
        painter.fillRect(rect(), faded(chartInk(isDark(palette())).background, 0.85));
    }
    m_top = m_washed;
    paintLines(m_top, true);
    QPainter painter(&m_top);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int axis = 0; axis < axisCount(); ++axis)
        paintAxis(painter, axis);
    m_topStale = false;
}

void ParallelPlot::paintAxis(QPainter &painter, int index) const
{
    const ChartInk ink = chartInk(isDark(palette()));
    const QRectF area = plot();
    const ParallelAxis &axis = m_axes[static_cast<std::size_t>(index)];
    const double x = axisX(index), text = fontMetrics().height();
    painter.setPen(QPen(ink.axis, 1.2));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const double room = m_axes.size() < 2 ? width() : area.width() / static_cast<double>(m_axes.size() - 1) - 6;
    // Names of neighbours stand in two rows, so that each has twice the room.
    const double wide = std::min(2 * room, 220.0), row = index % 2 == 0 ? 0.1 : 1.1;
    QFont bold = font();
    bold.setWeight(axis.isMetric ? QFont::DemiBold : QFont::Normal);
    painter.setFont(bold);
    painter.setPen(ink.text);
    const QFontMetricsF metrics(bold);
    const QString name =
        metrics.elidedText(axis.logarithmic ? tr("%1 (log)").arg(axis.name) : axis.name, Qt::ElideMiddle, wide);
    // Above its axis, as far as the picture goes.
    const double nameWidth = std::ceil(metrics.horizontalAdvance(name)) + 2;
    const double left = std::clamp(x - nameWidth / 2, 2.0, std::max(2.0, width() - nameWidth - 2));
    painter.drawText(QRectF(left, row * text, nameWidth, text * 1.1), Qt::AlignHCenter, name);
    painter.setFont(font());
    paintFeet(painter, index, room);
    const auto [low, high] = m_ranges[static_cast<std::size_t>(index)];
    if (!axis.categories.isEmpty()) {
        paintCategories(painter, index, room);
        return;
    }
    painter.setPen(ink.faintText);
    const auto end = [&](double top, double value) {
        const QString label =
            fontMetrics().elidedText(endLabel(axis, value), Qt::ElideMiddle, static_cast<int>(std::max(40.0, room)));
        // Those at the corners stay within the picture.
        const double needed = fontMetrics().horizontalAdvance(label) + 2;
        const double from = std::clamp(x - needed / 2, 2.0, std::max(2.0, width() - needed - 2));
        painter.drawText(QRectF(from, top, needed, text), Qt::AlignHCenter, label);
    };
    end(area.top() - text - 3, axis.largerIsBetter ? high : low);
    end(area.bottom() + 3, axis.largerIsBetter ? low : high);
}

/// The name of each category beside its place, on a plate that keeps it readable over lines.
void ParallelPlot::paintCategories(QPainter &painter, int index, double room) const
{
    const QRectF area = plot();
    const ParallelAxis &axis = m_axes[static_cast<std::size_t>(index)];
    const QStringList &names = axis.categories;
    const double text = fontMetrics().height();
    const auto every = static_cast<qsizetype>(
        std::max(1.0, std::ceil(static_cast<double>(names.size()) * text / std::max(1.0, area.height()))));
    for (qsizetype i = 0; i < names.size(); i += every) {
        const double up = names.size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(names.size() - 1);
        const double at = axis.largerIsBetter ? up : 1 - up;
        paintPlate(painter, index, area.bottom() - at * area.height(), names[i], room);
    }
}

/// Below the axis, apart from it: marks where the lines of runs go that have no place on it.
void ParallelPlot::paintFeet(QPainter &painter, int index, double room) const
{
    const Feet &feet = m_feet[static_cast<std::size_t>(index)];
    for (const Foot foot : {NoValue, NoNumber}) {
        if (!feet.has(foot))
            continue;
        const double x = axisX(index), row = footRow(foot);
        painter.setPen(QPen(chartInk(isDark(palette())).axis, 1.6));
        painter.drawLine(QPointF(x - 6, row), QPointF(x + 6, row));
        paintPlate(painter, index, row, foot == NoValue ? tr("none") : feet.noNumber.join(QStringLiteral(", ")), room);
    }
}

/// Beside the axis, readable over lines.
void ParallelPlot::paintPlate(QPainter &painter, int index, double row, const QString &words, double room) const
{
    const ChartInk ink = chartInk(isDark(palette()));
    const bool last = index + 1 == axisCount() && axisCount() > 1;
    const double height = fontMetrics().height();
    const QString label = fontMetrics().elidedText(words, Qt::ElideMiddle, static_cast<int>(std::max(40.0, room - 12)));
    const double wide = fontMetrics().horizontalAdvance(label) + 4;
    const QRectF box(axisX(index) + (last ? -8 - wide : 8), row - height / 2, wide, height);
    painter.fillRect(box, faded(ink.background, 0.85));
    painter.setPen(ink.text);
    painter.drawText(box, Qt::AlignCenter, label);
}

void ParallelPlot::paintBrush(QPainter &painter, int axis) const
{
    const QRectF area = plot();
    const double x = axisX(axis), half = fontMetrics().height() / 2.0;
    const QColor tint = faded(palette().color(QPalette::Highlight), 0.3);
    if (m_brushes[static_cast<std::size_t>(axis)]) {
        const auto [low, high] = brushedShares(axis);
        const double top = area.bottom() - std::clamp(high, 0.0, 1.0) * area.height(),
                     bottom = area.bottom() - std::clamp(low, 0.0, 1.0) * area.height();
        painter.fillRect(QRectF(QPointF(x - 7, top), QPointF(x + 7, bottom)), tint);
    }
    for (const Foot foot : {NoValue, NoNumber})
        if (m_feet[static_cast<std::size_t>(axis)].brushed & foot && m_feet[static_cast<std::size_t>(axis)].has(foot))
            painter.fillRect(QRectF(x - 7, footRow(foot) - half, 14, 2 * half), tint);
}

void ParallelPlot::paintEvent(QPaintEvent *)
{
    if (width() < 20 || height() < 20)
        return;
    if (m_stale)
        paintBase();
    if (m_topStale && !m_chosen.empty())
        paintChosen();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_chosen.empty() ? m_base : m_top);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    for (int axis = 0; axis < axisCount(); ++axis)
        paintBrush(painter, axis);
    painter.setBrush(Qt::NoBrush);
    for (const Lit &lit : m_lit) {
        painter.setPen(QPen(lit.color, lit.width));
        painter.drawPolyline(line(lit.run));
    }
    const ChartInk ink = chartInk(isDark(palette()));
    if (m_hovered >= 0 && m_hovered < runCount()) {
        if (std::ranges::none_of(m_lit, [this](const Lit &lit) { return lit.run == m_hovered; })) {
            painter.setPen(QPen(ink.background, 5));
            painter.drawPolyline(line(m_hovered));
            painter.setPen(QPen(m_shades.empty() ? ink.text : lineColor(m_hovered), 3));
            painter.drawPolyline(line(m_hovered));
        }
        painter.setPen(ink.text);
        painter.drawText(QRectF(rect()).adjusted(4, 0, -4, -1), Qt::AlignBottom | Qt::AlignRight, m_runs[m_hovered]);
    }
    if (m_movedAxis >= 0 && std::abs(m_moved.x() - m_pressed.x()) > 3) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawLine(QPointF(m_moved.x(), area.top() - 8), QPointF(m_moved.x(), area.bottom() + 8));
    }
    if (hasFocus() && m_keyAxis < axisCount()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(axisX(m_keyAxis) - 9, area.top() - 4, 18, area.height() + 8));
    }
}

} // namespace assay::ui
