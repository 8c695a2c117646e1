// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/encoding.h"

#include <algorithm>

namespace assay::engine {

namespace {

/// One column of 0 and 1 a level; a level never seen gives 0 in all.
class Levels : public Encoding
{
public:
    Levels(const std::string &column, std::vector<std::string> levels, std::vector<std::string> rare)
        : Encoding(column)
        , m_levels(std::move(levels))
        , m_rare(std::move(rare))
    {
    }

    std::vector<std::string> names() const override;
    Result<Filler> bind(const Column &column) const override;
    Json toJson() const override { return {{"column", column()}, {"levels", m_levels}, {"rare", m_rare}}; }
    bool oneHot() const override { return true; }

private:
    /// Among the levels, -1 for one never seen.
    Eigen::Index placeOf(const std::string &level) const
    {
        const auto it = std::ranges::lower_bound(m_levels, level);
        return it != m_levels.end() && *it == level ? it - m_levels.begin() : -1;
    }

    std::vector<std::string> m_levels; ///< sorted; with "(missing)" and "(other)" where they occur
    std::vector<std::string> m_rare;   ///< sorted; the levels that "(other)" stands for
};

std::vector<std::string> Levels::names() const
{
    std::vector<std::string> names;
    for (const std::string &level : m_levels)
        names.push_back(column() + "=" + level);
    return names;
}

Result<Filler> Levels::bind(const Column &source) const
{
    const LevelView view(source);
    std::vector<Eigen::Index> places;
    places.reserve(view.labels().size());
    for (const std::string &label : view.labels())
        places.push_back(placeOf(std::ranges::binary_search(m_rare, label) ? otherLevel : label));
    return Filler([view, places = std::move(places),
                   missing = placeOf(missingLevel)](std::span<const Row> rows, double *cell, Eigen::Index stride) {
        for (const Row row : rows) {
            const std::int32_t code = view.code(row);
            const Eigen::Index place = code == Column::missingCode ? missing : places[code];
            if (place >= 0)
                cell[place] = 1;
            cell += stride;
        }
    });
}

// Level numbers in the order in which they are kept: most frequent first, ties by name.
std::vector<std::size_t> byFrequency(const std::vector<std::size_t> &counts)
{
    std::vector<std::size_t> order;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] > 0)
            order.push_back(level);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    return order;
}

} // namespace

EncodingPtr fitLevels(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    std::vector<std::size_t> counts(column.levels().size(), 0);
    bool anyMissing = false;
    for (const Row row : rows) {
        if (column.codes()[row] == Column::missingCode)
            anyMissing = true;
        else
            ++counts[column.codes()[row]];
    }
    std::vector<std::string> levels;
    std::vector<std::string> rare;
    for (const std::size_t level : byFrequency(counts)) {
        const bool isRare = counts[level] < options.minLevelCount || levels.size() >= options.maxLevels;
        (isRare ? rare : levels).push_back(column.levels()[level]);
    }
    const auto addOnce = [&](const char *level) {
        if (std::ranges::find(levels, level) == levels.end())
            levels.emplace_back(level);
    };
    if (anyMissing)
        addOnce(missingLevel);
    if (!rare.empty())
        addOnce(otherLevel);
    std::ranges::sort(levels);
    std::ranges::sort(rare);
    return std::make_shared<const Levels>(column.name(), std::move(levels), std::move(rare));
}

EncodingPtr levelsFromJson(const Json &json)
{
    return std::make_shared<const Levels>(json.at("column").get<std::string>(),
                                          json.at("levels").get<std::vector<std::string>>(),
                                          json.at("rare").get<std::vector<std::string>>());
}

} // namespace assay::engine
