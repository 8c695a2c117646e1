// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "engine/estimators/estimator.h"

#include <string>

namespace bench {

/// Two classes of normal columns, a tenth of a standard deviation apart, as peers.py makes its own.
inline assay::engine::TrainingData encodedRows(Eigen::Index rows, Eigen::Index columns)
{
    using namespace assay::engine;
    assay::Random random(11);
    TrainingData data{.task = Task::Binary, .X = Matrix(rows, columns), .y = Vector(rows), .classes = 2, .columns = {}};
    for (Eigen::Index i = 0; i < rows; ++i) {
        data.y[i] = random.uniform() < 0.3 ? 1 : 0;
        for (Eigen::Index j = 0; j < columns; ++j)
            data.X(i, j) = random.normal() + 0.1 * data.y[i];
    }
    for (Eigen::Index j = 0; j < columns; ++j)
        data.columns.push_back("x" + std::to_string(j));
    return data;
}

} // namespace bench
