// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>

namespace assay::app {

namespace {

using ui::figure;

/// The runs whose value of @p metric is best; several on a tie.
std::vector<bool> bestOf(const std::vector<std::optional<double>> &values, const std::string &metric)
{
    const bool larger = engine::largerIsBetter(metric);
    std::optional<double> best;
    for (const auto &value : values) {
        if (value && (!best || (larger ? *value > *best : *value < *best)))
            best = value;
    }
    std::vector<bool> out;
    for (const auto &value : values)
        out.push_back(value && best && *value == *best && values.size() > 1);
    return out;
}

std::vector<ReportCell> metricRow(const ReportContext &context, const std::string &metric)
{
    std::vector<std::optional<double>> values;
    for (const ui::RunAnalysis &run : context.data().runs)
        values.push_back(run.evaluation.metric(metric));
    const std::vector<bool> best = bestOf(values, metric);
    std::vector<ReportCell> row{{.text = ui::metricLabel(QString::fromStdString(metric))}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        ReportCell cell{
            .text = values[i] ? figure(*values[i], 4) : ReportText::tr("undefined"), .number = true, .marked = best[i]};
        if (const engine::Interval *interval = context.data().runs[i].evaluation.interval(metric))
            cell.detail = ReportText::tr("%1 to %2").arg(figure(interval->low), figure(interval->high));
        row.push_back(std::move(cell));
    }
    return row;
}

QString intervalMethods(const ReportContext &context)
{
    QStringList methods;
    for (const ui::RunAnalysis &run : context.data().runs) {
        for (const auto &[metric, interval] : run.evaluation.intervals) {
            methods << (interval.method == "delong"   ? ReportText::tr("DeLong for AUC")
                        : interval.method == "wilson" ? ReportText::tr("Wilson for shares")
                                                      : ReportText::tr("bootstrap else"));
        }
    }
    methods.removeDuplicates();
    return methods.join(QStringLiteral(", "));
}

std::vector<ReportCell> pairRow(const ReportContext &context, const engine::PairComparison &pair)
{
    std::vector<ReportCell> row{
        {.text = ReportText::tr("%1 − %2", "two models").arg(context.name(pair.a), context.name(pair.b))}};
    const auto add = [&row](const QString &text, const QString &detail = {}) {
        row.push_back({.text = text, .number = true, .detail = detail});
    };
    const std::string headline = engine::headline(context.task()).metric;
    double p = 1;
    const auto bootstrap = pair.bootstrap.find(headline);
    if (pair.delong) {
        add(figure(pair.delong->difference, 4),
            ReportText::tr("%1 to %2").arg(figure(pair.delong->low, 4), figure(pair.delong->high, 4)));
        add(ReportText::tr("DeLong"));
        p = pair.delong->pValue;
    } else if (bootstrap != pair.bootstrap.end()) {
        add(figure(bootstrap->second.difference, 4),
            ReportText::tr("%1 to %2").arg(figure(bootstrap->second.low, 4), figure(bootstrap->second.high, 4)));
        add(ReportText::tr("paired bootstrap"));
        p = bootstrap->second.pValue;
    } else {
        add(QStringLiteral("–"));
        add(QStringLiteral("–"));
    }
    add(ui::pValueText(p));
    add(pair.adjustedPValue ? ui::pValueText(*pair.adjustedPValue) : QStringLiteral("–"));
    row.back().marked = pair.adjustedPValue && *pair.adjustedPValue < 0.05;
    add(pair.mcnemar ? ui::pValueText(pair.mcnemar->exact ? pair.mcnemar->exactPValue : pair.mcnemar->pValue)
                     : QStringLiteral("–"),
        pair.mcnemar ? ReportText::tr("%1 against %2 rows", "discordant")
                           .arg(figure(pair.mcnemar->n10, 0), figure(pair.mcnemar->n01, 0))
                     : QString());
    add(QLocale().toString(static_cast<qulonglong>(pair.rows)));
    return row;
}

} // namespace

ReportSection metricsSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("metrics"), .title = ReportText::tr("Metrics"), .blocks = {}};
    ReportTable table{.caption = {}, .header = QStringList{ReportText::tr("Metric")} + context.names(), .rows = {}};
    if (!context.data().runs.empty()) {
        for (const engine::Metric &metric : context.data().runs.front().evaluation.metrics)
            table.rows.push_back(metricRow(context, metric.name));
    }
    section.blocks.push_back(std::move(table));
    QString note = context.data().runs.size() > 1 ? ReportText::tr("The best of each row is marked.") : QString();
    if (const QString methods = intervalMethods(context); !methods.isEmpty())
        note += u' ' + ReportText::tr("Intervals of 95 %: %1.").arg(methods);
    if (context.task() == engine::Task::Binary && !context.data().runs.empty())
        note += u' ' + ReportText::tr("Classes are decided at a score of %1.")
                           .arg(figure(context.data().runs.front().evaluation.threshold, 2));
    if (!note.trimmed().isEmpty())
        section.blocks.push_back(ReportParagraph{note.trimmed()});
    return section;
}

