// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/pairing.h"

#include "engine/metrics/tasks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace assay::engine {

namespace {

using RowOfId = std::unordered_map<std::string_view, Row>;

// Empty when a row has no id or an id repeats.
RowOfId rowsById(const Predictions &predictions)
{
    RowOfId rows;
    if (predictions.rowIds.size() != predictions.size())
        return rows;
    rows.reserve(predictions.size());
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        if (!rows.emplace(predictions.rowIds[i], static_cast<Row>(i)).second)
            return {};
    }
    return rows;
}

std::string quotedNames(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen)
{
    std::vector<std::string> names;
    for (const std::size_t i : chosen)
        names.push_back(models[i].name);
    return quotedList(names);
}

// [chosen][common rows]
std::vector<Rows> matchById(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen,
                            const std::vector<RowOfId> &ids)
{
    std::vector<Rows> matched(chosen.size());
    const Predictions &first = models[chosen[0]].predictions;
    Rows found(chosen.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        bool everywhere = true;
        for (std::size_t m = 0; m < chosen.size() && everywhere; ++m) {
            const auto it = ids[m].find(first.rowIds[i]);
            everywhere = it != ids[m].end();
            if (everywhere)
                found[m] = it->second;
        }
        for (std::size_t m = 0; m < chosen.size() && everywhere; ++m)
            matched[m].push_back(found[m]);
    }
    return matched;
}

std::vector<Rows> matchByOrder(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen)
{
    std::size_t shortest = models[chosen[0]].predictions.size();
    for (const std::size_t m : chosen)
        shortest = std::min(shortest, models[m].predictions.size());
    Rows rows(shortest);
    for (std::size_t i = 0; i < shortest; ++i)
        rows[i] = static_cast<Row>(i);
    return std::vector<Rows>(chosen.size(), rows);
}

// Leaves rows where some model was told another truth than the first; returns how many went.
std::size_t dropDifferentTruth(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen,
                               std::vector<Rows> &matched)
{
    std::size_t kept = 0;
    const std::size_t all = matched[0].size();
    for (std::size_t i = 0; i < all; ++i) {
        const double truth = models[chosen[0]].predictions.truth[matched[0][i]];
        bool same = true;
        for (std::size_t m = 1; m < chosen.size(); ++m)
            same &= models[chosen[m]].predictions.truth[matched[m][i]] == truth;
        if (!same)
            continue;
        for (Rows &rows : matched)
            rows[kept] = rows[i];
        ++kept;
    }
    for (Rows &rows : matched)
        rows.resize(kept);
    return all - kept;
}

void warnAboutUnmatched(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen,
                        std::size_t common, std::vector<std::string> &warnings)
{
    for (const std::size_t m : chosen) {
        const std::size_t unmatched = models[m].predictions.size() - common;
        if (unmatched > 0) {
            warnings.push_back(std::to_string(unmatched) + " of " + std::to_string(models[m].predictions.size()) +
                               " rows of `" + models[m].name + "` have no partner when " + quotedNames(models, chosen) +
                               " are compared; they are left out.");
        }
    }
}

} // namespace

bool sameRows(const std::vector<ComparedModel> &models)
{
    const RowOfId first = rowsById(models[0].predictions);
    return std::ranges::all_of(models, [&](const ComparedModel &model) {
        const Predictions &p = model.predictions;
        if (p.size() != models[0].predictions.size())
            return false;
        const RowOfId ids = rowsById(p);
        if (first.empty() || ids.empty())
            return first.empty() && ids.empty();
        return std::ranges::all_of(p.rowIds, [&](const std::string &id) { return first.contains(id); });
    });
}

Result<AlignedModels> align(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen,
                            std::vector<std::string> &warnings)
{
    std::vector<RowOfId> ids;
    for (const std::size_t m : chosen)
        ids.push_back(rowsById(models[m].predictions));
    const bool byId = std::ranges::none_of(ids, &RowOfId::empty);
    std::vector<Rows> matched = byId ? matchById(models, chosen, ids) : matchByOrder(models, chosen);
    if (!byId)
        warnings.push_back("Rows of " + quotedNames(models, chosen) +
                           " are paired by their order, because their ids are absent or repeat.");
    warnAboutUnmatched(models, chosen, matched[0].size(), warnings);
    const std::size_t common = matched[0].size();
    const std::size_t different = dropDifferentTruth(models, chosen, matched);
    if (different > 0) {
        warnings.push_back(std::to_string(different) + " of " + std::to_string(common) + " paired rows of " +
                           quotedNames(models, chosen) + " have different truth; they are left out.");
    }
    if (matched[0].empty()) {
        return failure(ErrorKind::BadInput, "no_common_rows",
                       "{} have no rows in common: they must predict the same rows.", {quotedNames(models, chosen)});
    }
    AlignedModels aligned{.models = chosen, .predictions = {}};
    for (std::size_t m = 0; m < chosen.size(); ++m) {
        aligned.predictions.push_back(selectRows(models[chosen[m]].predictions, matched[m]));
        aligned.predictions.back().weights = aligned.predictions.front().weights;
    }
    return aligned;
}

} // namespace assay::engine
