// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayout.h"

#include "widgets/charts/charttext.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double edge = 10;     // around everything [px]
constexpr double swatch = 22;   // legend
constexpr double entryGap = 16; // between legend entries
constexpr double thickestBar = 30;

/// Builds a layout from the outside in: title, legend, labels, and what is left is the plot.
class Builder
{
public:
    Builder(const ChartSpec &spec, const LayoutOptions &options)
        : m_spec(spec)
        , m_options(options)
        , m_free(QPointF(edge, edge), QPointF(options.size.width() - edge, options.size.height() - edge))
    {
        m_out.size = options.size;
        m_out.fontSize = options.fontSize;
        m_out.xCategories = !spec.x.categories.isEmpty();
        m_out.yCategories = !spec.y.categories.isEmpty();
    }

    ChartLayout build()
    {
        const QRectF view = m_options.view.value_or(fullView(m_spec));
        m_out.x = scaleOf(m_spec.x, view.left(), view.right());
        m_out.y = scaleOf(m_spec.y, view.top(), view.bottom());
        title();
        legend();
        plotArea();
        marks();
        m_out.barThickness = barThickness();
        return std::move(m_out);
    }

private:
    static AxisScale scaleOf(const Axis &axis, double min, double max)
    {
        return {.min = min, .max = max, .logarithmic = axis.logarithmic, .deviate = axis.deviate};
    }
    double width(const QString &text, double size = 0, bool bold = false) const
    {
        return m_options.textWidth(text, size > 0 ? size : m_options.fontSize, bold);
    }
    double line() const { return std::ceil(m_options.fontSize * 1.35); }

    void title()
    {
        if (!m_options.title || m_spec.title.isEmpty())
            return;
        const double size = titleSize(), room = m_free.width() - m_options.corner;
        QString rest = m_spec.title;
        // Two lines at most, broken between words.
        if (width(rest, size, true) > room) {
            qsizetype cut = -1;
            for (qsizetype at = rest.indexOf(u' '); at > 0; at = rest.indexOf(u' ', at + 1)) {
                if (width(rest.left(at), size, true) <= room)
                    cut = at;
            }
            if (cut > 0) {
                m_out.titleLines << rest.left(cut);
                rest = rest.mid(cut + 1);
            }
        }
        m_out.titleLines << elided(rest, room, size, true, m_options.textWidth);
        m_free.setTop(m_free.top() + static_cast<double>(m_out.titleLines.size()) * std::ceil(size * 1.35) + 4);
    }
    double titleSize() const { return m_options.fontSize * 1.12; }

    void legend()
    {
        struct Wanted
        {
            QString text;
            int series;
            double width;
        };
        std::vector<Wanted> wanted;
        double widest = 0;
        const auto want = [&](const QString &text, int series, double extra) {
            const double w = swatch + 6 + width(text) + extra;
            widest = std::max(widest, w);
            wanted.push_back({text, series, w});
        };
        for (std::size_t i = 0; i < m_spec.series.size(); ++i) {
            const Series &series = m_spec.series[i];
            if (!series.shade.empty() && series.kind == SeriesKind::Scatter && !m_spec.shadeHigh.isEmpty())
                want(m_spec.shadeLow + u' ' + m_spec.shadeHigh, -1, 50);
            else if (series.inLegend && !series.name.isEmpty())
                want(series.name, static_cast<int>(i), 0);
        }
        if (wanted.empty())
            return;
        // A square plot in a wide window leaves room at the right.
        const double beside = std::min(widest, m_free.width() * 0.4);
        const double rows = static_cast<double>(wanted.size()) * line();
        if (m_spec.square && m_free.width() - beside - 24 >= (m_free.height() - 2.5 * line()) &&
            rows < m_free.height() - 40) {
            double y = m_free.top() + line() + 4;
            const double left =
                std::min(m_free.right() - beside, m_free.left() + (m_free.height() - 2.5 * line()) + 64);
            for (const Wanted &entry : wanted) {
                addEntry(entry.text, entry.series, left, y, std::min(entry.width, m_free.right() - left));
                y += line() + 2;
            }
            m_free.setRight(left - 20);
            return;
        }
        flowLegend(wanted);
    }

