// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/furtherregression.h"

#include "engine/metrics/correlation.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

using Value = std::optional<double>;

struct Sums
{
    double all = 0, errors = 0, shares = 0, halves = 0, logs = 0, low = 0, high = 0, nonzero = 0;
    bool negative = false;

    void add(double truth, double said, double weight)
    {
        const double error = truth - said, size = std::abs(error);
        const double spread = std::abs(truth) + std::abs(said);
        all += weight;
        errors += weight * error;
        halves += spread > 0 ? weight * 2 * size / spread : 0;
        low += weight * std::max(0.1 * error, -0.9 * error);
        high += weight * std::max(0.9 * error, -0.1 * error);
        if (truth != 0) {
            shares += weight * size / std::abs(truth);
            nonzero += weight;
        }
        negative = negative || truth < 0 || said < 0;
        if (!negative)
            logs += weight * std::pow(std::log1p(truth) - std::log1p(said), 2);
    }
};

// Over n − 1 where every row counts once.
Value residualSpread(const std::vector<double> &truth, const std::vector<double> &said,
                     const std::vector<double> &weights, const Sums &sums)
{
    const double n = static_cast<double>(truth.size());
    if (n < 2)
        return std::nullopt;
    double squares = 0;
    for (std::size_t i = 0; i < truth.size(); ++i)
        squares += (weights.empty() ? 1 : weights[i]) * std::pow(truth[i] - said[i] - sums.errors / sums.all, 2);
    return std::sqrt(squares / (sums.all - sums.all / n));
}

// Near 2 where each residual tells nothing of the next.
Value durbinWatson(const std::vector<double> &truth, const std::vector<double> &said)
{
    double steps = 0, squares = 0, last = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double error = truth[i] - said[i];
        steps += i > 0 ? (error - last) * (error - last) : 0;
        squares += error * error;
        last = error;
    }
    return squares > 0 ? Value(steps / squares) : std::nullopt;
}

} // namespace

void addFurtherRegression(const Predictions &p, Evaluation &evaluation)
{
    std::vector<double> said = p.predicted;
    if (said.empty())
        said.assign(p.scores.data(), p.scores.data() + p.scores.size());
    Sums sums;
    for (std::size_t i = 0; i < p.size(); ++i)
        sums.add(p.truth[i], said[i], p.weights.empty() ? 1 : p.weights[i]);
    const bool weighted = !p.weights.empty();
    evaluation.further = {{"mean_error", -sums.errors / sums.all},
                          {"residual_sd", residualSpread(p.truth, said, p.weights, sums)},
                          {"pearson_r", pearsonCorrelation(p.truth, said, p.weights)},
                          {"spearman_r", weighted ? std::nullopt : spearmanCorrelation(p.truth, said)},
                          {"kendall_tau", weighted ? std::nullopt : kendallTau(p.truth, said)},
                          {"smape", sums.halves / sums.all},
                          {"mape_nonzero", sums.nonzero > 0 ? Value(sums.shares / sums.nonzero) : std::nullopt},
                          {"rmsle", sums.negative ? std::nullopt : Value(std::sqrt(sums.logs / sums.all))},
                          {"pinball_0_1", sums.low / sums.all},
                          {"pinball_0_9", sums.high / sums.all},
                          {"durbin_watson", weighted ? std::nullopt : durbinWatson(p.truth, said)}};
    if (weighted)
        evaluation.warnings.emplace_back(
            "Rank correlations and the Durbin-Watson statistic are not defined for weighted rows: they are left out.");
    if (sums.negative)
        evaluation.warnings.emplace_back("There are negative values: the logarithmic error (RMSLE) is undefined.");
}

} // namespace assay::engine
