// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/output.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct ReportOptions
{
    std::vector<std::string> runs;
    std::string out;
    std::string title;
    std::vector<std::string> protectedColumns;
    std::string driftCurrent;
    ReadTexts read;
};

/// With a current batch, drift is told against the data of the first run.
Result<void> addDrift(const ReportOptions &options, LocalWorkbench &workbench, const Context &context,
                      ui::ReportRequest &request)
{
    if (options.driftCurrent.empty())
        return {};
    const auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    const auto reference = workbench.trainingData(request.runs.front(), context);
    if (!reference)
        return Failure(reference.error());
    const auto current = workbench.import(QString::fromStdString(options.driftCurrent), *how, context);
    if (!current)
        return at(Failure(current.error()), options.driftCurrent);
    request.driftReference = *reference;
    request.driftCurrent = *current;
    return {};
}

Result<Answer> run(const ReportOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    auto runs = resolveRuns(**workbench, options.runs);
    if (!runs)
        return Failure(runs.error());
    ui::ReportRequest request;
    request.runs = std::move(*runs);
    request.title = QString::fromStdString(options.title);
    for (const std::string &column : options.protectedColumns)
        request.protectedColumns.append(QString::fromStdString(column));
    if (const auto added = addDrift(options, **workbench, call.context, request); !added)
        return Failure(added.error());
    const auto html = (*workbench)->report(request, call.context);
    if (!html)
        return Failure(html.error());
    if (const auto written = writeFile(options.out, *html); !written)
        return Failure(written.error());
    return answer(
        call,
        [&] {
            Json ids = Json::array();
            for (const tracking::RunId &id : request.runs)
                ids.push_back(id.value.toStdString());
            return Json{{"file", options.out}, {"bytes", html->size()}, {"runs", ids}};
        },
        [&] {
            return "Written to " + options.out + " (" + bytesText(static_cast<std::uint64_t>(html->size())) + ")\n";
        });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ReportOptions>();
    command.add_option("RUNS", options->runs, "One or more, each by name or first digits of the id")->required();
    command.add_option("--out", options->out, "The page to write: one file that needs no network")
        ->required()
        ->type_name("FILE.html");
    command.add_option("--title", options->title, "Title of the report")->type_name("TEXT");
    addRepeatable(command, "--protected", options->protectedColumns,
                  "Fairness by this column (default: those the runs name)");
    command.add_option("--drift", options->driftCurrent, "Tell how this later batch differs from the training data")
        ->type_name("DATA");
    addReadOptions(command, options->read);
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo reportInfo()
{
    return {.id = "report",
            .summary = "Write a report on runs that anyone can open",
            .example = "assay report 3f9c2a1b 77b01c9e --out report.html",
            .declare = declare};
}

} // namespace assay::app
