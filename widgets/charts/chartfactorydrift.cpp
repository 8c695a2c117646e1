// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

QString testName(const std::string &test)
{
    if (test == "ks")
        return ChartText::tr("Kolmogorov–Smirnov test");
    if (test == "wasserstein_normed")
        return ChartText::tr("normed Wasserstein distance");
    if (test == "chi2")
        return ChartText::tr("chi-square test");
    if (test == "z")
        return ChartText::tr("z test");
    if (test == "jensen_shannon")
        return ChartText::tr("Jensen–Shannon distance");
    return QString::fromStdString(test);
}

/// Open ends are drawn one bin beyond the last finite edge.
std::vector<double> finiteEdges(std::vector<double> edges)
{
    if (edges.size() >= 3) {
        const std::size_t last = edges.size() - 1;
        if (!std::isfinite(edges[0]))
            edges[0] = 2 * edges[1] - edges[2];
        if (!std::isfinite(edges[last]))
            edges[last] = 2 * edges[last - 1] - edges[last - 2];
    }
    return edges;
}

QString verdict(const engine::ColumnDrift &column)
{
    const bool byP = column.test == "ks" || column.test == "chi2" || column.test == "z";
    const QString score = byP ? pValueText(column.score) : figure(column.score);
    const QString how = ChartText::tr("%1 %2, limit %3", "test, score, threshold")
                            .arg(testName(column.test), score, figure(column.threshold));
    return column.drifted ? ChartText::tr("Drifted (%1).").arg(how) : ChartText::tr("Not drifted (%1).").arg(how);
}

} // namespace

ChartSpec driftHistogramChart(const engine::ColumnDrift &column)
{
    ChartSpec spec;
    spec.title = QString::fromStdString(column.name);
    const engine::DriftHistogram &h = column.histogram;
    const QString names[2] = {ChartText::tr("Reference"), ChartText::tr("Current")};
    const std::vector<double> *shares[2] = {&h.reference, &h.current};
    const bool numeric = !h.edges.empty();
    (numeric ? spec.y : spec.x).title = ChartText::tr("Share of rows");
    spec.horizontal = !numeric;
    for (const std::string &label : h.labels)
        spec.y.categories << QString::fromStdString(label);
    spec.x.time = column.kind == engine::Kind::Date || column.kind == engine::Kind::DateTime;
    const std::vector<double> edges = finiteEdges(h.edges);
    for (int i = 0; i < 2; ++i)
        spec.series.push_back({.name = names[i],
                               .kind = numeric ? SeriesKind::Steps : SeriesKind::Bars,
                               .x = edges,
                               .y = *shares[i],
                               .slot = i,
                               .filled = numeric});
    if (numeric) {
        spec.table.header = {ChartText::tr("From"), ChartText::tr("To"), names[0], names[1]};
        for (std::size_t i = 0; i + 1 < h.edges.size(); ++i)
            spec.table.rows.push_back({plainFigure(h.edges[i]), plainFigure(h.edges[i + 1]),
                                       plainFigure(h.reference[i]), plainFigure(h.current[i])});
    }
    spec.summary = verdict(column);
    if (column.psi)
        spec.summary += u' ' + ChartText::tr("PSI %1.").arg(figure(*column.psi));
    if (!column.newCategories.empty())
        spec.summary +=
            u' ' + ChartText::tr("%n new categories.", nullptr, static_cast<int>(column.newCategories.size()));
    return spec;
}

ChartSpec driftOverviewChart(const engine::DriftReport &report, int columns)
{
    std::vector<const engine::ColumnDrift *> sorted;
    for (const engine::ColumnDrift &column : report.columns)
        sorted.push_back(&column);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto *a, const auto *b) { return a->movement > b->movement; });
    ChartSpec spec;
    spec.title = ChartText::tr("Movement of each column");
    spec.horizontal = true;
    spec.x = {
        .title = ChartText::tr("Jensen–Shannon distance, 0 same to 1 apart"), .min = 0.0, .max = {}, .categories = {}};
    spec.table.header = {ChartText::tr("Column"), ChartText::tr("Movement"), ChartText::tr("Drifted")};
    Series bars{.name = ChartText::tr("Movement"), .kind = SeriesKind::Bars, .x = {}, .y = {}, .inLegend = false};
    int drifted = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const engine::ColumnDrift &column = *sorted[i];
        drifted += column.drifted ? 1 : 0;
        spec.table.rows.push_back({QString::fromStdString(column.name), plainFigure(column.movement),
                                   column.drifted ? ChartText::tr("yes") : ChartText::tr("no")});
        if (static_cast<int>(i) >= columns)
            continue;
        spec.y.categories << QString::fromStdString(column.name);
        bars.y.push_back(column.movement);
        bars.barSlots.push_back(column.drifted ? 1 : -1);
        bars.labels << figure(column.movement);
    }
    spec.series.push_back(std::move(bars));
    // For the legend alone: what the two colours mean.
    spec.series.push_back({.name = ChartText::tr("drifted"), .kind = SeriesKind::Steps, .x = {}, .y = {}, .slot = 1});
    spec.series.push_back(
        {.name = ChartText::tr("not drifted"), .kind = SeriesKind::Steps, .x = {}, .y = {}, .slot = -1});
    spec.summary = ChartText::tr("%1 of %2 columns drifted.")
                       .arg(QLocale().toString(drifted), QLocale().toString(static_cast<int>(sorted.size())));
    if (!sorted.empty())
        spec.summary += u' ' + ChartText::tr("%1 moved most (%2).")
                                   .arg(QString::fromStdString(sorted.front()->name), figure(sorted.front()->movement));
    if (static_cast<int>(sorted.size()) > columns)
        spec.summary += u' ' + ChartText::tr("The %1 that moved most are drawn.").arg(QLocale().toString(columns));
    return spec;
}

} // namespace assay::ui
