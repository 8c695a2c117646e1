// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/keepchoice.h"

#include "app/commands/options.h"
#include "app/commands/texttable.h"
#include "tracking/deleted.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace assay::app {

namespace {

Result<std::vector<tracking::RunId>> namedRuns(LocalWorkbench &workbench, const RunChoice &choice)
{
    if (!choice.deleted)
        return resolveRuns(workbench, choice.runs);
    std::vector<tracking::RunId> runs;
    for (const std::string &text : choice.runs) {
        auto run = tracking::resolveDeleted(workbench.store(), QString::fromStdString(text));
        if (!run)
            return Failure(run.error());
        runs.push_back(std::move(*run));
    }
    return runs;
}

} // namespace

void addRunQuery(CLI::App &command, RunChoice &choice)
{
    command.add_option("--query", choice.query, "All runs that `assay runs QUERY` lists")->type_name("QUERY");
}

void addRunChoice(CLI::App &command, RunChoice &choice)
{
    command.add_option("RUNS", choice.runs, "One or more, each by name or first digits of the id");
    addRunQuery(command, choice);
}

Result<std::vector<tracking::RunId>> chosenRuns(LocalWorkbench &workbench, const RunChoice &choice)
{
    if (choice.runs.empty() && choice.query.empty())
        return badOption("Give a run by name or id, or runs with --query.");
    auto runs = namedRuns(workbench, choice);
    if (!runs || choice.query.empty())
        return runs;
    const auto found = workbench.runs(
        {.filter = QString::fromStdString(choice.query), .deleted = choice.deleted, .archived = choice.archived});
    if (!found)
        return Failure(found.error());
    for (const tracking::Run &run : *found)
        if (std::ranges::find(*runs, run.id) == runs->end())
            runs->push_back(run.id);
    if (runs->empty())
        return failure(ErrorKind::NotFound, "unknown_run", "No run fits the query `{}`.",
                       {choice.query.size() > 200 ? choice.query.substr(0, 200) + "…" : choice.query});
    return runs;
}

std::string idList(const std::vector<tracking::RunId> &runs)
{
    constexpr std::size_t shown = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(runs.size(), shown); ++i)
        text += (text.empty() ? "" : ", ") + shortId(runs[i]);
    if (runs.size() > shown)
        text += " and " + std::to_string(runs.size() - shown) + " more";
    return text;
}

Answer keptAnswer(const std::vector<tracking::RunId> &runs, const std::string &done)
{
    Json ids = Json::array();
    for (const tracking::RunId &id : runs)
        ids.push_back(id.value.toStdString());
    const std::string verb = runs.size() == 1 ? " is " : " are ";
    return {.document = {{"runs", ids}, {"done", done}}, .text = idList(runs) + verb + done + ".\n"};
}

Answer keptAnswer(const std::vector<tracking::RunId> &runs, const std::string &done, qint64 below)
{
    Answer answer = keptAnswer(runs, done);
    answer.document["below"] = below;
    if (below > 0) {
        answer.text.resize(answer.text.size() - 2);
        answer.text += ", with " + countText(static_cast<std::uint64_t>(below), "run") + " under " +
                       (runs.size() == 1 ? "it" : "them") + ".\n";
    }
    return answer;
}

} // namespace assay::app
