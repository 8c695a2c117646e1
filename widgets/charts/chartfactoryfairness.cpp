// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

struct Rate
{
    std::optional<double> value;
    std::optional<engine::Interval> interval;
};

Rate rateOf(const engine::GroupMetrics &group, GroupRate rate)
{
    switch (rate) {
    case GroupRate::Selection:
        return {group.selectionRate, group.selectionInterval};
    case GroupRate::Accuracy:
        return {group.accuracy, group.accuracyInterval};
    case GroupRate::TruePositive:
        return {group.tpr, group.tprInterval};
    case GroupRate::FalsePositive:
        return {group.fpr, group.fprInterval};
    }
    return {};
}

QString rateName(GroupRate rate)
{
    switch (rate) {
    case GroupRate::Selection:
        return ChartText::tr("Selection rate");
    case GroupRate::Accuracy:
        return ChartText::tr("Accuracy");
    case GroupRate::TruePositive:
        return ChartText::tr("True positive rate");
    case GroupRate::FalsePositive:
        return ChartText::tr("False positive rate");
    }
    return {};
}

QString rows(std::size_t n)
{
    return QLocale().toString(static_cast<qulonglong>(n));
}

/// The groups with the lowest and the highest rate.
struct Extremes
{
    const engine::GroupMetrics *low = nullptr, *high = nullptr;
    double lowest = 0, highest = 0;
};

Extremes extremesOf(const engine::AttributeFairness &fairness, GroupRate rate)
{
    Extremes e;
    for (const engine::GroupMetrics &group : fairness.groups) {
        const std::optional<double> value = rateOf(group, rate).value;
        if (!value)
            continue;
        if (!e.low || *value < e.lowest) {
            e.low = &group;
            e.lowest = *value;
        }
        if (!e.high || *value > e.highest) {
            e.high = &group;
            e.highest = *value;
        }
    }
    return e;
}

} // namespace

ChartSpec fairnessChart(const engine::AttributeFairness &fairness, GroupRate rate)
{
    const QString attribute = QString::fromStdString(fairness.attribute), name = rateName(rate);
    ChartSpec spec;
    spec.title = ChartText::tr("%1 by %2", "a rate, an attribute").arg(name, attribute);
    spec.horizontal = true;
    spec.x.min = 0;
    spec.table.header = {attribute, ChartText::tr("Rows"), name, ChartText::tr("Low"), ChartText::tr("High")};
    const double none = std::numeric_limits<double>::quiet_NaN();
    Series bars{.name = name, .kind = SeriesKind::Bars, .x = {}, .y = {}, .inLegend = false};
    for (const engine::GroupMetrics &group : fairness.groups) {
        const Rate r = rateOf(group, rate);
        const QString label = QString::fromStdString(group.group);
        spec.y.categories << label;
        bars.y.push_back(r.value.value_or(none));
        bars.low.push_back(r.interval && r.value ? r.interval->low : none);
        bars.high.push_back(r.interval && r.value ? r.interval->high : none);
        bars.labels << (r.value ? percent(*r.value) : ChartText::tr("undefined"));
        spec.table.rows.push_back({label, QString::number(group.n), plainFigure(bars.y.back()),
                                   plainFigure(bars.low.back()), plainFigure(bars.high.back())});
    }
    spec.series.push_back(std::move(bars));
    const Extremes e = extremesOf(fairness, rate);
    if (!e.low) {
        spec.summary = ChartText::tr("%1 is undefined in every group.").arg(name);
        return spec;
    }
    if (e.low != e.high) {
        spec.marks = {
            {.vertical = true, .at = e.lowest, .label = ChartText::tr("lowest %1").arg(percent(e.lowest))},
            {.vertical = true, .at = e.highest, .label = ChartText::tr("highest %1").arg(percent(e.highest))}};
    }
    spec.summary = ChartText::tr("%1 runs from %2 (%3, %4 rows) to %5 (%6, %7 rows), a gap of %8 points.")
                       .arg(name, percent(e.lowest), QString::fromStdString(e.low->group), rows(e.low->n),
                            percent(e.highest), QString::fromStdString(e.high->group), rows(e.high->n),
                            QLocale().toString((e.highest - e.lowest) * 100, 'f', 1));
    if (e.highest > 0)
        spec.summary += u' ' + ChartText::tr("The lowest is %1 of the highest.").arg(percent(e.lowest / e.highest, 0));
    return spec;
}

} // namespace assay::ui
