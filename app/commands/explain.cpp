// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attributiontext.h"
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/output.h"
#include "app/commands/store.h"
#include "engine/explain/attribution.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <numeric>

namespace assay::app {

namespace {

constexpr int allRows = 0;
/// Enough for stable means, few enough to be quick.
constexpr int ownRows = 2000;

struct ExplainCommandOptions
{
    std::vector<std::string> what; ///< RUN and DATA, or DATA alone
    std::string xgboost;
    std::string method = "auto";
    std::string out;
    int rows = allRows;
    ReadTexts read;
};

engine::Rows firstRows(const engine::Table &table, int count)
{
    engine::Rows rows(count == allRows ? table.rows() : std::min(table.rows(), static_cast<std::size_t>(count)));
    std::iota(rows.begin(), rows.end(), engine::Row(0));
    return rows;
}

Result<engine::Attribution> explainFile(const ExplainCommandOptions &options, const engine::ReadOptions &how,
                                        const Call &call)
{
    if (options.what.size() != 1)
        return badOption("With --xgboost give one data file to explain, and no run.");
    if (options.method != "auto" && options.method != "tree")
        return badOption("A model file of XGBoost is explained by --method tree, not `{}`.", {options.method});
    const auto read = readData(options.what.front(), how, call.context);
    if (!read)
        return Failure(read.error());
    const engine::Table table = read->table.select(firstRows(read->table, options.rows));
    auto attribution = engine::explainXgboostFile(options.xgboost, table, call.context);
    if (!attribution)
        return at(Failure(attribution.error()), options.what.front());
    return attribution;
}

Result<engine::Attribution> explainRun(const ExplainCommandOptions &options, const engine::ReadOptions &how,
                                       const Call &call)
{
    const auto method = engine::explainMethodFromName(options.method);
    if (!method)
        return Failure(asUsage(method.error()));
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto run = (*workbench)->store().resolve(QString::fromStdString(options.what.front()));
    if (!run)
        return Failure(run.error());
    if (options.what.size() == 1)
        return (*workbench)->explain(*run, *method, options.rows == allRows ? ownRows : options.rows, call.context);
    const auto model = (*workbench)->model(*run);
    if (!model)
        return Failure(model.error());
    const auto read = readData(options.what[1], how, call.context);
    if (!read)
        return Failure(read.error());
    auto attribution =
        engine::explain(**model, read->table, firstRows(read->table, options.rows), {.method = *method}, call.context);
    if (!attribution)
        return at(Failure(attribution.error()), options.what[1]);
    return attribution;
}

Result<Answer> run(const ExplainCommandOptions &options, const Call &call)
{
    const auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    const auto attribution =
        options.xgboost.empty() ? explainRun(options, *how, call) : explainFile(options, *how, call);
    if (!attribution)
        return Failure(attribution.error());
    if (!options.out.empty()) {
        if (attribution->values.rows() == 0)
            return badOption("The method `{}` explains the model as a whole: there is no table of rows for --out.",
                             {attribution->method});
        if (const auto written = writeFile(options.out, attributionCsv(*attribution)); !written)
            return Failure(written.error());
    }
    return answer(
        call, [&] { return engine::toJson(*attribution); },
        [&] {
            const std::string written = options.out.empty() ? "" : "\nWritten to " + options.out + '\n';
            return attributionText(*attribution) + written;
        });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ExplainCommandOptions>();
    command
        .add_option("RUN DATA", options->what,
                    "A run, and the rows to explain (default: its own test rows); DATA alone with --xgboost")
        ->required()
        ->expected(1, 2);
    command.add_option("--xgboost", options->xgboost, "Explain this model file of XGBoost instead of a run")
        ->type_name("MODEL.json");
    command.add_option("--method", options->method, "auto, tree, linear or permutation (default: auto)")
        ->type_name("NAME");
    command.add_option("--rows", options->rows, "Explain at most so many rows")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000000));
    command.add_option("--out", options->out, "Write the attributions, a row a row and a column a feature")
        ->type_name("FILE.csv");
    addReadOptions(command, options->read);
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo explainInfo()
{
    return {.id = "explain",
            .summary = "Tell what drives a model's predictions, row by row",
            .example = "assay explain 3f9c2a1b people.csv --out attributions.csv",
            .declare = declare};
}

} // namespace assay::app
