// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"
#include "engine/core/random.h"
#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/evaluation.h"
#include "engine/metrics/ranking.h"

#include <array>
#include <cmath>

// ROC AUC and all metrics of 10 million scores, and 1,000 bootstrap AUCs of 100,000. The scores are made as peers.py
// makes its own.

using namespace assay;
using namespace assay::engine;

namespace {

Predictions scores(std::size_t n)
{
    Random random(7);
    Predictions p;
    p.labels = {"0", "1"};
    p.truth.resize(n);
    p.scores.resize(static_cast<Eigen::Index>(n), 1);
    for (std::size_t i = 0; i < n; ++i) {
        p.truth[i] = random.uniform() < 0.3 ? 1 : 0;
        p.scores(static_cast<Eigen::Index>(i), 0) = 1 / (1 + std::exp(-random.normal() - p.truth[i] + 1));
    }
    return p;
}

double rocAuc(const Predictions &p)
{
    const std::span<const double> values(p.scores.data(), p.size());
    return rankingMetrics(rankScores(values, p.truth, {}, false)).rocAuc.value_or(0);
}

double everything(const Predictions &p)
{
    const auto evaluation = evaluate(p, {.intervals = false});
    double sum = static_cast<double>(evaluation->roc.fpr.size() + evaluation->pr.recall.size());
    for (const Metric &metric : evaluation->metrics)
        sum += metric.value.value_or(0);
    return sum;
}

double bootstrapAucs(const Predictions &p)
{
    const DrawOrder order = drawRanked(p);
    const BinaryRescorer rescorer(p, order, {"roc_auc"}, {});
    const std::array<const Rescorer *, 1> one{&rescorer};
    return bootstrap(order, one, 1000, {})->mean();
}

} // namespace

int main()
{
    const Predictions many = scores(10'000'000);
    bench::measure("roc_auc_10m", 3, [&] { return rocAuc(many); });
    bench::measure("all_metrics_10m", 3, [&] { return everything(many); });
    const Predictions few = scores(100'000);
    bench::measure("bootstrap_auc_1000x100k", 3, [&] { return bootstrapAucs(few); });
    return 0;
}
