// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttext.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr qsizetype mostWithText = 12;

} // namespace

ChartSpec perClassChart(const std::vector<NamedEvaluation> &models)
{
    ChartSpec spec;
    spec.title = ChartText::tr("F1 by class");
    Series cells{.name = spec.title, .kind = SeriesKind::Cells, .inLegend = false};
    spec.table.header = {ChartText::tr("Class")};
    for (const NamedEvaluation &model : models) {
        spec.x.categories << model.name;
        spec.table.header << model.name;
    }
    const auto &classes = models.front().evaluation->perClass;
    double low = 1, high = 0;
    for (const NamedEvaluation &model : models)
        for (const engine::ClassMetrics &one : model.evaluation->perClass)
            if (one.f1) {
                low = std::min(low, *one.f1);
                high = std::max(high, *one.f1);
            }
    for (std::size_t c = 0; c < classes.size(); ++c) {
        spec.y.categories << QString::fromStdString(classes[c].label);
        QStringList row{spec.y.categories.back()};
        for (std::size_t m = 0; m < models.size(); ++m) {
            const auto &of = models[m].evaluation->perClass;
            const bool known = c < of.size() && of[c].f1.has_value();
            const double value = known ? of[c].f1.value_or(low) : low;
            cells.x.push_back(static_cast<double>(m));
            cells.y.push_back(static_cast<double>(c));
            cells.shade.push_back(known && high > low ? (value - low) / (high - low) : 0.5);
            cells.labels << (known ? figure(value, 2) : QStringLiteral("–"));
            row << (known ? plainFigure(value) : QString());
        }
        spec.table.rows.push_back(row);
    }
    spec.series.push_back(std::move(cells));
    spec.summary = ChartText::tr("F1 runs from %1 to %2 over classes and models.").arg(figure(low), figure(high));
    return spec;
}

ChartSpec pairMatrixChart(const QStringList &names, const std::vector<engine::Judgement> &judgements,
                          const std::vector<std::size_t> &order, const QString &metric)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Each row against each column in %1").arg(metricLabel(metric));
    std::vector<std::size_t> place(names.size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        spec.x.categories << names[static_cast<qsizetype>(order[i])];
    }
    spec.y.categories = spec.x.categories;
    double largest = 0;
    for (const engine::Judgement &judgement : judgements)
        largest = std::max(largest, std::abs(judgement.difference));
    const bool texts = spec.x.categories.size() <= mostWithText;
    std::vector<Series> kinds{
        {.name = ChartText::tr("row better"), .kind = SeriesKind::Cells, .slot = 0},
        {.name = ChartText::tr("row worse"), .kind = SeriesKind::Cells, .slot = 1},
        {.name = ChartText::tr("equivalent or undecided"), .kind = SeriesKind::Cells, .slot = -1}};
    spec.table.header = {ChartText::tr("Model"), ChartText::tr("Against"), ChartText::tr("Difference"),
                         ChartText::tr("p, adjusted")};
    int decided = 0;
    for (const engine::Judgement &judgement : judgements) {
        for (const std::size_t from : {judgement.a, judgement.b}) {
            const engine::Judgement seen = engine::seenFrom(judgement, from);
            if (place[seen.a] >= order.size() || place[seen.b] >= order.size())
                continue;
            const bool better = seen.verdict == engine::Verdict::ABetter;
            const bool worse = seen.verdict == engine::Verdict::BBetter;
            decided += better ? 1 : 0;
            Series &cells = kinds[better ? 0 : worse ? 1 : 2];
            cells.x.push_back(static_cast<double>(place[seen.b]));
            cells.y.push_back(static_cast<double>(place[seen.a]));
            const double size = largest > 0 ? std::abs(seen.difference) / largest : 0;
            cells.shade.push_back(better || worse ? 0.2 + 0.8 * size : 0.08);
            if (texts)
                cells.labels << figure(seen.difference);
            spec.table.rows.push_back({names[static_cast<qsizetype>(seen.a)], names[static_cast<qsizetype>(seen.b)],
                                       plainFigure(seen.difference), plainFigure(seen.adjustedPValue)});
        }
    }
    for (Series &cells : kinds)
        if (!cells.x.empty())
            spec.series.push_back(std::move(cells));
    spec.summary =
        ChartText::tr("%1 of %2 pairs differ after adjustment; the others are grey.")
            .arg(QLocale().toString(decided), QLocale().toString(static_cast<qulonglong>(judgements.size())));
    return spec;
}

} // namespace assay::ui
