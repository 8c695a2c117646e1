// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"
#include "encodedrows.h"

// The five nearest of 450,000 rows of 50 encoded columns, for 500 rows; and a decision tree of depth 8 of the rows.

using namespace assay;
using namespace assay::engine;

namespace {

double fitted(const TrainingData &data, const char *id, const Params &params)
{
    const EstimatorInfo &info = **findEstimator(id);
    const auto estimator = info.make(resolveParams(info.params, params).value(), Task::Binary);
    return estimator->fit(data, {}).has_value() ? estimator->predict(data.X.topRows(500)).mean() : 0;
}

} // namespace

int main()
{
    const TrainingData data = bench::encodedRows(450'000, 50);
    const TrainingData asked = bench::encodedRows(1000, 50);
    for (const char *metric : {"euclidean", "manhattan"}) {
        const EstimatorInfo &info = **findEstimator("knn");
        const auto estimator =
            info.make(resolveParams(info.params, Params{{"metric", std::string(metric)}}).value(), Task::Binary);
        const std::string name = std::string("knn_") + metric;
        bench::measure((name + "_fit").c_str(), 1, [&] { return estimator->fit(data, {}).has_value() ? 1.0 : 0.0; });
        bench::measure((name + "_500_450k").c_str(), 3,
                       [&] { return estimator->predict(asked.X.bottomRows(500)).mean(); });
    }
    bench::measure("tree_depth_8_450k_50", 1, [&] {
        return fitted(data, "decision_tree", {{"max_depth", std::int64_t(8)}});
    });
    return 0;
}
