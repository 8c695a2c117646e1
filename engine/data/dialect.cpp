// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dialect.h"

#include "engine/data/evidence.h"

#include <algorithm>
#include <map>
#include <set>

namespace assay::engine {

namespace {

constexpr std::size_t sampleBytes = 1 << 18;
constexpr std::size_t sampleRecords = 1000;
constexpr std::size_t mostColumns = 100'000;
constexpr std::size_t longestHeader = 4 << 20;

struct Sample
{
    std::vector<Record> records;
    std::deque<std::string> unquoted;
};

void takeSample(std::string_view text, Separators separators, Sample &sample)
{
    RecordReader reader(text, separators);
    Record record;
    while (sample.records.size() < sampleRecords && reader.place() < sampleBytes) {
        if (!reader.next(record, sample.unquoted))
            break;
        sample.records.push_back(record);
    }
}

std::size_t usualSize(const std::vector<Record> &records)
{
    std::map<std::size_t, std::size_t> sizes;
    for (const Record &record : records)
        ++sizes[record.cells.size()];
    std::size_t best = 0;
    std::size_t count = 0;
    for (const auto &[size, times] : sizes) {
        if (times >= count) {
            best = size;
            count = times;
        }
    }
    return best;
}

bool isTyped(std::string_view cell, const MissingTexts &missing)
{
    if (missing.contains(cell))
        return true;
    Evidence evidence;
    evidence.add(cell);
    return evidence.point + evidence.comma + evidence.booleans + evidence.dates[0] + evidence.dates[1] +
               evidence.dates[2] >
           0;
}

bool isValue(std::string_view cell)
{
    Evidence evidence;
    if (cell.empty())
        return false;
    evidence.add(cell);
    return evidence.point + evidence.comma + evidence.dates[0] + evidence.dates[1] + evidence.dates[2] > 0;
}

// How well separators explain a sample: do records have one size, and do the cells read as values?
double score(std::string_view text, Separators separators, const MissingTexts &missing)
{
    Sample sample;
    takeSample(text, separators, sample);
    if (sample.records.empty())
        return 0;
    const std::size_t columns = usualSize(sample.records);
    const std::size_t first = sample.records.front().cells.size();
    // One column more than the header has is a decimal comma taken for a separator, unless there are several.
    if (columns < 2 || (columns == 2 && first == 1))
        return 0;
    std::size_t regular = 0;
    std::size_t typed = 0;
    std::size_t cells = 0;
    for (const Record &record : sample.records) {
        regular += record.cells.size() == columns ? 1 : 0;
        for (const std::string_view cell : record.cells)
            typed += isTyped(cell, missing) ? 1 : 0;
        cells += record.cells.size();
        if (record.unclosedQuote)
            return 0;
    }
    const auto count = static_cast<double>(sample.records.size());
    return static_cast<double>(regular) / count + 0.5 * static_cast<double>(typed) / static_cast<double>(cells);
}

// Single quotes are quotes when they stand in pairs at the edges of cells and double ones do not.
bool usesSingleQuotes(std::string_view text)
{
    const std::string_view sample = text.substr(0, sampleBytes);
    const auto isEdge = [&](std::size_t i) {
        return i >= sample.size() || std::string_view(",;\t|\n\r").find(sample[i]) != std::string_view::npos;
    };
    std::size_t opening = 0;
    std::size_t closing = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const bool starts = i == 0 || isEdge(i - 1);
        if (sample[i] == '"' && starts)
            return false;
        opening += sample[i] == '\'' && starts ? 1 : 0;
        closing += sample[i] == '\'' && isEdge(i + 1) && !starts ? 1 : 0;
    }
    return opening > 0 && opening == closing;
}

std::size_t commentsEnd(std::string_view text, std::int64_t &line)
{
    std::size_t place = 0;
    while (place < text.size() && (text[place] == '#' || text[place] == '\n' || text[place] == '\r')) {
        const std::size_t end = text.find('\n', place);
        if (end == std::string_view::npos)
            return text[place] == '#' ? text.size() : place;
        place = end + 1;
        ++line;
    }
    return place;
}

// A header tells itself from rows: its cells are no numbers or dates where those below are, and do not come again
// below.
bool looksLikeHeader(const std::vector<Record> &records, std::size_t first)
{
    const auto &names = records[first].cells;
    const MissingTexts missing({});
    int votes = 0;
    bool repeated = false;
    for (std::size_t column = 0; column < names.size(); ++column) {
        std::size_t values = 0;
        std::size_t present = 0;
        for (std::size_t i = first + 1; i < records.size(); ++i) {
            if (column >= records[i].cells.size() || records[i].cells[column].empty())
                continue;
            ++present;
            values += isTyped(records[i].cells[column], missing) ? 1 : 0;
            repeated = repeated || (records[i].cells[column] == names[column] && !names[column].empty());
        }
        const bool valuesBelow = present > 0 && values * 10 >= present * 8;
        if (isValue(names[column]))
            votes -= valuesBelow || present == 0 ? 2 : 0;
        else if (valuesBelow && !names[column].empty() && !parseBoolean(names[column]))
            votes += 1;
    }
    if (records.size() == first + 1)
        return votes >= 0;
    return votes > 0 || (votes == 0 && !repeated);
}

// A line that numbers the columns, above the real header.
bool numbersColumns(const std::vector<Record> &records, std::size_t first)
{
    if (first + 2 >= records.size() || records[first].cells.size() < 3)
        return false;
    const auto values = [](const Record &record) { return std::ranges::count_if(record.cells, isValue); };
    std::int64_t expected = 0;
    for (const std::string_view cell : records[first].cells) {
        const auto value = isValue(cell) ? parseNumber(cell, '.') : std::nullopt;
        if (value && *value != static_cast<double>(++expected))
            return false;
    }
    return expected >= 2 && 2 * expected >= static_cast<std::int64_t>(records[first].cells.size()) &&
           values(records[first + 1]) == 0 && values(records[first + 2]) > 0;
}

// The record that is the header, if there is one: below titles and column numbers, each of which is told.
std::size_t headerPlace(const std::vector<Record> &records, const ReadOptions &options, Layout &layout)
{
    std::size_t first = 0;
    const auto isTitle = [&](const Record &record) { return layout.columns > 2 && record.cells.size() == 1; };
    while (first + 1 < records.size() && first < 20 && isTitle(records[first]))
        ++first;
    if (!options.noHeader && numbersColumns(records, first))
        ++first;
    for (std::size_t i = 0; i < first; ++i) {
        layout.warnings.push_back(
            {.code = "skipped_line",
             .column = {},
             .message = "Line " + std::to_string(records[i].line + layout.startLine - 1) +
                        " above the header was left out: " + std::string(records[i].text.substr(0, 80))});
    }
    return first;
}

// A header with one name less than there are cells stands above rows that begin with their own names.
void takeNames(const Record &header, Layout &layout)
{
    if (header.cells.size() + 1 == layout.columns && layout.columns > 2) {
        layout.names.emplace_back();
        layout.warnings.push_back({.code = "short_header",
                                   .column = "column_1",
                                   .message =
                                       "The header has one name less than the rows have cells; the first column was "
                                       "taken as row names."});
    }
    for (const std::string_view cell : header.cells)
        layout.names.emplace_back(cell);
}

Failure tooLong(const std::string &path, std::int64_t line, const std::string &what)
{
    return at(failure(ErrorKind::BadInput, "line_too_long",
                      "Line {} of `{}` {}; a table needs line ends between its rows and at most 100000 columns.",
                      {std::to_string(line), path, what}),
              path, line);
}

} // namespace

