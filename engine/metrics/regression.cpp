// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/furtherregression.h"
#include "engine/metrics/regressionrescorer.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

Result<void> evaluateRegression(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                                Evaluation &evaluation)
{
    const DrawOrder order = drawTogether(predictions.size());
    const RegressionRescorer rescorer(predictions, order);
    const std::vector<double> values = scoreOnce(rescorer, order.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        evaluation.metrics.push_back(
            {rescorer.names()[i], std::isnan(values[i]) ? std::nullopt : std::optional(values[i])});
    if (!evaluation.metric("r2"))
        evaluation.warnings.emplace_back("The truth does not vary: R² and explained variance are undefined.");
    const auto zeros = std::ranges::count(predictions.truth, 0.0);
    if (zeros > 0)
        evaluation.warnings.push_back("The truth is 0 in " + std::to_string(zeros) +
                                      " rows: MAPE divides by almost nothing there.");
    if (options.further)
        addFurtherRegression(predictions, evaluation);
    if (!options.intervals)
        return {};
    // The largest error of a resample can only shrink: its percentiles bound nothing.
    return addBootstrapIntervals(rescorer, order, {"max_error"}, options, context, evaluation);
}

} // namespace assay::engine
