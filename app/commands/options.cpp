// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/options.h"

#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

const std::vector<std::string> kindNames{"boolean", "integer", "real", "categorical", "text", "date", "datetime"};

Result<std::optional<char>> delimiterFrom(const std::string &text)
{
    if (text.empty())
        return std::nullopt;
    if (text == "tab" || text == "\\t")
        return '\t';
    if (text.size() == 1)
        return text.front();
    return badOption("The option --delimiter cannot be `{}`: it takes one character, or `tab`.", {text});
}

Result<std::optional<char>> decimalFrom(const std::string &text)
{
    if (text.empty())
        return std::nullopt;
    if (text == "." || text == ",")
        return text.front();
    return badOption("The option --decimal cannot be `{}`: it takes `.` or `,`.", {text});
}

Result<std::optional<std::string>> encodingFrom(const std::string &text)
{
    if (text.empty())
        return std::nullopt;
    for (const char *known : {"utf-8", "utf-16", "latin-1"}) {
        if (text == known)
            return text;
    }
    return badOption("The option --encoding cannot be `{}`: it takes `utf-8`, `utf-16` or `latin-1`.", {text});
}

Result<std::map<std::string, engine::Kind>> kindsFrom(const std::vector<std::string> &texts)
{
    std::map<std::string, engine::Kind> kinds;
    const auto pairs = assignments(texts, "--type", "COLUMN=KIND", Separator::Last);
    if (!pairs)
        return Failure(pairs.error());
    for (const auto &[column, text] : *pairs) {
        const auto kind = engine::kindFromName(text);
        if (!kind)
            return badOption("The option --type cannot give `{}` the kind `{}`; the kinds are {}.",
                             {column, text, quotedList(kindNames)});
        kinds[column] = *kind;
    }
    return kinds;
}

} // namespace

void addCommonOptions(CLI::App &app, CommonOptions &options)
{
    app.add_option("--store", options.store, "Store of runs (default: $ASSAY_STORE, else assay.db in the data folder)")
        ->type_name("FILE")
        ->group("Common options");
    app.add_flag("--json", options.json, "Print one JSON document")->group("Common options");
    app.add_option("--threads", options.threads, "Threads to use (default: all cores); results do not depend on it")
        ->type_name("N")
        ->check(CLI::Range(1, 4096))
        ->group("Common options");
    app.add_option("--seed", options.seed, "Seed of everything random (default: 42)")
        ->type_name("N")
        ->group("Common options");
    app.add_flag("--quiet", options.quiet, "Show no progress")->group("Common options");
}

void addReadOptions(CLI::App &app, ReadTexts &options)
{
    const std::string group = "How to read the data (default: found out from the file)";
    app.add_option("--delimiter", options.delimiter, "Character between cells, or `tab`")->type_name("C")->group(group);
    app.add_option("--decimal", options.decimal, "Decimal mark, `.` or `,`")->type_name("C")->group(group);
    app.add_option("--encoding", options.encoding, "utf-8, utf-16 or latin-1")->type_name("NAME")->group(group);
    app.add_flag("--no-header", options.noHeader, "The first line is data, not names")->group(group);
    auto *dayFirst = app.add_flag("--day-first", options.dayFirst, "03/04/2020 is in April")->group(group);
    app.add_flag("--month-first", options.monthFirst, "03/04/2020 is in March")->group(group)->excludes(dayFirst);
    addRepeatable(app, "--null", options.missingTexts, "A text that means missing, beside the usual ones");
    app.get_option("--null")->type_name("TEXT")->group(group);
    addRepeatable(app, "--type", options.types,
                  "Kind of a column: boolean, integer, real, categorical, text, date, datetime");
    app.get_option("--type")->type_name("COLUMN=KIND")->group(group);
}

void addRepeatable(CLI::App &app, const std::string &name, std::vector<std::string> &values, const std::string &help)
{
    app.add_option(name, values, help + " (repeatable)")->allow_extra_args(false)->type_name("COLUMN");
}

Result<engine::ReadOptions> readOptions(const ReadTexts &texts)
{
    const auto delimiter = delimiterFrom(texts.delimiter);
    if (!delimiter)
        return Failure(delimiter.error());
    const auto decimal = decimalFrom(texts.decimal);
    if (!decimal)
        return Failure(decimal.error());
    const auto encoding = encodingFrom(texts.encoding);
    if (!encoding)
        return Failure(encoding.error());
    auto kinds = kindsFrom(texts.types);
    if (!kinds)
        return Failure(kinds.error());
    engine::ReadOptions options{.delimiter = *delimiter,
                                .decimal = *decimal,
                                .encoding = *encoding,
                                .noHeader = texts.noHeader,
                                .missingTexts = texts.missingTexts,
                                .kinds = std::move(*kinds)};
    if (texts.dayFirst || texts.monthFirst)
        options.dayFirst = texts.dayFirst;
    return options;
}

Result<std::map<std::string, std::string>> assignments(const std::vector<std::string> &texts, const std::string &option,
                                                       const std::string &form, Separator separator)
{
    std::map<std::string, std::string> pairs;
    for (const std::string &text : texts) {
        const auto equals = separator == Separator::First ? text.find('=') : text.rfind('=');
        if (equals == std::string::npos || equals == 0)
            return badOption("The option {} cannot be `{}`: it takes {}.", {option, text, form});
        pairs[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return pairs;
}

Failure badOption(std::string_view sentence, std::vector<std::string> arguments)
{
    return failure(ErrorKind::Usage, "bad_option", sentence, std::move(arguments));
}

Error asUsage(Error error)
{
    error.kind = ErrorKind::Usage;
    return error;
}

Error saidBy(Error error, std::string_view option)
{
    constexpr std::string_view say = ", or say";
    if (const auto at = error.message.find(", or say that it may be"); at != std::string::npos)
        error.message.insert(at + say.size(), " with " + std::string(option));
    return error;
}

} // namespace assay::app
