// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/comparisontext.h"
#include "app/commands/demonstration.h"
#include "app/commands/drifttext.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <algorithm>

namespace assay::app {

namespace {

constexpr std::size_t shownFeatures = 5;
constexpr std::size_t shownColumns = 3;

/// The comparison under the models' ids instead of their runs' names.
engine::Comparison namedComparison(const Demonstration &demo)
{
    engine::Comparison comparison = demo.comparison.comparison;
    for (std::size_t i = 0; i < comparison.models.size(); ++i)
        comparison.models[i] = demo.trained[i].model.toStdString();
    return comparison;
}

std::string dataText(const Demonstration &demo)
{
    std::vector<std::string> warnings;
    for (const engine::DataWarning &warning : demo.profile.warnings)
        warnings.push_back(warning.message);
    return "Data: " + fileName(demo.data->path.toStdString()) + ", " + countText(demo.profile.rows, "row") + ", " +
           countText(demo.profile.columns.size(), "column") + '\n' + listText("Worth knowing", warnings);
}

std::string modelsText(const Demonstration &demo)
{
    TextTable table({"model", "run", "ROC AUC", "95 % interval", "accuracy", "log loss", "fitted in"});
    for (std::size_t i = 0; i < demo.trained.size(); ++i) {
        const engine::Evaluation &e = demo.comparison.runs[i].evaluation;
        table.add({demo.trained[i].model.toStdString(), shortId(demo.trained[i].run), metricText(e.metric("roc_auc")),
                   intervalText(e.interval("roc_auc")), metricText(e.metric("accuracy")),
                   metricText(e.metric("log_loss")), secondsText(demo.trained[i].fitSeconds)});
    }
    return headingText("Models, on the same " + countText(demo.comparison.runs.front().evaluation.n, "test row")) +
           table.text(2);
}

std::string explainText(const Demonstration &demo)
{
    TextTable table({"feature", "mean |contribution|"});
    for (std::size_t i = 0; i < std::min(shownFeatures, demo.attribution.meanAbs.size()); ++i)
        table.add({demo.attribution.meanAbs[i].first, fixedText(demo.attribution.meanAbs[i].second)});
    return headingText("What drives " + demo.trained[demo.best].model.toStdString()) + table.text(2);
}

std::string groupsText(const Demonstration &demo)
{
    std::string text;
    for (const engine::AttributeFairness &attribute : demo.fairness.attributes) {
        TextTable table({attribute.attribute, "rows", "selected", "95 % interval", "TPR", "FPR"});
        for (const engine::GroupMetrics &g : attribute.groups)
            table.add({g.group, countText(g.n), metricText(g.selectionRate),
                       intervalText(g.selectionInterval ? &*g.selectionInterval : nullptr), metricText(g.tpr),
                       metricText(g.fpr)});
        text += headingText("Who is treated differently, by " + attribute.attribute + " (disparate impact " +
                            metricText(attribute.disparateImpact) + ')') +
                table.text(2);
    }
    return text;
}

std::string movedText(const Demonstration &demo)
{
    std::vector<const engine::ColumnDrift *> moved;
    for (const engine::ColumnDrift &column : demo.drift.columns)
        moved.push_back(&column);
    std::ranges::stable_sort(moved, std::ranges::greater(), &engine::ColumnDrift::movement);
    moved.resize(std::min(moved.size(), shownColumns));
    TextTable table({"column", "Jensen-Shannon", "PSI", "drifted"});
    for (const engine::ColumnDrift *column : moved)
        table.add(
            {column->name, metricText(column->jensenShannon), metricText(column->psi), column->drifted ? "yes" : "no"});
    return headingText("Drift in " + fileName(demo.later->path.toStdString()) + ": " + driftVerdict(demo.drift)) +
           table.text(2);
}

} // namespace

Json demonstrationDocument(const Demonstration &demo, const std::string &reportFile)
{
    Json runs = Json::array();
    for (std::size_t i = 0; i < demo.trained.size(); ++i) {
        Json metrics = Json::object();
        for (const engine::Metric &metric : demo.comparison.runs[i].evaluation.metrics)
            metrics[metric.name] = jsonNumber(metric.value);
        runs.push_back({{"run_id", demo.trained[i].run.value.toStdString()},
                        {"model", demo.trained[i].model.toStdString()},
                        {"metrics", metrics}});
    }
    return {{"runs", runs},
            {"best", demo.trained[demo.best].model.toStdString()},
            {"comparison", engine::toJson(namedComparison(demo))},
            {"explain", engine::toJson(demo.attribution)},
            {"fairness", engine::toJson(demo.fairness)},
            {"drift", engine::toJson(demo.drift)},
            {"report", reportFile}};
}

std::string demonstrationText(const Demonstration &demo, const std::string &reportFile)
{
    return dataText(demo) + modelsText(demo) + listText("Compared", pairSentences(namedComparison(demo))) +
           explainText(demo) + groupsText(demo) + movedText(demo) + "\nReport: " + reportFile + '\n';
}

} // namespace assay::app
