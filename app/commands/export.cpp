// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "tracking/exporters/exporter.h"
#include "tracking/exporters/exportplan.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <memory>

namespace assay::app {

namespace {

struct ExportOptions
{
    std::vector<std::string> runs;
    std::string query;
    std::string experiment;
    std::string out;
    std::string format = "assay";
    bool all = false;
    bool children = false;
};

std::vector<std::string> formats()
{
    std::vector<std::string> ids;
    for (const tracking::ExporterInfo &one : tracking::exporters())
        ids.emplace_back(one.id);
    return ids;
}

/// The runs named, and those a query or an experiment asks for.
Result<tracking::ExportPlan> plan(const ExportOptions &options, LocalWorkbench &workbench)
{
    auto runs = resolveRuns(workbench, options.runs);
    if (!runs)
        return Failure(runs.error());
    tracking::ExportChoice choice{.runs = std::move(*runs), .children = options.children};
    if (options.all || !options.query.empty() || !options.experiment.empty())
        choice.query = tracking::RunQuery{.filter = QString::fromStdString(options.query),
                                          .experiment = QString::fromStdString(options.experiment),
                                          .descending = false};
    else if (choice.runs.empty())
        return badOption("Name the runs to export, or choose them with --query, --experiment or --all.");
    return planExport(workbench.store(), choice);
}

Json document(const tracking::ExportReport &report, const std::vector<tracking::RunId> &runs)
{
    Json ids = Json::array();
    for (const tracking::RunId &run : runs)
        ids.push_back(run.value.toStdString());
    return {{"format", report.format.toStdString()},
            {"out", report.path.toStdString()},
            {"runs", ids},
            {"points", report.points},
            {"artifacts", report.artifacts},
            {"models", report.models},
            {"bytes", report.bytes}};
}

std::string count(qint64 number, const char *one, const char *many)
{
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::string text(const tracking::ExportReport &report)
{
    std::string sentence = "Written to " + report.path.toStdString() + ": " + count(report.runs, "run", "runs") +
                           " with " + count(report.points, "point", "points");
    if (report.artifacts > 0)
        sentence += " and " + count(report.artifacts, "artifact", "artifacts");
    if (report.models > 0)
        sentence += ", " + count(report.models, "registered model", "registered models");
    return sentence + " (" + bytesText(static_cast<std::uint64_t>(report.bytes)) + ").\n";
}

Result<Answer> run(const ExportOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto chosen = plan(options, **workbench);
    if (!chosen)
        return Failure(chosen.error());
    const auto report = tracking::exportRuns((*workbench)->store(), chosen->runs, QString::fromStdString(options.out),
                                             QString::fromStdString(options.format), call.context);
    if (!report)
        return Failure(report.error());
    return answer(
        call, [&] { return document(*report, chosen->runs); }, [&] { return text(*report); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ExportOptions>();
    command.add_option("RUNS", options->runs, "Each by name or first digits of the id");
    command.add_option("--query", options->query, "Those that match, as `assay runs` finds them")->type_name("QUERY");
    command.add_option("--experiment", options->experiment, "Those of this experiment")->type_name("NAME");
    command.add_flag("--all", options->all, "All runs that are neither deleted nor archived");
    command.add_flag("--children", options->children, "Also the runs below those chosen");
    command.add_option("--out", options->out, "A folder to make, or a file that ends in .zip")
        ->required()
        ->type_name("DIR|FILE.zip");
    command.add_option("--format", options->format, "What to write (default: assay, which `assay import` reads whole)")
        ->check(CLI::IsMember(formats()));
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo exportInfo()
{
    return {.id = "export",
            .summary = "Write runs as an archive, CSV, JSON or for another tracker",
            .example = "assay export 3f9c2a1b --out run.zip",
            .declare = declare};
}

} // namespace assay::app