    template<class Wanted>
    void flowLegend(const std::vector<Wanted> &wanted)
    {
        double x = m_free.left(), y = 0;
        const std::size_t first = m_out.legend.size();
        for (const Wanted &entry : wanted) {
            const double w = std::min(entry.width, m_free.width());
            if (x > m_free.left() && x + w > m_free.right()) {
                x = m_free.left();
                y += line() + 2;
            }
            addEntry(entry.text, entry.series, x, y, w);
            x += w + entryGap;
        }
        const double height = y + line();
        for (std::size_t i = first; i < m_out.legend.size(); ++i)
            m_out.legend[i].box.translate(0, m_free.bottom() - height);
        m_free.setBottom(m_free.bottom() - height - 8);
    }

    void addEntry(const QString &text, int series, double x, double y, double w)
    {
        const double room = w - swatch - 6;
        m_out.legend.push_back(
            {.box = QRectF(x, y, w, line()),
             .text = series < 0 ? text : elided(text, room + 1, m_options.fontSize, false, m_options.textWidth),
             .series = series});
    }

    void plotArea()
    {
        QRectF plot = m_free;
        // Titles of axes lie flat: the vertical one above the plot, where it is read first.
        if (!m_spec.y.title.isEmpty()) {
            m_out.yTitle = elided(m_spec.y.title, m_free.width(), m_options.fontSize, false, m_options.textWidth);
            m_out.yTitleBaseline = plot.top() + m_options.fontSize;
            plot.setTop(plot.top() + line() + 5);
        } else {
            plot.setTop(plot.top() + m_options.fontSize * 0.3);
        }
        if (!m_spec.x.title.isEmpty()) {
            m_out.xTitle = elided(m_spec.x.title, m_free.width(), m_options.fontSize, false, m_options.textWidth);
            plot.setBottom(plot.bottom() - line() - 2);
        }
        plot.setBottom(plot.bottom() - line() - 4);
        const auto labelled = std::count_if(m_spec.marks.begin(), m_spec.marks.end(),
                                            [](const Mark &m) { return m.vertical && !m.label.isEmpty(); });
        m_markRows = static_cast<int>(std::min<std::ptrdiff_t>(2, labelled));
        plot.setTop(plot.top() + m_markRows * markLine());
        setYTicks(plot.height());
        double widest = 0;
        for (const TickMark &tick : m_out.yTicks)
            widest = std::max(widest, tick.width);
        plot.setLeft(plot.left() + widest + 8);
        makeSquare(plot);
        fitBarLabels(plot.width());
        setXTicks(plot);
        plot.setWidth(std::max(plot.width(), 20.0));
        plot.setHeight(std::max(plot.height(), 20.0));
        m_out.plot = plot;
        place(m_out.x, plot.left(), plot.right());
        // Categories run from top to bottom, values from bottom to top.
        m_out.yCategories ? place(m_out.y, plot.top(), plot.bottom()) : place(m_out.y, plot.bottom(), plot.top());
        placeTicks();
    }

    /// Widens the range of horizontal bars until what is written at their ends fits, unless someone zoomed.
    void fitBarLabels(double plotWidth)
    {
        if (!m_spec.horizontal || m_options.view || m_out.x.logarithmic)
            return;
        for (const Series &series : m_spec.series) {
            for (std::size_t i = 0; i < std::min(series.y.size(), static_cast<std::size_t>(series.labels.size()));
                 ++i) {
                const double needed = std::min(
                    width(series.labels[static_cast<qsizetype>(i)], m_options.fontSize * 0.92) + 10, plotWidth / 3);
                const double grow = plotWidth / (plotWidth - needed);
                const double start = i < series.base.size() ? series.base[i] : 0,
                             end = std::isfinite(series.y[i]) ? series.y[i] : start;
                const double far =
                    i < series.high.size() && std::isfinite(series.high[i]) ? std::max(end, series.high[i]) : end;
                if (end < start)
                    m_out.x.min = std::min(m_out.x.min, m_out.x.max - (m_out.x.max - end) * grow);
                else
                    m_out.x.max = std::max(m_out.x.max, m_out.x.min + (far - m_out.x.min) * grow);
            }
        }
    }

