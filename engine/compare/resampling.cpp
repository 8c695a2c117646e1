// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/resampling.h"

#include "engine/compare/pairtests.h"
#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/regressionrescorer.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace assay::engine {

namespace {

DrawOrder drawOrder(const Predictions &predictions)
{
    switch (predictions.task) {
    case Task::Binary:
        return drawRanked(predictions);
    case Task::Multiclass:
        return drawByClass(predictions.truth, predictions.labels.size());
    case Task::Regression:
        break;
    }
    return drawTogether(predictions.size());
}

// Which rows leave together when the jackknife asks what a few rows are worth. Up to `single` rows each goes alone;
// beyond that groups of a class keep the cost down, which leaves the skewness of their influence what it was.
struct Groups
{
    std::vector<std::size_t> of;      // [places] which group
    std::vector<std::size_t> stratum; // [groups]
    std::vector<double> kept;         // [groups]
};

Groups jackknifeGroups(const DrawOrder &order)
{
    constexpr std::size_t single = 1000;
    Groups groups{.of = std::vector<std::size_t>(order.size()), .stratum = {}, .kept = {}};
    std::size_t begin = 0;
    for (std::size_t s = 0; s < order.ends.size(); ++s) {
        const std::size_t rows = order.ends[s] - begin;
        const std::size_t share = rows * single / std::max(single, order.size());
        const std::size_t count = std::min(rows, std::max<std::size_t>(share, 2));
        const std::size_t first = groups.stratum.size();
        for (std::size_t i = 0; i < rows; ++i)
            groups.of[begin + i] = first + i % count;
        for (std::size_t g = 0; g < count; ++g) {
            const std::size_t size = rows / count + (g < rows % count ? 1 : 0);
            groups.stratum.push_back(s);
            groups.kept.push_back(1 - static_cast<double>(size) / static_cast<double>(rows));
        }
        begin = order.ends[s];
    }
    return groups;
}

// [models · names × groups]
Result<Matrix> jackknife(const Groups &groups, const std::vector<const Rescorer *> &rescorers, const Context &context)
{
    const std::size_t names = rescorers[0]->names().size();
    Matrix values(static_cast<Eigen::Index>(rescorers.size() * names),
                  static_cast<Eigen::Index>(groups.stratum.size()));
    const auto work = [&](const tbb::blocked_range<std::size_t> &range) {
        std::vector<std::uint16_t> counts(groups.of.size());
        std::vector<double> scratch, scores(names);
        for (std::size_t g = range.begin(); g < range.end() && !context.cancelled(); ++g) {
            for (std::size_t i = 0; i < counts.size(); ++i)
                counts[i] = groups.of[i] == g ? 0 : 1;
            for (std::size_t m = 0; m < rescorers.size(); ++m) {
                rescorers[m]->score(counts, scratch, scores);
                for (std::size_t k = 0; k < names; ++k)
                    values(static_cast<Eigen::Index>(m * names + k), static_cast<Eigen::Index>(g)) = scores[k];
            }
        }
    };
    tbb::task_arena arena(context.threadCount());
    arena.execute([&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, groups.stratum.size(), 8), work); });
    if (context.cancelled())
        return cancelled();
    return values;
}

} // namespace

std::vector<std::string> resampledMetrics(Task task)
{
    if (task == Task::Binary)
        return {"roc_auc",           "average_precision", "ks",     "log_loss",    "brier", "ece", "accuracy",
                "balanced_accuracy", "precision",         "recall", "specificity", "f1",    "mcc", "cohen_kappa"};
    Predictions one{.task = task,
                    .rowIds = {},
                    .labels = {},
                    .truth = {0},
                    .scores = Matrix::Zero(1, 1),
                    .predicted = {},
                    .weights = {},
                    .attributes = {}};
    if (task == Task::Multiclass) {
        one.labels = {"0", "1"};
        one.scores = Matrix::Constant(1, 2, 0.5);
    }
    return makeRescorer(one, drawTogether(1), {}, 0.5)->names();
}

Result<Resampled> Resampled::draw(const AlignedModels &aligned, const std::vector<std::string> &metrics,
                                  const CompareOptions &options, const Context &context,
                                  std::vector<std::string> &warnings)
{
    const DrawOrder order = drawOrder(aligned.predictions[0]);
    std::vector<std::unique_ptr<Rescorer>> rescorers;
    std::vector<const Rescorer *> pointers;
    Resampled result;
    result.m_level = options.level;
    for (const Predictions &predictions : aligned.predictions) {
        if (context.cancelled())
            return cancelled();
        rescorers.push_back(makeRescorer(predictions, order, metrics, options.threshold));
        pointers.push_back(rescorers.back().get());
        result.m_points.push_back(scoreOnce(*rescorers.back(), order.size()));
    }
    result.m_names = pointers[0]->names();
    const int resamples = affordableResamples(order.size(), options.resamples);
    if (resamples < options.resamples)
        warnings.push_back("Bootstrap differences come from " + std::to_string(resamples) +
                           " resamples, because there are many rows.");
    auto values = bootstrap(order, pointers, resamples, context);
    if (!values)
        return tl::unexpected(values.error());
    result.m_values = values->transpose();
    if (!options.accelerated)
        return result;
    Groups groups = jackknifeGroups(order);
    auto left = jackknife(groups, pointers, context);
    if (!left)
        return tl::unexpected(left.error());
    result.m_left = std::move(*left);
    result.m_stratum = std::move(groups.stratum);
    result.m_kept = std::move(groups.kept);
    return result;
}

Resampled::Column Resampled::between(const Matrix &values, std::size_t a, std::size_t b, std::size_t metric) const
{
    const auto row = [&](std::size_t model) {
        return values.row(static_cast<Eigen::Index>(model * m_names.size() + metric));
    };
    Column column(static_cast<std::size_t>(values.cols()));
    Eigen::Map<Eigen::RowVectorXd>(column.data(), values.cols()) = row(a) - row(b);
    return column;
}

// Efron's acceleration for several samples (Davison & Hinkley 1997, 5.3.2): the skewness of the rows' influence, each
// class around its own mean.
double Resampled::acceleration(std::size_t a, std::size_t b, std::size_t metric) const
{
    const Column left = between(m_left, a, b, metric);
    std::vector<double> sums, counts;
    for (std::size_t g = 0; g < left.size(); ++g) {
        sums.resize(std::max(sums.size(), m_stratum[g] + 1));
        counts.resize(sums.size());
        sums[m_stratum[g]] += left[g];
        ++counts[m_stratum[g]];
    }
    double squares = 0, cubes = 0;
    for (std::size_t g = 0; g < left.size(); ++g) {
        const double influence = m_kept[g] * (sums[m_stratum[g]] / counts[m_stratum[g]] - left[g]);
        squares += influence * influence;
        cubes += influence * influence * influence;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

std::optional<BootstrapDifference> Resampled::difference(std::size_t a, std::size_t b, const std::string &metric) const
{
    const auto it = std::ranges::find(m_names, metric);
    if (it == m_names.end())
        return std::nullopt;
    const auto m = static_cast<std::size_t>(it - m_names.begin());
    const double point = m_points[a][m] - m_points[b][m];
    if (std::isnan(point))
        return std::nullopt;
    Column differences = between(m_values, a, b, m);
    if (m_left.size() == 0)
        return bootstrapDifference(point, std::move(differences), m_level);
    return acceleratedDifference(point, std::move(differences), acceleration(a, b, m), m_level);
}

} // namespace assay::engine
