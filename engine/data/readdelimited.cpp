// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/delimited.h"
#include "engine/data/readsource.h"

#include <algorithm>

namespace assay::engine {

namespace {

struct Attempt
{
    DelimitedSource source;
    Survey survey;
};

constexpr std::size_t mostAttempts = 4;

// More than one row in ten that does not line up means that the rows do not line up.
bool isRagged(const Survey &survey)
{
    return survey.raggedRows * 10 > survey.rows + survey.raggedRows;
}

std::optional<std::size_t> betterWidth(const Survey &survey)
{
    const auto most = std::ranges::max_element(survey.raggedSizes, {}, [](const auto &size) { return size.second; });
    if (most == survey.raggedSizes.end() || most->second <= survey.rows)
        return std::nullopt;
    return most->first;
}

Failure raggedRows(const Survey &survey, const Layout &layout, const std::string &path)
{
    if (survey.unclosedQuote > 0)
        return at(failure(ErrorKind::BadInput, "ragged_rows",
                          "A quote opened in line {} of `{}` is never closed; close it or remove it.",
                          {std::to_string(survey.unclosedQuote), path}),
                  path, survey.unclosedQuote);
    return at(failure(ErrorKind::BadInput, "ragged_rows",
                      "The rows of `{}` do not line up: line {} has {} cells, where {} were expected ({} of {} rows "
                      "differ); check the delimiter "
                      "or quote cells that contain it.",
                      {path, std::to_string(survey.firstRagged.line), std::to_string(survey.firstRaggedSize),
                       std::to_string(layout.columns), std::to_string(survey.raggedRows),
                       std::to_string(survey.rows + survey.raggedRows)}),
              path, survey.firstRagged.line);
}

Failure headerWidth(const Layout &layout, const std::string &path)
{
    return at(failure(ErrorKind::BadInput, "ragged_rows",
                      "The header of `{}` has {} names, but the rows have {} cells each; make them match.",
                      {path, std::to_string(layout.names.size()), std::to_string(layout.columns)}),
              path, layout.startLine);
}

Result<Attempt> attempt(std::string_view text, Layout layout, const ReadOptions &options, const std::string &path,
                        const Context &context)
{
    while (layout.names.size() > layout.columns && layout.names.back().empty())
        layout.names.pop_back();
    if (layout.header && layout.names.size() != layout.columns)
        return headerWidth(layout, path);
    Attempt made{.source = DelimitedSource(text, std::move(layout)), .survey = {}};
    const MissingTexts missing(options.missingTexts);
    for (const bool again : {false, true}) {
        auto found = survey(made.source, made.source.layout().dataLine, missing, context);
        if (!found)
            return Failure(std::move(found.error()));
        made.survey = std::move(*found);
        if (made.survey.aligned || again)
            break;
        made.source.cutExactly();
    }
    return made;
}

// The first separators under which the whole file lines up.
Result<Attempt> findSource(std::string_view text, const ReadOptions &options, const std::string &path,
                           const Context &context)
{
    std::optional<Failure> first;
    const auto candidates = likelySeparators(text, options);
    for (std::size_t i = 0; i < std::min(candidates.size(), mostAttempts); ++i) {
        std::size_t columns = 0;
        for (int width = 0; width < 2; ++width) {
            auto layout = layoutWith(text, options, candidates[i], columns, path);
            auto made =
                layout ? attempt(text, std::move(*layout), options, path, context) : Failure(std::move(layout.error()));
            if (!made && made.error().kind == ErrorKind::Cancelled)
                return made;
            if (!made) {
                first = first ? first : Failure(std::move(made.error()));
                break;
            }
            const bool good = !isRagged(made->survey) && made->survey.unclosedQuote == 0;
            if (good)
                return made;
            first = first ? first : raggedRows(made->survey, made->source.layout(), path);
            const auto better = betterWidth(made->survey);
            if (!better)
                break;
            columns = *better;
        }
    }
    return *first;
}

} // namespace

Result<ReadWithTexts> readDelimited(std::string_view text, Dialect dialect, const ReadOptions &options,
                                    const std::string &path, std::size_t textRows, const Context &context)
{
    auto found = findSource(text, options, path, context);
    if (!found)
        return Failure(std::move(found.error()));
    const Layout &layout = found->source.layout();
    dialect.format = layout.separators.delimiter == '\t' ? "tsv" : "csv";
    dialect.delimiter = std::string(1, layout.separators.delimiter);
    dialect.quote = layout.separators.quote ? std::string(1, layout.separators.quote) : std::string();
    dialect.header = layout.header;
    if (dialect.delimiter == "\x1f")
        dialect.delimiter = ",";
    return readSource(
        found->source, found->survey,
        {.table = {}, .dialect = std::move(dialect), .rejected = {}, .rejectedCount = 0, .warnings = layout.warnings},
        options, path, textRows, context);
}

} // namespace assay::engine
