// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importtext.h"

#include "app/commands/texttable.h"
#include "tracking/exporters/jsonrun.h"

namespace assay::app {

namespace {

using tracking::ImportPlanRun;
using tracking::ImportProblem;
using tracking::ImportReport;

/// Longer lists say nothing more to people; programs get all.
constexpr std::size_t shownRuns = 50;
constexpr std::size_t shownProblems = 50;

Json runJson(const ImportPlanRun &run)
{
    return {{"source", run.source.toStdString()},
            {"name", run.name.toStdString()},
            {"experiment", run.experiment.toStdString()},
            {"status", name(run.status).toStdString()},
            {"start", tracking::timeJson(run.start)},
            {"points", run.points},
            {"params", run.params},
            {"tags", run.tags},
            {"files", run.files},
            {"file_bytes", run.fileBytes},
            {"known", run.known},
            {"deleted", run.deleted}};
}

Json problemJson(const ImportProblem &problem)
{
    return {{"path", problem.path.toStdString()},
            {"offset", problem.offset < 0 ? Json() : Json(problem.offset)},
            {"what", problem.what.toStdString()},
            {"fatal", problem.fatal}};
}

std::uint64_t sum(const ImportReport &report, qint64 ImportPlanRun::*member)
{
    qint64 total = 0;
    for (const ImportPlanRun &run : report.runs)
        total += run.*member;
    return static_cast<std::uint64_t>(total);
}

std::string labelOf(const QString &format)
{
    for (const tracking::ImporterInfo &one : tracking::importers())
        if (format == QLatin1String(one.id))
            return one.label;
    return format.toStdString();
}

std::string contents(const ImportReport &report)
{
    std::string text =
        countText(report.runs.size(), "run") + ", " + countText(sum(report, &ImportPlanRun::points), "point");
    if (const auto files = sum(report, &ImportPlanRun::files))
        text += ", " + countText(files, "file") + " (" + bytesText(sum(report, &ImportPlanRun::fileBytes)) + ")";
    if (report.models > 0)
        text += ", " + countText(static_cast<std::uint64_t>(report.models), "registered model") + " with " +
                countText(static_cast<std::uint64_t>(report.modelVersions), "version");
    return text;
}

std::string runsTable(const ImportReport &report)
{
    TextTable table({"run", "experiment", "status", "started", "points", "params", "files", ""});
    for (const ImportPlanRun &run : report.runs) {
        if (&run - report.runs.data() == shownRuns)
            break;
        table.add({run.name.toStdString(), run.experiment.toStdString(), name(run.status).toStdString(),
                   run.start.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")).toStdString(),
                   countText(static_cast<std::uint64_t>(run.points)), countText(static_cast<std::uint64_t>(run.params)),
                   countText(static_cast<std::uint64_t>(run.files)),
                   run.known     ? "known"
                   : run.deleted ? "deleted"
                                 : ""});
    }
    std::string text = table.text();
    if (report.runs.size() > shownRuns)
        text += "and " + countText(report.runs.size() - shownRuns, "more run") + "\n";
    return text;
}

std::string placeOf(const ImportProblem &problem)
{
    return problem.path.toStdString() +
           (problem.offset < 0 ? std::string() : ", byte " + std::to_string(problem.offset));
}

std::string problemsText(const ImportReport &report)
{
    std::vector<std::string> items;
    for (const ImportProblem &problem : report.problems) {
        if (items.size() == shownProblems)
            break;
        items.push_back(placeOf(problem) + ": " + problem.what.toStdString() +
                        (problem.fatal ? " The run is left out." : ""));
    }
    if (report.problems.size() > shownProblems)
        items.push_back("and " + countText(report.problems.size() - shownProblems, "more problem"));
    return listText("Problems", items);
}

} // namespace

Json importDocument(const ImportReport &report, bool dryRun)
{
    Json runs = Json::array(), problems = Json::array();
    for (const ImportPlanRun &run : report.runs)
        runs.push_back(runJson(run));
    for (const ImportProblem &problem : report.problems)
        problems.push_back(problemJson(problem));
    return {{"format", report.format.toStdString()},
            {"path", report.path.toStdString()},
            {"dry_run", dryRun},
            {"runs", runs},
            {"points", sum(report, &ImportPlanRun::points)},
            {"models", report.models},
            {"model_versions", report.modelVersions},
            {"model_changes", report.modelChanges},
            {"added", report.added},
            {"grown", report.grown},
            {"known", report.known},
            {"problems", problems}};
}

std::string importText(const ImportReport &report, bool dryRun)
{
    std::string text = labelOf(report.format) + " " + report.path.toStdString() + "\n" + contents(report) + "\n\n";
    text += runsTable(report) + problemsText(report) + "\n";
    if (dryRun)
        return text + "Nothing was written. Leave out --dry-run to take the runs over.\n";
    if (report.modelChanges > 0)
        text += "Changes of registered models that came along: " +
                countText(static_cast<std::uint64_t>(report.modelChanges)) + ".\n";
    return text + countText(static_cast<std::uint64_t>(report.added)) + " new, " +
           countText(static_cast<std::uint64_t>(report.grown)) + " grown or changed, " +
           countText(static_cast<std::uint64_t>(report.known)) + " known already.\n";
}

} // namespace assay::app