    static void place(AxisScale &scale, double from, double to)
    {
        scale.pixelMin = from;
        scale.pixelMax = to;
    }

    void makeSquare(QRectF &plot) const
    {
        if (!m_spec.square)
            return;
        const double side = std::min(plot.width(), plot.height());
        if (side < 40)
            return;
        plot.setWidth(side);
        plot.setHeight(side);
    }

    Ticks ticksFor(const Axis &axis, const AxisScale &scale, int target) const
    {
        if (axis.time)
            return timeTicks(scale.min, scale.max, target);
        if (scale.deviate)
            return deviateTicks(scale.value(scale.min), scale.value(scale.max), target);
        if (scale.logarithmic)
            return logTicks(scale.value(scale.min), scale.value(scale.max), target);
        return linearTicks(scale.min, scale.max, target);
    }

    void setYTicks(double height)
    {
        m_out.yTicks.clear();
        if (m_out.yCategories) {
            const double room = (m_free.width()) * 0.4;
            for (const QString &category : m_spec.y.categories)
                addTick(m_out.yTicks, 0, elided(category, room, m_options.fontSize, false, m_options.textWidth));
            return;
        }
        const Ticks ticks =
            ticksFor(m_spec.y, m_out.y, std::clamp(static_cast<int>(height / (m_options.fontSize * 3.6)), 2, 8));
        for (std::size_t i = 0; i < ticks.at.size(); ++i)
            addTick(m_out.yTicks, ticks.at[i], ticks.labels[static_cast<qsizetype>(i)]);
    }

    void addTick(std::vector<TickMark> &ticks, double at, const QString &text) const
    {
        ticks.push_back({at, text, width(text)});
    }

    void setXTicks(QRectF &plot)
    {
        if (m_out.xCategories) {
            categoryLabels(plot);
            return;
        }
        // As many as fit without touching.
        for (int target = std::clamp(static_cast<int>(plot.width() / 48), 2, 10); target >= 1; --target) {
            m_out.xTicks.clear();
            const Ticks ticks = ticksFor(m_spec.x, m_out.x, target);
            double sum = 0;
            for (std::size_t i = 0; i < ticks.at.size(); ++i) {
                addTick(m_out.xTicks, ticks.at[i], ticks.labels[static_cast<qsizetype>(i)]);
                sum += m_out.xTicks.back().width + m_options.fontSize;
            }
            if (sum <= plot.width())
                break;
        }
        // The last label may reach over the right edge.
        if (!m_out.xTicks.empty()) {
            const double over = plot.right() + m_out.xTicks.back().width / 2 - (m_options.size.width() - 2);
            if (over > 0 && !m_spec.square)
                plot.setRight(plot.right() - std::min(over, plot.width() / 4));
        }
    }

    void categoryLabels(QRectF &plot)
    {
        const QStringList &categories = m_spec.x.categories;
        const double slot = plot.width() / static_cast<double>(categories.size());
        double widest = 0;
        for (const QString &category : categories)
            widest = std::max(widest, width(category));
        if (widest <= slot - 6) {
            for (const QString &category : categories)
                addTick(m_out.xTicks, 0, category);
            return;
        }
        m_out.xAngle = -40;
        const double room = std::min(m_free.height() * 0.32 / std::sin(0.7), widest + 1);
        for (const QString &category : categories)
            addTick(m_out.xTicks, 0, elided(category, room, m_options.fontSize, false, m_options.textWidth));
        double longest = 0;
        for (const TickMark &tick : m_out.xTicks)
            longest = std::max(longest, tick.width);
        plot.setBottom(plot.bottom() - longest * std::sin(0.7));
    }

