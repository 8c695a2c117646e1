// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"
#include "encodedrows.h"

// Gaussian naive Bayes of 450,000 rows of 50 encoded columns: fitting, and the probabilities of all rows.

using namespace assay;
using namespace assay::engine;

int main()
{
    const TrainingData data = bench::encodedRows(450'000, 50);
    const EstimatorInfo &info = **findEstimator("naive_bayes");
    const auto estimator =
        info.make(resolveParams(info.params, Params{{"kind", std::string("gaussian")}}).value(), Task::Binary);
    bench::measure("naive_bayes_fit_450k_50", 5, [&] { return estimator->fit(data, {}).has_value() ? 1.0 : 0.0; });
    bench::measure("naive_bayes_predict_450k", 3, [&] { return estimator->predict(data.X).mean(); });
    return 0;
}
