// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/assemble.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace assay::engine {

namespace {

constexpr std::size_t mostRejected = 10'000;
constexpr double exactLimit = 0x1p53;
constexpr std::int64_t dayMicros = 86'400'000'000;

// A column in the making. Chunks write to their own part, so that they may come in any order.
struct Builder
{
    std::vector<double> numbers;
    std::vector<std::int64_t> times;
    std::vector<std::int32_t> codes;                   ///< into the levels of the chunk they lie in
    std::vector<std::vector<std::string>> chunkLevels; ///< [chunks]
};

struct Rejects
{
    std::vector<RejectedCell> cells;
    std::size_t count = 0;

    void add(std::int64_t line, const ColumnPlan &plan, std::string_view text, std::string message)
    {
        ++count;
        if (cells.size() < mostRejected)
            cells.push_back(
                {.line = line, .column = plan.name, .text = std::string(text), .message = std::move(message)});
    }
};

std::optional<double> readNumber(std::string_view cell, const ColumnPlan &plan)
{
    if (plan.kind == Kind::Boolean) {
        if (const auto truth = parseBoolean(cell))
            return *truth ? 1.0 : 0.0;
        return cell == "0" ? std::optional(0.0) : cell == "1" ? std::optional(1.0) : std::nullopt;
    }
    const auto value = parseNumber(cell, plan.decimal);
    const bool whole =
        !value || std::isnan(*value) || (*value == std::floor(*value) && std::fabs(*value) <= exactLimit);
    return plan.kind == Kind::Real || whole ? value : std::nullopt;
}

std::string expectation(const ColumnPlan &plan)
{
    switch (plan.kind) {
    case Kind::Boolean:
        return "This is not one of true, false, yes, no, 1 and 0.";
    case Kind::Integer:
        return "This is not a whole number within ±2^53.";
    case Kind::Real:
        return std::string("This is not a number with the decimal mark `") + plan.decimal + "`.";
    default:
        break;
    }
    const char *order = plan.order == DateOrder::YearFirst  ? "year-month-day"
                        : plan.order == DateOrder::DayFirst ? "day-month-year"
                                                            : "month-day-year";
    return std::string("This is not a ") + (plan.kind == Kind::Date ? "date" : "date and time") + " in the order " +
           order + ".";
}

class ChunkParser
{
public:
    ChunkParser(const CellChunk &chunk, std::size_t index, std::size_t firstRow, const MissingTexts &missing)
        : m_chunk(chunk)
        , m_index(index)
        , m_firstRow(firstRow)
        , m_missing(missing)
    {
    }

    void parse(std::size_t column, const ColumnPlan &plan, Builder &builder, Rejects &rejects) const
    {
        switch (storageOf(plan.kind)) {
        case Storage::Numbers:
            return parseNumbers(column, plan, builder, rejects);
        case Storage::Times:
            return parseTimes(column, plan, builder, rejects);
        case Storage::Codes:
            return parseCodes(column, builder);
        }
    }

private:
    void parseNumbers(std::size_t column, const ColumnPlan &plan, Builder &builder, Rejects &rejects) const
    {
        for (std::size_t row = 0; row < m_chunk.rows(); ++row) {
            const std::string_view cell = m_chunk.cell(row, column);
            double &out = builder.numbers[m_firstRow + row];
            out = std::numeric_limits<double>::quiet_NaN();
            if (m_missing.contains(cell))
                continue;
            if (const auto value = readNumber(cell, plan))
                out = *value;
            else
                rejects.add(m_chunk.lines[row], plan, cell, expectation(plan));
        }
    }

    void parseTimes(std::size_t column, const ColumnPlan &plan, Builder &builder, Rejects &rejects) const
    {
        for (std::size_t row = 0; row < m_chunk.rows(); ++row) {
            const std::string_view cell = m_chunk.cell(row, column);
            std::int64_t &out = builder.times[m_firstRow + row];
            out = Column::missingTime;
            if (m_missing.contains(cell))
                continue;
            const auto moment = parseDate(cell, plan.order);
            if (moment && (plan.kind == Kind::DateTime || moment->microseconds % dayMicros == 0))
                out = moment->microseconds;
            else
                rejects.add(m_chunk.lines[row], plan, cell, expectation(plan));
        }
    }

    void parseCodes(std::size_t column, Builder &builder) const
    {
        std::unordered_map<std::string_view, std::int32_t> places;
        std::vector<std::string> &levels = builder.chunkLevels[m_index];
        for (std::size_t row = 0; row < m_chunk.rows(); ++row) {
            const std::string_view cell = m_chunk.cell(row, column);
            std::int32_t &out = builder.codes[m_firstRow + row];
            out = Column::missingCode;
            if (m_missing.contains(cell))
                continue;
            const auto [place, isNew] = places.try_emplace(cell, static_cast<std::int32_t>(levels.size()));
            if (isNew)
                levels.emplace_back(cell);
            out = place->second;
        }
    }