    void placeTicks()
    {
        for (std::size_t i = 0; i < m_out.xTicks.size(); ++i)
            m_out.xTicks[i].pixel = m_out.x.pixel(
                m_out.xCategories ? static_cast<double>(i) : m_out.x.value(m_out.x.unit(m_out.xTicks[i].pixel)));
        for (std::size_t i = 0; i < m_out.yTicks.size(); ++i)
            m_out.yTicks[i].pixel = m_out.y.pixel(
                m_out.yCategories ? static_cast<double>(i) : m_out.y.value(m_out.y.unit(m_out.yTicks[i].pixel)));
        if (m_out.xCategories)
            thin(m_out.xTicks, m_out.x, m_options.fontSize * 1.2);
        if (m_out.yCategories)
            thin(m_out.yTicks, m_out.y, m_options.fontSize * 1.15);
    }

    /// Too many categories: every second, third, … is labelled.
    static void thin(std::vector<TickMark> &ticks, const AxisScale &scale, double needed)
    {
        const double slot = std::abs(scale.pixelMax - scale.pixelMin) / (scale.max - scale.min);
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(needed / std::max(slot, 0.01))));
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            if (i % every != 0)
                ticks[i].text.clear();
        }
    }

    void marks()
    {
        for (const Mark &mark : m_spec.marks) {
            const AxisScale &scale = mark.vertical ? m_out.x : m_out.y;
            const double pixel = scale.pixel(mark.at);
            if (!(pixel >= std::min(scale.pixelMin, scale.pixelMax) - 0.5 &&
                  pixel <= std::max(scale.pixelMin, scale.pixelMax) + 0.5))
                continue;
            m_out.marks.push_back({.pixel = pixel, .vertical = mark.vertical, .text = mark.label, .label = {}});
            if (!mark.label.isEmpty())
                placeLabel(m_out.marks.back());
        }
    }

    /// Of a vertical mark above the plot, in the first row where it meets no other; of a horizontal one on its line.
    void placeLabel(MarkLine &mark) const
    {
        const double size = m_options.fontSize * 0.92;
        mark.text = elided(mark.text, m_out.plot.width() * 0.7, size, false, m_options.textWidth);
        const QSizeF box(width(mark.text, size) + 2, markLine());
        if (!mark.vertical) {
            mark.label = QRectF(QPointF(m_out.plot.right() - box.width() - 2,
                                        std::max(m_out.plot.top(), mark.pixel - box.height() - 1)),
                                box);
            return;
        }
        for (int row = m_markRows - 1; row >= 0; --row) {
            const double left = std::clamp(mark.pixel - box.width() / 2, edge,
                                           std::max(edge, m_options.size.width() - edge - box.width()));
            mark.label = QRectF(QPointF(left, m_out.plot.top() - (m_markRows - row) * markLine()), box);
            const bool free = std::none_of(m_out.marks.begin(), m_out.marks.end() - 1, [&mark](const MarkLine &other) {
                return other.label.adjusted(-6, 1, 6, -1).intersects(mark.label);
            });
            if (free)
                return;
        }
    }
    double markLine() const { return std::ceil(m_options.fontSize * 1.2); }

    double barThickness() const
    {
        const auto bars = std::count_if(m_spec.series.begin(), m_spec.series.end(),
                                        [](const Series &s) { return s.kind == SeriesKind::Bars; });
        const AxisScale &scale = m_spec.horizontal ? m_out.y : m_out.x;
        const double slot = std::abs(scale.pixelMax - scale.pixelMin) / (scale.max - scale.min);
        return std::min(thickestBar, slot * 0.72 / static_cast<double>(std::max<std::ptrdiff_t>(1, bars)));
    }

    const ChartSpec &m_spec;
    const LayoutOptions &m_options;
    QRectF m_free;
    int m_markRows = 0; ///< lines of labels above the plot
    ChartLayout m_out;
};

} // namespace

ChartLayout layoutChart(const ChartSpec &spec, const LayoutOptions &options)
{
    return Builder(spec, options).build();
}

} // namespace assay::ui
