// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profile.h"
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct ProfileOptions
{
    std::string data;
    std::string target;
    ReadTexts read;
};

std::string formatText(const engine::Dialect &dialect)
{
    std::string text = dialect.format;
    if (!dialect.delimiter.empty())
        text += dialect.delimiter == "\t" ? ", tab" : ", `" + dialect.delimiter + '`';
    return text + ", " + dialect.encoding + (dialect.compressed ? ", gzip" : "");
}

std::string share(std::size_t part, std::size_t whole)
{
    if (part == 0 || whole == 0)
        return "0";
    return countText(part) + " (" + fixedText(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) +
           " %)";
}

TextTable columnTable(const engine::Profile &profile)
{
    TextTable table({"column", "kind", "missing", "distinct", "min", "median", "mean", "max", "most frequent"});
    for (const engine::ColumnProfile &c : profile.columns) {
        const std::string top = c.top.empty() ? "" : c.top.front().value + " (" + countText(c.top.front().count) + ')';
        table.add({c.name, engine::name(c.kind), share(c.missing, profile.rows), countText(c.distinct),
                   c.min ? numberText(c.min) : c.minText, numberText(c.median), numberText(c.mean),
                   c.max ? numberText(c.max) : c.maxText, top});
    }
    return table;
}

std::string profileText(const std::string &file, const engine::ReadResult &read, const engine::Profile &profile)
{
    std::string text = fileName(file) + ": " + countText(profile.rows, "row") + ", " +
                       countText(profile.columns.size(), "column") + " (" + formatText(read.dialect) + ")\n" +
                       read.table.digest() + "\n\n" + columnTable(profile).text();
    std::vector<std::string> warnings = readWarnings(read);
    for (const engine::DataWarning &warning : profile.warnings)
        warnings.push_back(warning.message);
    text += listText("Worth knowing", warnings);
    if (!profile.suggestedTarget.empty())
        text += "\nA likely target: " + profile.suggestedTarget + '\n';
    return text;
}

Result<Answer> run(const ProfileOptions &options, const Call &call)
{
    const auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    const auto read = readData(options.data, *how, call.context);
    if (!read)
        return Failure(read.error());
    const auto profile = engine::profile(read->table, options.target, call.context);
    if (!profile)
        return at(Failure(profile.error()), options.data);
    return answer(
        call, [&] { return engine::profileJson(options.data, *read, *profile); },
        [&] { return profileText(options.data, *read, *profile); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ProfileOptions>();
    command.add_option("DATA", options->data, "CSV, TSV, JSON, JSON Lines or Parquet, also gzip-compressed")
        ->required();
    command.add_option("--target", options->target, "Judge leakage and imbalance against this column")
        ->type_name("COLUMN");
    addReadOptions(command, options->read);
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo profileInfo()
{
    return {.id = "profile",
            .summary = "Describe a data set: kinds, missing values, distributions, warnings",
            .example = "assay profile people.csv --target income",
            .declare = declare};
}

} // namespace assay::app
