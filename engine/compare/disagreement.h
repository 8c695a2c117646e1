// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

namespace assay::engine {

/// Two models on the rows both predicted, and the rows where they say different things.
struct Disagreements
{
    Predictions a, b;           ///< the same rows in the same order
    std::vector<Row> rows = {}; ///< indices into both: other classes; of a regression every row, largest distance first
    std::vector<double> decidedA = {}, decidedB = {};          ///< [n] class index or value
    std::size_t onlyARight = 0, onlyBRight = 0, bothWrong = 0; ///< among `rows`, classes only
};

/// Binary scores are decided at @p threshold, multiclass ones by their largest. Errors: those of align().
Result<Disagreements> disagreements(const ComparedModel &a, const ComparedModel &b, double threshold);

} // namespace assay::engine