    const CellChunk &m_chunk;
    std::size_t m_index;
    std::size_t m_firstRow;
    const MissingTexts &m_missing;
};

Builder makeBuilder(const std::optional<ColumnPlan> &plan, std::size_t rows, std::size_t chunks)
{
    Builder builder;
    if (!plan)
        return builder;
    switch (storageOf(plan->kind)) {
    case Storage::Numbers:
        builder.numbers.resize(rows);
        break;
    case Storage::Times:
        builder.times.resize(rows);
        break;
    case Storage::Codes:
        builder.codes.resize(rows);
        builder.chunkLevels.resize(chunks);
        break;
    }
    return builder;
}

// One dictionary out of those of the chunks.
Column codeColumn(const ColumnPlan &plan, Builder builder, const std::vector<std::size_t> &chunkRows)
{
    std::unordered_map<std::string, std::int32_t> places;
    std::vector<std::string> levels;
    std::size_t row = 0;
    std::size_t present = 0;
    for (std::size_t chunk = 0; chunk < chunkRows.size(); ++chunk) {
        std::vector<std::int32_t> renumbered;
        for (std::string &level : builder.chunkLevels[chunk]) {
            const auto [place, isNew] = places.try_emplace(std::move(level), static_cast<std::int32_t>(levels.size()));
            if (isNew)
                levels.push_back(place->first);
            renumbered.push_back(place->second);
        }
        for (const std::size_t end = row + chunkRows[chunk]; row < end; ++row) {
            if (builder.codes[row] == Column::missingCode)
                continue;
            builder.codes[row] = renumbered[builder.codes[row]];
            ++present;
        }
    }
    const Kind kind = !plan.decideText || isCategorical(present, levels) ? plan.kind : Kind::Text;
    return Column::codes(plan.name, kind, std::move(builder.codes), std::move(levels));
}

Column finish(const ColumnPlan &plan, Builder builder, const std::vector<std::size_t> &chunkRows)
{
    switch (storageOf(plan.kind)) {
    case Storage::Numbers:
        return Column::numbers(plan.name, plan.kind, std::move(builder.numbers));
    case Storage::Times:
        return Column::times(plan.name, plan.kind, std::move(builder.times));
    case Storage::Codes:
        break;
    }
    return codeColumn(plan, std::move(builder), chunkRows);
}

void collect(std::vector<Rejects> &chunks, Assembled &out)
{
    for (Rejects &chunk : chunks) {
        std::ranges::stable_sort(chunk.cells, {}, &RejectedCell::line);
        out.rejectedCount += chunk.count;
        for (RejectedCell &cell : chunk.cells) {
            if (out.rejected.size() < mostRejected)
                out.rejected.push_back(std::move(cell));
        }
        chunk.cells.clear();
    }
}

} // namespace

Result<Assembled> assemble(const CellSource &source, const Survey &survey,
                           const std::vector<std::optional<ColumnPlan>> &plans, const MissingTexts &missing,
                           const Context &context)
{
    const std::size_t chunks = source.chunkCount();
    std::vector<Builder> builders;
    for (const auto &plan : plans)
        builders.push_back(makeBuilder(plan, survey.rows, chunks));
    std::vector<std::size_t> firstRows(chunks, 0);
    for (std::size_t i = 1; i < chunks; ++i)
        firstRows[i] = firstRows[i - 1] + survey.chunkRows[i - 1];

    std::vector<Rejects> rejects(chunks);
    const bool read = forEachChunk(context, "Reading", chunks, [&](std::size_t i) {
        CellChunk chunk;
        source.read(i, survey.chunkLines[i], chunk);
        rejects[i].count = chunk.ragged.size();
        rejects[i].cells = std::move(chunk.ragged);
        const ChunkParser parser(chunk, i, firstRows[i], missing);
        for (std::size_t column = 0; column < plans.size(); ++column) {
            if (plans[column])
                parser.parse(column, *plans[column], builders[column], rejects[i]);
        }
    });
    if (!read)
        return cancelled();

    Assembled out;
    std::vector<std::optional<Column>> columns(plans.size());
    const bool finished = forEachChunk(context, "Putting columns together", plans.size(), [&](std::size_t i) {
        if (plans[i])
            columns[i] = finish(*plans[i], std::move(builders[i]), survey.chunkRows);
    });
    if (!finished)
        return cancelled();
    for (auto &column : columns) {
        if (column)
            out.columns.push_back(std::move(*column));
    }
    collect(rejects, out);
    return out;
}

} // namespace assay::engine
