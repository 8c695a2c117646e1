// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

namespace assay::app {

/// A request to train, checked and resolved: what every fit of it shares, be it one run, a fold, a point of a curve or
/// a candidate of a search. Reading it from several threads is safe.
struct TrainPlan
{
    const ui::TrainRequest *request = nullptr;
    const engine::EstimatorInfo *estimator = nullptr;
    Params params; ///< resolved, without the grid
    engine::Target target;
    std::vector<std::string> features;
    std::vector<engine::Fold> folds;
    std::uint64_t seed = 42;

    const engine::Table &table() const { return request->data->table(); }
    /// The table that the folds' test rows are rows of.
    const engine::Table &testTable() const { return request->test ? request->test->table() : table(); }
    /// Class codes of @p rows, by which they are stratified; empty for a regression.
    Result<std::vector<std::int32_t>> strata(const engine::Rows &rows) const;
    Result<std::shared_ptr<const engine::Model>> fit(const Params &params, const engine::Rows &train,
                                                     const engine::Rows &watched, const Context &context) const;
    /// @p metric alone of @p model on @p rows of @p from. Errors: `undefined_metric`.
    Result<double> score(const engine::Model &model, const engine::Table &from, const engine::Rows &rows,
                         const std::string &metric) const;
};

/// Errors: `unknown_model`, `unknown_parameter`, `bad_parameter`, `task_not_supported`, `bad_grid` (a grid without a
/// nested split, or the other way round), those of the target, the features and the split.
Result<TrainPlan> planOf(const ui::TrainRequest &request, std::uint64_t seed);

/// All combinations of the values of @p grid, the last parameter changing fastest; one empty one without a grid.
std::vector<Params> combinations(const std::map<std::string, std::vector<ParamValue>> &grid);
/// "C=0.1, penalty=l1".
QString assignmentsText(const Params &params);

} // namespace assay::app
