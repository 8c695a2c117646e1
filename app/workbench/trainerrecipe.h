// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "widgets/workbench.h"

namespace assay::app {

/// Name and kind of the artifact that says how a run was trained.
inline constexpr const char *recipeName = "recipe.json";
inline constexpr const char *recipeKind = "recipe";

/// What was asked for when a run was trained, but for its data, which are its inputs.
struct Recipe
{
    ui::TrainRequest request = {};
    std::uint64_t seed = 42;
    std::optional<std::size_t> fold = {}; ///< only this one of the split, from 0
};

Json toJson(const Recipe &recipe);
/// Errors: `bad_recipe`.
Result<Recipe> recipeFromJson(const Json &json);

/// From the run's recipe; for runs older than recipes, and those that lost theirs, from the command line that would do
/// it again. Folds carry none: ask with the run they belong to. Errors: `no_recipe` for a run that was not trained
/// here.
Result<Recipe> recipeOf(const tracking::RunStore &store, const tracking::RunDetails &run);

} // namespace assay::app
