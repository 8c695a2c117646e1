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

/// A row a run, in @p order, where there are too many of them for columns; intervals are left to the charts.
ReportTable turned(ReportTable table, const std::vector<std::size_t> &order)
{
    ReportTable out{.caption = {}, .header = {ReportText::tr("Model")}, .rows = {}};
    for (const auto &row : table.rows)
        out.header << row.front().text;
    for (const std::size_t run : order) {
        std::vector<ReportCell> cells{{.text = table.header[static_cast<qsizetype>(run) + 1]}};
        for (auto &row : table.rows) {
            cells.push_back(std::move(row[run + 1]));
            cells.back().detail.clear();
        }
        out.rows.push_back(std::move(cells));
    }
    return out;
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
    const bool crowded = context.data().runs.size() > ReportContext::crowd;
    section.blocks.push_back(crowded ? turned(std::move(table), context.ranked()) : std::move(table));
    QString note = context.data().runs.size() < 2 ? QString()
                   : crowded                      ? ReportText::tr("The best of each column is marked.")
                                                  : ReportText::tr("The best of each row is marked.");
    if (const QString methods = intervalMethods(context); !methods.isEmpty())
        note += u' ' + ReportText::tr("Intervals of 95 %: %1.").arg(methods);
    if (context.task() == engine::Task::Binary && !context.data().runs.empty())
        note += u' ' + ReportText::tr("Classes are decided at a score of %1.")
                           .arg(figure(context.data().runs.front().evaluation.threshold, 2));
    if (!note.trimmed().isEmpty())
        section.blocks.push_back(ReportParagraph{note.trimmed()});
    return section;
}

} // namespace assay::app
