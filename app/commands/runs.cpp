// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/runtext.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

constexpr qint64 defaultLimit = 50;

struct RunsOptions
{
    std::vector<std::string> query;
    std::string experiment;
    std::string sort = "start_time";
    bool ascending = false;
    bool deleted = false;
    bool topLevel = false;
    qint64 limit = -1; ///< default: all for programs, a screenful for people
};

tracking::RunQuery queryOf(const RunsOptions &options, bool json)
{
    QStringList words;
    for (const std::string &word : options.query)
        words.append(QString::fromStdString(word));
    tracking::RunQuery query;
    query.filter = words.join(QLatin1Char(' '));
    query.experiment = QString::fromStdString(options.experiment);
    query.sortKey = QString::fromStdString(options.sort);
    query.descending = !options.ascending;
    query.topLevelOnly = options.topLevel;
    query.deleted = options.deleted;
    query.limit = options.limit < 0 && !json ? defaultLimit : options.limit;
    return query;
}

Result<Answer> run(const RunsOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const tracking::RunQuery query = queryOf(options, call.common.json);
    const auto runs = (*workbench)->runs(query);
    if (!runs)
        return Failure(runs.error());
    const auto total = (*workbench)->store().count(query);
    if (!total)
        return Failure(total.error());
    return answer(
        call,
        [&] {
            Json list = Json::array();
            for (const tracking::Run &one : *runs)
                list.push_back(runDocument(one));
            return Json{{"runs", list}, {"total", *total}};
        },
        [&] { return runsText(*runs, *total); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<RunsOptions>();
    command.add_option("QUERY", options->query,
                       "Words that must occur in name, model, experiment, a tag or a parameter");
    command.add_option("--experiment", options->experiment, "Runs of this experiment only")->type_name("NAME");
    command.add_option("--sort", options->sort, "start_time, name, model, status, metrics.KEY, params.KEY or tags.KEY")
        ->type_name("KEY");
    command.add_flag("--ascending", options->ascending, "Smallest first");
    command.add_option("--limit", options->limit, "Show at most so many")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command.add_flag("--top-level", options->topLevel, "Leave out folds and other runs under a run");
    command.add_flag("--deleted", options->deleted, "Show the deleted runs instead");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo runsInfo()
{
    return {.id = "runs",
            .summary = "List the recorded runs",
            .example = "assay runs xgboost --sort metrics.roc_auc --limit 10",
            .declare = declare};
}

} // namespace assay::app
