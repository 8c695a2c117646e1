// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

#include <cstdint>

namespace assay::engine {

/// One side of a mutual information: values, and whether each stands for itself (a category, a count of few values) or
/// for a place on a line.
struct Variable
{
    Vector values;
    bool discrete = false;
};

/// Mutual information [nats] of @p a and @p b, at least 0, as scikit-learn estimates it with 3 neighbours: counted
/// where both are discrete, else by nearest neighbours (Ross 2014 with one discrete, Kraskov, Stögbauer & Grassberger
/// 2004 with none), with values on a line divided by their standard deviation and told apart by noise of 1e-10 from @p
/// seed.
double mutualInformation(Variable a, Variable b, std::uint64_t seed);

/// Whether values that take few values only are counted rather than placed: at most 20, ten rows each or more.
bool takesFewValues(const VectorRef &values);

} // namespace assay::engine
