// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

#include <vector>

namespace assay::engine {

/// A level of a category: the rows that have @p value in @p column.
struct CategoryLevel
{
    Eigen::Index column = 0;
    double value = 1;
};

/// Which columns are numbers and which stand for categories. A source feature is a category when its columns hold
/// nothing but 0 and 1 and at most one 1 in a row; a column that takes two values at most is one of its own.
struct BayesColumns
{
    std::vector<Eigen::Index> numbers;
    std::vector<std::vector<CategoryLevel>> categories;

    /// Looks at rows of positive weight only.
    static BayesColumns of(const TrainingData &data);
    /// Every column a number.
    static BayesColumns allNumbers(Eigen::Index features);
};

/// log((n_level + alpha) / (n + alpha · levels)) for every class, the levels of all categories one after the other
/// [classes × levels]; n counts the class's rows that have a level of the category.
Matrix levelLogProbabilities(const BayesColumns &columns, const TrainingData &data, double alpha);

} // namespace assay::engine
