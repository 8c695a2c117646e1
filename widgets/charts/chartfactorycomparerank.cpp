// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttext.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::ui {

namespace {

/// Lays a critical-difference diagram out from top to bottom: title, the difference itself, the axis of ranks with its
/// names hanging from it, bars over the groups.
class RankDiagram
{
public:
    RankDiagram(const engine::RankTest &test, const QStringList &names, double width, TextWidth textWidth,
                double fontSize)
        : m_test(test)
        , m_names(names)
        , m_textWidth(std::move(textWidth))
        , m_font(fontSize)
        , m_width(width)
        , m_order(test.meanRanks.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::ranges::stable_sort(m_order, {}, [&](std::size_t model) { return m_test.meanRanks[model]; });
        double widest = 0;
        for (const std::size_t model : m_order)
            widest = std::max(widest, m_textWidth(label(model), m_font, false));
        m_side = std::min(widest + 14, width * 0.36);
    }

    std::vector<SceneShape> shapes()
    {
        double y = 10 + m_font * 1.12;
        add({.kind = ShapeKind::Text,
             .ink = {.role = InkRole::Text},
             .points = {{10, y}},
             .text = title(),
             .size = m_font * 1.12,
             .bold = true});
        y += m_font * 2;
        difference(y);
        y += m_font * 2.4;
        axis(y);
        const double hanging = bars(y + 10);
        leaders(y, hanging);
        return std::move(m_shapes);
    }

    static QString title() { return ChartText::tr("Mean ranks and critical difference"); }
    double height() const { return m_bottom + 12; }

private:
    void add(SceneShape shape) { m_shapes.push_back(std::move(shape)); }
    void line(QPointF from, QPointF to, double width, InkRole role = InkRole::Text)
    {
        add({.kind = ShapeKind::Polyline, .ink = {.role = role}, .points = {from, to}, .width = width});
    }
    void write(const QString &text, QPointF at, Anchor anchor, InkRole role = InkRole::Text)
    {
        add({.kind = ShapeKind::Text,
             .ink = {.role = role},
             .points = {at},
             .text = text,
             .size = m_font,
             .anchor = anchor});
    }

    double lowest() const { return 1; }
    double highest() const { return std::max<double>(2, static_cast<double>(m_order.size())); }
    double pixel(double rank) const
    {
        return m_side + (rank - lowest()) / (highest() - lowest()) * (m_width - 2 * m_side);
    }
    QString label(std::size_t model) const
    {
        return QStringLiteral("%1  %2").arg(m_names.value(static_cast<qsizetype>(model)),
                                            figure(m_test.meanRanks[model], 2));
    }

    void difference(double y)
    {
        const double from = pixel(1), to = pixel(std::min(highest(), 1 + m_test.criticalDifference));
        line({from, y}, {to, y}, 1.6);
        line({from, y - 4}, {from, y + 4}, 1.6);
        line({to, y - 4}, {to, y + 4}, 1.6);
        write(ChartText::tr("CD %1", "critical difference").arg(figure(m_test.criticalDifference, 2)),
              {to + 8, y + m_font * 0.35}, Anchor::Start, InkRole::Faint);
    }

    void axis(double y)
    {
        line({pixel(lowest()), y}, {pixel(highest()), y}, 1.4, InkRole::Axis);
        const int step = std::max(1, static_cast<int>(std::ceil((highest() - 1) / 12)));
        for (int rank = 1; rank <= static_cast<int>(highest()); rank += step) {
            line({pixel(rank), y - 5}, {pixel(rank), y}, 1, InkRole::Axis);
            write(QString::number(rank), {pixel(rank), y - 8}, Anchor::Middle, InkRole::Faint);
        }
    }

    /// Returns where the lowest bar ends.
    double bars(double y)
    {
        for (const auto &group : m_test.groups) {
            if (group.size() < 2)
                continue;
            double low = highest(), high = lowest();
            for (const std::size_t model : group) {
                low = std::min(low, m_test.meanRanks[model]);
                high = std::max(high, m_test.meanRanks[model]);
            }
            line({pixel(low) - 4, y}, {pixel(high) + 4, y}, 4);
            y += 8;
        }
        return y;
    }

    /// The better half of the names on the left, best on top; the others on the right, worst on top.
    void leaders(double top, double first)
    {
        const std::size_t left = (m_order.size() + 1) / 2;
        const double row = std::ceil(m_font * 1.55);
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const bool isLeft = i < left;
            const std::size_t place = isLeft ? i : m_order.size() - 1 - i;
            const double y = first + row * (static_cast<double>(place) + 0.9), x = pixel(m_test.meanRanks[m_order[i]]);
            const double side = isLeft ? m_side - 8 : m_width - m_side + 8;
            add({.kind = ShapeKind::Polyline,
                 .ink = {.role = InkRole::Faint},
                 .points = {{x, top}, {x, y}, {side, y}},
                 .width = 1});
            const QString text = elided(label(m_order[i]), m_side - 14, m_font, false, m_textWidth);
            write(text, {isLeft ? side - 4 : side + 4, y + m_font * 0.35}, isLeft ? Anchor::End : Anchor::Start);
            m_bottom = std::max(m_bottom, y + m_font * 0.6);
        }
    }

    const engine::RankTest &m_test;
    const QStringList &m_names;
    TextWidth m_textWidth;
    double m_font, m_width, m_side = 0, m_bottom = 0;
    std::vector<std::size_t> m_order;
    std::vector<SceneShape> m_shapes;
};

} // namespace

ScenePicture criticalDifferencePicture(const engine::RankTest &test, const QStringList &names, double width,
                                       const TextWidth &textWidth, double fontSize)
{
    RankDiagram diagram(test, names, width, textWidth, fontSize);
    ScenePicture picture{.title = RankDiagram::title(), .shapes = diagram.shapes()};
    picture.size = {width, diagram.height()};
    picture.table.header = {ChartText::tr("Model"), ChartText::tr("Mean rank")};
    QStringList parts;
    for (std::size_t model = 0; model < test.meanRanks.size(); ++model) {
        picture.table.rows.push_back({names.value(static_cast<qsizetype>(model)), plainFigure(test.meanRanks[model])});
        parts << ChartText::tr("%1 for %2")
                     .arg(figure(test.meanRanks[model], 2), names.value(static_cast<qsizetype>(model)));
    }
    picture.summary = ChartText::tr("Friedman's test over %1 folds: %2. Models whose mean ranks are less than %3 apart "
                                    "are not shown to differ (Nemenyi, α = 0.05); a bar joins them. Mean ranks: %4.")
                          .arg(QString::number(test.blocks), pValueText(test.pValue),
                               figure(test.criticalDifference, 2), sentenceList(parts));
    return picture;
}

} // namespace assay::ui