ReportSection comparisonSection(ReportContext &context)
{
    ReportSection section{
        .id = QStringLiteral("comparison"), .title = ReportText::tr("Paired comparison"), .blocks = {}};
    if (!context.data().comparison || context.data().comparison->comparison.pairs.empty())
        return section;
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("Models"),
                                 ReportText::tr("Difference in %1").arg(ui::metricLabel(context.headline())),
                                 ReportText::tr("Test"), ReportText::tr("p"), ReportText::tr("p, adjusted"),
                                 ReportText::tr("McNemar"), ReportText::tr("Rows")},
                      .rows = {}};
    for (const engine::PairComparison &pair : context.data().comparison->comparison.pairs) {
        if (pair.a < context.data().runs.size() && pair.b < context.data().runs.size())
            table.rows.push_back(pairRow(context, pair));
    }
    section.blocks.push_back(std::move(table));
    section.blocks.push_back(
        ReportParagraph{ReportText::tr("Both models of a pair are judged on the rows they share. P-values are adjusted "
                                       "by Holm's method for the number of pairs; those below 0.05 are marked.")});
    return section;
}

ReportSection curvesSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("curves"), .title = ReportText::tr("Curves"), .blocks = {}};
    if (!context.data().curves || context.data().runs.empty())
        return section;
    ReportFigures figures;
    const std::vector<ui::NamedEvaluation> models = context.models();
    if (context.task() == engine::Task::Binary) {
        figures.items = {context.figure(ui::rocChart(models), 400), context.figure(ui::prChart(models), 400),
                         context.figure(ui::calibrationChart(models), 400)};
        if (!models.front().evaluation->gain.share.empty())
            figures.items.push_back(context.figure(ui::gainChart(models), 400));
    } else if (context.task() == engine::Task::Regression) {
        section.title = ReportText::tr("Predictions");
        for (std::size_t i = 0; i < context.data().runs.size(); ++i) {
            ui::ChartSpec spec = ui::residualChart({{context.name(i), &context.data().runs[i].predictions}});
            for (ui::Series &series : spec.series)
                series.slot = series.slot < 0 ? series.slot : static_cast<int>(i % 8);
            figures.items.push_back(context.figure(spec, 400));
        }
    } else {
        section.title = ReportText::tr("Confusion");
    }
    if (context.task() != engine::Task::Regression) {
        for (const ui::NamedEvaluation &model : models) {
            ui::ChartSpec spec = ui::confusionChart(*model.evaluation);
            spec.title += QStringLiteral(" · ") + model.name;
            figures.items.push_back(context.figure(spec, 400));
        }
    }
    section.blocks.push_back(std::move(figures));
    return section;
}

} // namespace assay::app
