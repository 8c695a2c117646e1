// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/drift.h"

#include "app/commands/builtin.h"
#include "app/commands/drifttext.h"
#include "app/commands/options.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct DriftCommandOptions
{
    std::string reference;
    std::string current;
    engine::DriftOptions drift;
    ReadTexts read;
};

Result<Answer> run(const DriftCommandOptions &options, const Call &call)
{
    const auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    const auto reference = readData(options.reference, *how, call.context);
    if (!reference)
        return Failure(reference.error());
    const auto current = readLike(reference->table, options.current, *how, call.context);
    if (!current)
        return Failure(current.error());
    auto report = engine::drift(reference->table, current->table, options.drift, call.context);
    if (!report)
        return at(Failure(report.error()), options.current);
    for (const auto &[file, read] :
         {std::pair(&options.reference, &*reference), std::pair(&options.current, &*current)}) {
        for (const std::string &warning : readWarnings(*read))
            report->warnings.push_back(fileName(*file) + ": " + warning);
    }
    return answer(
        call, [&] { return engine::toJson(*report); },
        [&] { return driftText(*report, fileName(options.reference), fileName(options.current)); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<DriftCommandOptions>();
    command.add_option("REFERENCE", options->reference, "The data as it was")->required();
    command.add_option("CURRENT", options->current, "The data as it is now")->required();
    addRepeatable(command, "--column", options->drift.columns, "Look at this column only");
    command.add_option("--psi-bins", options->drift.psiBins, "Bins of the population stability index (default: 10)")
        ->type_name("N")
        ->check(CLI::Range(2, 1000));
    addReadOptions(command, options->read);
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo driftInfo()
{
    return {.id = "drift",
            .summary = "Tell whether today's data still looks like the data a model was trained on",
            .example = "assay drift last_year.csv this_month.csv",
            .declare = declare};
}

} // namespace assay::app
