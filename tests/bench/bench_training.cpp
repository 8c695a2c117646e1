// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"
#include "engine/estimators/estimator.h"
#include "engine/estimators/trainingdata.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

// Fits on 450,000 rows of 50 columns, half of them numbers and half levels, with an observer as a run has one. The rows
// are those of peers_training.py to the bit, and the number of a line is the log loss of the fitted model on them, so
// that figures are set against each other at known loss.
// usage: bench_training [NAME…]

using namespace assay;
using namespace assay::engine;

namespace {

double uniform(std::uint64_t place)
{
    std::uint64_t x = place * 0x9e3779b97f4a7c15ULL + 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((x ^ (x >> 31)) >> 11) * 0x1.0p-53;
}

// Nearly normal.
double bell(std::uint64_t place)
{
    return 2 * (uniform(place) + uniform(place + 1) + uniform(place + 2) - 1.5);
}

// What an encoder makes of a table: 25 standardised numbers that share two factors, and five categories of five levels,
// one column a level.
TrainingData encoded(Eigen::Index rows)
{
    TrainingData data{.task = Task::Binary, .X = Matrix::Zero(rows, 50), .y = Vector(rows), .columns = {}};
    for (Eigen::Index i = 0; i < rows; ++i) {
        const auto place = static_cast<std::uint64_t>(i) * 256;
        const double factors[2] = {bell(place), bell(place + 4)};
        for (Eigen::Index j = 0; j < 25; ++j)
            data.X(i, j) = 0.6 * factors[j % 2] + 0.8 * bell(place + 8 + static_cast<std::uint64_t>(j) * 4);
        for (Eigen::Index group = 0; group < 5; ++group) {
            const double u = uniform(place + 200 + static_cast<std::uint64_t>(group));
            data.X(i, 25 + 5 * group + static_cast<Eigen::Index>(5 * u * u)) = 1;
        }
        double margin = -0.5;
        for (Eigen::Index j = 0; j < 50; ++j)
            margin += (j % 3 == 0 ? 0.3 : -0.2) * data.X(i, j);
        margin += 0.8 * data.X(i, 0) * data.X(i, 2);
        data.y[i] = uniform(place + 255) < 1 / (1 + std::exp(-margin)) ? 1 : 0;
    }
    return data;
}

double fitted(const TrainingData &data, const char *id, const Params &params)
{
    const EstimatorInfo &info = **findEstimator(id);
    const auto estimator = info.make(resolveParams(info.params, params).value(), data.task);
    Observer observer;
    if (!estimator->fit(data, {.observer = &observer}))
        return std::nan("");
    return logLoss(estimator->predict(data.X), data.y, Vector::Ones(data.y.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> asked(argv + 1, argv + argc);
    const TrainingData data = encoded(450'000);
    const auto measure = [&](const char *name, int times, const char *id, const Params &params) {
        if (asked.empty() || std::ranges::find(asked, name) != asked.end())
            bench::measure(name, times, [&] { return fitted(data, id, params); });
    };
    measure("logistic_450k", 3, "logistic", {});
    measure("mlp_epoch", 3, "mlp", {{"hidden_units", std::int64_t(100)}, {"max_iter", std::int64_t(1)}});
    measure("svm_450k", 1, "svm", {});
    measure("boosting_200", 1, "xgboost", {});
    measure("forest_100", 1, "random_forest", {});
    return 0;
}
