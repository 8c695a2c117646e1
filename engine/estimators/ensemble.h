// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/model.h"

namespace assay::engine {

using Members = std::vector<std::shared_ptr<const Model>>;

/// [rows × members · outputs] what every member says of the rows, side by side. Errors: those of the members.
Result<Matrix> memberScores(const Members &members, const Table &table, const Rows &rows);

/// What puts members' scores together: parameter `method` is "average" or "stacking". It is made of models, so that
/// `assay train` does not offer it. Its features are memberScores(): an average is given its weights or fits equal
/// ones; stacking fits a logistic regression (of values a linear one) that learns how far to trust each member.
const EstimatorInfo &ensembleInfo();

/// The members' scores averaged with @p weights [members], which need not sum to 1; empty for equal ones. Errors:
/// `too_few_members`, `different_tasks`, `bad_weights` (another number of them, a negative one, none above 0).
Result<std::shared_ptr<const Model>> averageModels(Members members, const std::vector<double> &weights);

/// @p scores [rows × members · outputs] of rows that the members that gave them had not learnt from, @p truth [rows],
/// @p weights [rows] or empty. Errors: `too_few_members`, `different_tasks`, those of the regression.
Result<std::shared_ptr<const Model>> stackModels(Members members, const Matrix &scores, const VectorRef &truth,
                                                 const Vector &weights, const Context &context);

} // namespace assay::engine
