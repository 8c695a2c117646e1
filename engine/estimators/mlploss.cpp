// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/mlploss.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace assay::engine {

namespace {

double binary(float output, float label, double weight, float &slope, double share)
{
    const double z = output;
    const double small = std::exp(-std::abs(z));
    slope = static_cast<float>(share * weight * ((z >= 0 ? 1 : small) / (1 + small) - label));
    return weight * (std::max(z, 0.0) + std::log1p(small) - label * z);
}

double multiclass(std::span<const float> outputs, std::size_t label, double weight, float *slopes, double share)
{
    const float largest = *std::ranges::max_element(outputs);
    double total = 0;
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        slopes[k] = std::exp(outputs[k] - largest);
        total += slopes[k];
    }
    for (std::size_t k = 0; k < outputs.size(); ++k)
        slopes[k] = static_cast<float>(share * weight * (slopes[k] / total - (k == label ? 1 : 0)));
    return weight * (std::log(total) + largest - outputs[label]);
}

} // namespace

double outputLoss(Task task, const std::vector<float> &outputs, std::ptrdiff_t stride, int units, const MlpRows &rows,
                  std::vector<float> &slopes)
{
    slopes.assign(static_cast<std::size_t>(rows.count() * stride), 0);
    const double share = 1.0 / rows.count();
    double sum = 0;
    for (int i = 0; i < rows.count(); ++i) {
        const float *output = outputs.data() + i * stride;
        float *slope = slopes.data() + i * stride;
        if (task == Task::Binary) {
            sum += binary(*output, rows.y[i], rows.weights[i], *slope, share);
        } else if (task == Task::Multiclass) {
            sum += multiclass({output, static_cast<std::size_t>(units)}, static_cast<std::size_t>(rows.y[i]),
                              rows.weights[i], slope, share);
        } else {
            const double miss = *output - rows.y[i];
            *slope = static_cast<float>(share * rows.weights[i] * miss);
            sum += 0.5 * rows.weights[i] * miss * miss;
        }
    }
    return sum;
}

} // namespace assay::engine
