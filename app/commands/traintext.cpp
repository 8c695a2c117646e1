// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/traintext.h"

#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <algorithm>

namespace assay::app {

namespace {

std::vector<std::string> strings(const QStringList &list)
{
    std::vector<std::string> texts;
    for (const QString &text : list)
        texts.push_back(text.toStdString());
    return texts;
}

const engine::Interval *intervalOf(const ui::TrainOutcome &outcome, const QString &metric)
{
    const auto it = std::ranges::find(outcome.intervals, metric, [](const auto &entry) { return entry.first; });
    return it == outcome.intervals.end() ? nullptr : &it->second;
}

} // namespace

Json trainDocument(const ui::TrainOutcome &outcome, const tracking::RunDetails &details)
{
    Json metrics = Json::object();
    for (const auto &[name, value] : outcome.metrics)
        metrics[name.toStdString()] = jsonNumber(value);
    Json intervals = Json::object();
    for (const auto &[name, interval] : outcome.intervals)
        intervals[name.toStdString()] = {{"low", jsonNumber(interval.low)},
                                         {"high", jsonNumber(interval.high)},
                                         {"level", interval.level},
                                         {"method", interval.method}};
    Json children = Json::array();
    for (const tracking::Run &child : details.children)
        children.push_back(child.id.value.toStdString());
    return {{"run_id", outcome.run.value.toStdString()},
            {"name", details.run.name.toStdString()},
            {"experiment", outcome.experiment.toStdString()},
            {"model", outcome.model.toStdString()},
            {"task", details.run.task.toStdString()},
            {"params", toJson(outcome.params)},
            {"metrics", metrics},
            {"intervals", intervals},
            {"fit_seconds", outcome.fitSeconds},
            {"predict_seconds", outcome.predictSeconds},
            {"n_train", outcome.trainRows},
            {"n_test", outcome.testRows},
            {"artifacts", strings(outcome.artifacts)},
            {"children", children},
            {"notes", strings(outcome.notes)}};
}

std::string trainText(const ui::TrainOutcome &outcome, const tracking::RunDetails &details)
{
    std::string text = "Run " + shortId(outcome.run) + ", " + details.run.name.toStdString() + " (" +
                       outcome.model.toStdString() + ", " + details.run.task.toStdString() + "), experiment " +
                       outcome.experiment.toStdString() + '\n';
    text += countText(static_cast<std::uint64_t>(outcome.trainRows), "training row") + ", " +
            countText(static_cast<std::uint64_t>(outcome.testRows), "test row") + "; fitted in " +
            secondsText(outcome.fitSeconds) + ", predicted in " + secondsText(outcome.predictSeconds);
    if (!details.children.empty())
        text += "; " + countText(details.children.size(), "fold") + ", each a run of its own";
    TextTable table({"metric", "value", "95 % interval"});
    for (const auto &[name, value] : outcome.metrics)
        table.add({name.toStdString(), fixedText(value), intervalText(intervalOf(outcome, name))});
    return text + "\n\n" + table.text() + listText("Worth knowing", strings(outcome.notes));
}

} // namespace assay::app
