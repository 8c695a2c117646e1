// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/demonstration.h"
#include "app/commands/output.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <memory>

namespace assay::app {

namespace {

/// Beside the store: a place that can be written, since the store was.
std::string defaultOut(const LocalWorkbench &workbench)
{
    return (QFileInfo(workbench.storePath()).absolutePath() + QStringLiteral("/demo-report.html")).toStdString();
}

Result<Answer> run(const std::string &out, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto demo = demonstrate(**workbench, call.context);
    if (!demo)
        return Failure(demo.error());
    const std::string path =
        out.empty() ? defaultOut(**workbench) : QFileInfo(QString::fromStdString(out)).absoluteFilePath().toStdString();
    if (const auto written = writeFile(path, demo->report); !written)
        return Failure(written.error());
    return answer(
        call, [&] { return demonstrationDocument(*demo, path); }, [&] { return demonstrationText(*demo, path); });
}

CommandBody declare(CLI::App &command)
{
    auto out = std::make_shared<std::string>();
    command.add_option("--out", *out, "The report to write (default: demo-report.html beside the store)")
        ->type_name("FILE.html");
    return [out](const Call &call) { return run(*out, call); };
}

} // namespace

CommandInfo demoInfo()
{
    return {.id = "demo",
            .summary = "Do the main job on bundled data: import, train, compare, explain, report",
            .example = "assay demo --out loans.html",
            .declare = declare};
}

} // namespace assay::app
