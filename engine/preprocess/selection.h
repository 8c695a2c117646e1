// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/preprocess/encoding.h"

namespace assay::engine {

/// Which columns of @p X [rows × columns] selection keeps, rising; NaN are gaps. @p units are what a difference of 1
/// was in each column before scaling, for variances of what was measured. Errors: `cancelled`, `no_features`.
Result<std::vector<Eigen::Index>> selectColumns(const MatrixRef &X, const Vector &units,
                                                const PreprocessOptions &options, const Supervision &learn,
                                                const Context &context);

/// Columns whose variance (population, of the values that are there) exceeds @p threshold.
std::vector<Eigen::Index> varyingColumns(const MatrixRef &X, const Vector &units, double threshold);
/// The first @p count columns on the path of L1 penalties from where every coefficient is 0: of logistic regression,
/// or least squares for a target that is a number. Of those that come in together, the larger coefficients.
Result<std::vector<Eigen::Index>> columnsByLasso(const Matrix &X, const Supervision &learn, std::size_t count,
                                                 const Context &context);
/// The columns that remain when those with the smallest squared coefficients of a linear model with an L2 penalty leave
/// again and again, a tenth of what is left at a time (Guyon et al. 2002).
Result<std::vector<Eigen::Index>> columnsByElimination(const Matrix &X, const Supervision &learn, std::size_t count,
                                                       const Context &context);

} // namespace assay::engine