std::vector<Separators> likelySeparators(std::string_view text, const ReadOptions &options)
{
    const MissingTexts missing(options.missingTexts);
    std::int64_t line = 1;
    const std::string_view body = text.substr(commentsEnd(text, line));
    const char quote = usesSingleQuotes(body) ? '\'' : '"';
    if (options.delimiter)
        return {{.delimiter = *options.delimiter, .quote = quote}, {.delimiter = *options.delimiter, .quote = 0}};
    std::vector<std::pair<double, Separators>> scored;
    const auto tryAll = [&](std::string_view delimiters) {
        for (const char delimiter : delimiters) {
            for (const char q : {quote, '\0'}) {
                const Separators separators{.delimiter = delimiter, .quote = q};
                const double value = score(body, separators, missing);
                if (value > 0)
                    scored.emplace_back(value - (q ? 0 : 0.01), separators);
            }
        }
    };
    tryAll(",;\t|");
    if (scored.empty() || std::ranges::max(scored, {}, [](const auto &s) { return s.first; }).first < 0.9) {
        scored.clear();
        tryAll(",;\t|:^~ ");
        // Anything divides prose in some way: what does not divide most records evenly is no separator, except the
        // usual four.
        std::erase_if(scored, [](const auto &s) {
            return s.first < 0.9 && std::string_view(",;\t|").find(s.second.delimiter) == std::string_view::npos;
        });
    }
    std::ranges::stable_sort(scored, std::greater(), [](const auto &s) { return s.first; });
    std::vector<Separators> out;
    for (const auto &[value, separators] : scored)
        out.push_back(separators);
    if (out.empty())
        out = {{.delimiter = ',', .quote = quote}, {.delimiter = '\x1f', .quote = 0}};
    return out;
}

Result<Layout> layoutWith(std::string_view text, const ReadOptions &options, Separators separators, std::size_t columns,
                          const std::string &path)
{
    Layout layout;
    layout.separators = separators;
    layout.start = commentsEnd(text, layout.startLine);
    const std::string_view body = text.substr(layout.start);
    if (std::min(body.find_first_of("\n\r"), body.size()) > longestHeader)
        return tooLong(path, layout.startLine, "goes on for more than 4 million characters");
    Sample sample;
    takeSample(text.substr(layout.start), separators, sample);
    if (sample.records.empty())
        return at(failure(ErrorKind::BadInput, "no_rows", "The file `{}` holds no table: only comments or empty lines.",
                          {path}),
                  path);
    auto &records = sample.records;
    layout.columns = columns > 0 ? columns : usualSize(records);
    if (layout.columns > mostColumns)
        return tooLong(path, layout.startLine, "has " + std::to_string(layout.columns) + " cells");

    const std::size_t first = headerPlace(records, options, layout);
    layout.header = !options.noHeader && looksLikeHeader(records, first);
    if (layout.header)
        takeNames(records[first], layout);
    const std::size_t data = first + (layout.header ? 1 : 0);
    if (data == records.size())
        return at(failure(ErrorKind::BadInput, "no_rows", "The file `{}` has a header but no rows below it.", {path}),
                  path, records[first].line + layout.startLine - 1);
    layout.dataStart = static_cast<std::size_t>(records[data].text.data() - text.data());
    layout.dataLine = records[data].line + layout.startLine - 1;
    return layout;
}

} // namespace assay::engine
