// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/capabilities.h"
#include "engine/explain/attribution.h"

namespace assay::engine {

/// A fitted model beside the rows to explain, already as it sees them.
struct ExplainedRows
{
    const Model &model;
    const Table &table;
    Rows rows;
    Matrix X; ///< [rows × encoded columns]
};

/// Path-dependent tree SHAP (Lundberg et al. 2020) by XGBoost, in float32.
Result<Attribution> explainTrees(const ExplainedRows &explained, const TreeScorer &trees);
/// Coefficient times distance from @p means, the exact SHAP value of a linear margin with independent features.
Result<Attribution> explainLinear(const ExplainedRows &explained, const LinearScorer &linear, const Vector &means);
/// The mean drop of the headline metric when a feature's values change rows (Breiman 2001), by @p repeats shuffles.
Result<Attribution> explainByPermutation(const ExplainedRows &explained, int repeats, const Context &context);

/// The same by shuffling columns of the table itself, for an ensemble, whose members each encode rows in their own way.
Result<Attribution> explainByShuffledColumns(const Model &model, const Table &all, const Rows &rows, int repeats,
                                             const Context &context);

/// The headline metric of @p predictions, turned so that larger is better: what permutation importance watches fall.
/// Errors: those of evaluate(), `undefined_metric` when the rows lack a class.
Result<double> headlineQuality(const Predictions &predictions);

/// An empty attribution by @p method of @p features.
Attribution attributionBy(std::string method, std::vector<std::string> features);

/// Attributions of encoded columns and the base value last, [rows·outputs × columns + 1], become those of source
/// features: values, base values, mean absolute values, and by how much they miss @p margins [rows × outputs].
void addContributions(Attribution &attribution, const Matrix &contributions, const Matrix &margins,
                      const std::vector<std::size_t> &featureOfColumn);

/// What a person reads in each explained cell, and its size for colour: the place of a number between the 5th and the
/// 95th percentile of its column.
void addCells(Attribution &attribution, const Table &table, const Rows &rows);
/// The same of a model's features, of which components are no column of the table.
void addCells(Attribution &attribution, const ExplainedRows &explained);

} // namespace assay::engine
