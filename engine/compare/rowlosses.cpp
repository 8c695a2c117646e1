// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/rowlosses.h"

#include "engine/compare/foldtests.h"
#include "engine/compare/ranktests.h"
#include "engine/metrics/probability.h"

#include <cmath>

namespace assay::engine {

std::vector<double> lossesOfRows(const Predictions &p)
{
    std::vector<double> losses;
    const bool scored = p.scores.size() > 0;
    if (!p.weights.empty() || p.task == Task::Multiclass || (p.task == Task::Binary && !scored))
        return losses;
    if (p.task == Task::Binary && !(p.scores.minCoeff() >= 0 && p.scores.maxCoeff() <= 1))
        return losses;
    losses.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double said = scored ? p.scores(static_cast<Eigen::Index>(i), 0) : p.predicted[i];
        losses.push_back(p.task == Task::Binary ? logLossTerm(said, p.truth[i] != 0) : std::abs(p.truth[i] - said));
    }
    return losses;
}

std::optional<RowLosses> compareLosses(Task task, std::span<const double> a, std::span<const double> b, bool wilcoxon)
{
    const auto test = pairedT(a, b);
    if (!test)
        return std::nullopt;
    RowLosses result{.loss = task == Task::Binary ? "log_loss" : "absolute_error",
                     .meanDifference = test->meanDifference,
                     .t = test->t,
                     .pValue = test->pValue,
                     .degreesOfFreedom = test->degreesOfFreedom};
    if (wilcoxon) {
        std::vector<double> differences(a.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            differences[i] = a[i] - b[i];
        const SignedRank ranks = signedRankTest(differences);
        result.wilcoxonStatistic = ranks.statistic;
        result.wilcoxonP = ranks.pValue;
    }
    return result;
}

} // namespace assay::engine
