// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profile.h"

#include "engine/data/columnprofile.h"
#include "engine/data/profilewarnings.h"
#include "engine/data/survey.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace assay::engine {

namespace {

std::uint64_t cellBits(const Column &column, Row row)
{
    switch (column.storage()) {
    case Storage::Numbers:
        return std::bit_cast<std::uint64_t>(column.isMissing(row) ? 0x1p-1000 : column.numbers()[row] + 0.0);
    case Storage::Times:
        return static_cast<std::uint64_t>(column.times()[row]);
    case Storage::Codes:
        break;
    }
    return static_cast<std::uint64_t>(column.codes()[row]);
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bits)
{
    hash = (hash ^ bits) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

bool sameRow(const Table &table, Row a, Row b)
{
    for (std::size_t i = 0; i < table.columnCount(); ++i) {
        if (cellBits(table.column(i), a) != cellBits(table.column(i), b))
            return false;
    }
    return true;
}

// Rows that come again: every one after the first of its like.
std::size_t countDuplicates(const Table &table)
{
    std::vector<std::pair<std::uint64_t, Row>> hashes(table.rows());
    for (Row row = 0; row < table.rows(); ++row)
        hashes[row] = {0, row};
    for (std::size_t i = 0; i < table.columnCount(); ++i) {
        const Column &column = table.column(i);
        for (auto &[hash, row] : hashes)
            hash = mixed(hash, cellBits(column, row));
    }
    std::ranges::sort(hashes);
    std::size_t duplicates = 0;
    for (std::size_t begin = 0; begin < hashes.size();) {
        std::size_t end = begin + 1;
        std::vector<Row> distinct{hashes[begin].second};
        for (; end < hashes.size() && hashes[end].first == hashes[begin].first; ++end) {
            const Row row = hashes[end].second;
            const bool known = std::ranges::any_of(distinct, [&](Row other) { return sameRow(table, row, other); });
            duplicates += known ? 1 : 0;
            if (!known)
                distinct.push_back(row);
        }
        begin = end;
    }
    return duplicates;
}

} // namespace

Result<Profile> profile(const Table &table, const std::string &target, const Context &context)
{
    std::size_t targetPlace = table.columnCount();
    if (!target.empty()) {
        const auto column = table.require(target);
        if (!column)
            return Failure(column.error());
        const auto names = table.columnNames();
        targetPlace = static_cast<std::size_t>(std::ranges::find(names, target) - names.begin());
    }
    Profile found;
    found.rows = table.rows();
    found.columns.resize(table.columnCount());
    std::vector<std::vector<DataWarning>> warnings(table.columnCount());
    const bool looked = forEachChunk(context, "Profiling", table.columnCount(), [&](std::size_t i) {
        found.columns[i] = profileColumn(table.column(i));
        warnings[i] = columnWarnings(table.column(i), found.columns[i]);
    });
    if (!looked)
        return cancelled();
    const bool judged = targetPlace == table.columnCount() ||
                        forEachChunk(context, "Looking for leaks", table.columnCount(), [&](std::size_t i) {
                            if (i == targetPlace)
                                return;
                            if (auto leak = leakage(table.column(i), found.columns[i], table.column(targetPlace),
                                                    found.columns[targetPlace]))
                                warnings[i].push_back(std::move(*leak));
                        });
    if (!judged)
        return cancelled();
    for (auto &own : warnings)
        std::ranges::move(own, std::back_inserter(found.warnings));
    if (targetPlace < table.columnCount()) {
        if (auto uneven = imbalance(found.columns[targetPlace]))
            found.warnings.push_back(std::move(*uneven));
    }
    found.duplicateRows = countDuplicates(table);
    if (found.duplicateRows > 0)
        found.warnings.push_back(
            {.code = "duplicate_rows",
             .column = {},
             .message = std::to_string(found.duplicateRows) +
                        " rows repeat an earlier one; a split may put the same row into training and test."});
    found.suggestedTarget = guessTarget(table, found.columns);
    return found;
}

} // namespace assay::engine
