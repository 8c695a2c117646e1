// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/encoding.h"

namespace assay::engine {

Vector Supervision::output(Eigen::Index which) const
{
    if (labels.empty())
        return y;
    const double label = labels.size() > 2 ? static_cast<double>(which) : 1;
    return (y.array() == label).cast<double>();
}

Vector Supervision::rowWeights() const
{
    return weights.size() > 0 ? weights : Vector::Ones(y.size());
}

} // namespace assay::engine
