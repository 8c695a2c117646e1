// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fairness/bands.h"

#include <string>
#include <vector>

namespace assay::engine {

namespace {

/// Bands are read in order, and groups are sorted as bytes: a number before each name keeps them so where it is needed.
std::string bandName(const std::string &low, const std::string &high)
{
    return low == high ? low : low + "–" + high;
}

bool sortedAsBytes(const std::vector<std::string> &names)
{
    for (std::size_t i = 1; i < names.size(); ++i) {
        if (names[i - 1] >= names[i])
            return false;
    }
    return true;
}

} // namespace

Column banded(const Column &column, std::size_t distinct, int bands)
{
    if (column.storage() == Storage::Codes)
        return column;
    Column::Groups groups = column.groups();
    if (groups.labels.size() <= distinct)
        return column;

    std::vector<std::size_t> counts(groups.labels.size(), 0);
    std::size_t present = 0;
    for (const std::int32_t code : groups.codes) {
        if (code != Column::missingCode) {
            ++counts[code];
            ++present;
        }
    }
    // A value goes to the band in which the rows before it end, so equal values share one.
    std::vector<std::int32_t> bandOf(groups.labels.size());
    std::vector<std::string> names;
    std::size_t before = 0, first = 0;
    for (std::size_t value = 0; value < groups.labels.size(); ++value) {
        const auto band = before * static_cast<std::size_t>(bands) / present;
        const bool isNew =
            value == 0 || band != (before - counts[value - 1]) * static_cast<std::size_t>(bands) / present;
        if (isNew) {
            first = value;
            names.emplace_back();
        }
        names.back() = bandName(groups.labels[first], groups.labels[value]);
        bandOf[value] = static_cast<std::int32_t>(names.size()) - 1;
        before += counts[value];
    }
    if (!sortedAsBytes(names)) {
        for (std::size_t i = 0; i < names.size(); ++i)
            names[i] = std::to_string(i + 1) + ": " + names[i];
    }
    for (std::int32_t &code : groups.codes)
        code = code == Column::missingCode ? code : bandOf[code];
    return Column::codes(column.name(), Kind::Categorical, std::move(groups.codes), std::move(names));
}

} // namespace assay::engine
