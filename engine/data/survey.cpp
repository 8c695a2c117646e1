// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/survey.h"

#include <algorithm>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace assay::engine {

namespace {

struct ChunkSurvey
{
    std::vector<Evidence> columns;
    std::size_t rows = 0;
    std::size_t emptyRows = 0;
    std::size_t trimmedCells = 0;
    std::vector<std::size_t> raggedSizes;
    RejectedCell firstRagged;
    std::int64_t lines = 0;
    std::int64_t unclosedQuote = 0;
    bool aligned = true;
};

ChunkSurvey surveyChunk(const CellSource &source, std::size_t index, const MissingTexts &missing)
{
    CellChunk chunk;
    source.read(index, 1, chunk);
    ChunkSurvey found{.columns = std::vector<Evidence>(chunk.columns),
                      .rows = chunk.rows(),
                      .emptyRows = chunk.emptyRows,
                      .trimmedCells = chunk.trimmedCells,
                      .raggedSizes = std::move(chunk.raggedSizes),
                      .firstRagged = chunk.ragged.empty() ? RejectedCell{} : chunk.ragged.front(),
                      .lines = chunk.lineCount,
                      .unclosedQuote = chunk.unclosedQuote,
                      .aligned = chunk.aligned};
    for (std::size_t column = 0; column < chunk.columns; ++column) {
        Evidence &evidence = found.columns[column];
        for (std::size_t row = 0; row < found.rows; ++row) {
            const std::string_view cell = chunk.cell(row, column);
            evidence.written += cell.empty() ? 0 : 1;
            if (!missing.contains(cell))
                evidence.add(cell);
        }
    }
    return found;
}

void addChunk(Survey &sum, const ChunkSurvey &chunk, std::int64_t line)
{
    for (std::size_t column = 0; column < chunk.columns.size(); ++column)
        sum.columns[column].add(chunk.columns[column]);
    if (sum.raggedRows == 0 && !chunk.raggedSizes.empty()) {
        sum.firstRagged = chunk.firstRagged;
        sum.firstRagged.line += line - 1;
        sum.firstRaggedSize = chunk.raggedSizes.front();
    }
    for (const std::size_t size : chunk.raggedSizes)
        ++sum.raggedSizes[size];
    sum.chunkRows.push_back(chunk.rows);
    sum.chunkLines.push_back(line);
    sum.rows += chunk.rows;
    sum.emptyRows += chunk.emptyRows;
    sum.raggedRows += chunk.raggedSizes.size();
    sum.trimmedCells += chunk.trimmedCells;
    if (sum.unclosedQuote == 0 && chunk.unclosedQuote > 0)
        sum.unclosedQuote = chunk.unclosedQuote + line - 1;
    sum.aligned = sum.aligned && chunk.aligned;
}

} // namespace

bool forEachChunk(const Context &context, const char *stage, std::size_t count,
                  const std::function<void(std::size_t)> &work)
{
    const int threads = context.threadCount();
    const std::size_t batch = static_cast<std::size_t>(threads) * 16;
    tbb::task_arena arena(threads);
    for (std::size_t begin = 0; begin < count; begin += batch) {
        if (context.cancelled())
            return false;
        context.progress(stage, static_cast<std::int64_t>(begin), static_cast<std::int64_t>(count));
        const std::size_t end = std::min(count, begin + batch);
        arena.execute([&] {
            tbb::parallel_for(begin, end, [&](std::size_t i) {
                if (!context.cancelled())
                    work(i);
            });
        });
    }
    return !context.cancelled();
}

Result<Survey> survey(const CellSource &source, std::int64_t firstLine, const MissingTexts &missing,
                      const Context &context)
{
    std::vector<ChunkSurvey> chunks(source.chunkCount());
    const bool done = forEachChunk(context, "Looking at the file", chunks.size(),
                                   [&](std::size_t i) { chunks[i] = surveyChunk(source, i, missing); });
    if (!done)
        return cancelled();
    Survey sum;
    sum.columns.resize(source.columnNames().size());
    for (const ChunkSurvey &chunk : chunks) {
        addChunk(sum, chunk, firstLine);
        firstLine += chunk.lines;
    }
    return sum;
}

} // namespace assay::engine
