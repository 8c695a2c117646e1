// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/selection.h"

#include "engine/core/random.h"
#include "engine/preprocess/moments.h"
#include "engine/preprocess/mutualinfo.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

// Beyond so many rows a random share of them ranks the columns as well.
constexpr Eigen::Index mostRows = 10'000;

struct Sample
{
    Matrix X;
    Vector y;
    Vector weights;
};

Sample sampleOf(const MatrixRef &X, const Supervision &learn, const Context &context)
{
    if (X.rows() <= mostRows)
        return {.X = X, .y = learn.y, .weights = learn.weights};
    std::vector<Eigen::Index> order(static_cast<std::size_t>(X.rows()));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    Random random(learn.seed, 0x5e1ec7);
    random.shuffle(std::span(order));
    order.resize(static_cast<std::size_t>(mostRows));
    std::ranges::sort(order);
    context.note("Columns are chosen on " + std::to_string(mostRows) + " of the training rows.");
    return {.X = X(order, Eigen::all),
            .y = learn.y(order),
            .weights = learn.weights.size() > 0 ? Vector(learn.weights(order)) : Vector()};
}

// Columns of mean 0 and standard deviation 1, gaps and columns that do not vary 0.
Matrix comparable(Matrix X)
{
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        auto column = X.col(j);
        double sum = 0, squares = 0, count = 0;
        for (const double value : column) {
            sum += std::isnan(value) ? 0 : value;
            count += std::isnan(value) ? 0 : 1;
        }
        const double mean = count > 0 ? sum / count : 0;
        for (double &value : column) {
            value = std::isnan(value) ? 0 : value - mean;
            squares += value * value;
        }
        const double sd = count > 0 ? std::sqrt(squares / count) : 0;
        column *= sd > 1e-12 * std::abs(mean) ? 1 / sd : 0;
    }
    return X;
}

// The values of a column that are there, and the target beside them.
double informationOf(const Sample &sample, Eigen::Index column, bool discreteTarget, std::uint64_t seed)
{
    std::vector<Eigen::Index> present;
    for (Eigen::Index i = 0; i < sample.X.rows(); ++i) {
        if (!std::isnan(sample.X(i, column)))
            present.push_back(i);
    }
    const Vector x = sample.X(present, column);
    return mutualInformation({.values = x, .discrete = takesFewValues(x)},
                             {.values = sample.y(present), .discrete = discreteTarget}, seed);
}

Result<std::vector<Eigen::Index>> columnsByInformation(const Sample &sample, const Supervision &learn,
                                                       std::size_t count, const Context &context)
{
    std::vector<double> information;
    for (Eigen::Index j = 0; j < sample.X.cols(); ++j) {
        if (context.cancelled())
            return cancelled();
        information.push_back(informationOf(sample, j, !learn.labels.empty(), learn.seed));
        context.progress("Choosing columns", j + 1, sample.X.cols());
    }
    std::vector<Eigen::Index> order(information.size());
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](Eigen::Index j) { return information[static_cast<std::size_t>(j)]; });
    order.resize(std::min(count, order.size()));
    return order;
}

Result<std::vector<Eigen::Index>> chosen(const MatrixRef &X, const Vector &units, const PreprocessOptions &options,
                                         const Supervision &learn, const Context &context)
{
    if (options.select == Select::Variance)
        return varyingColumns(X, units, options.varianceThreshold);
    if (static_cast<std::size_t>(X.cols()) <= options.selectCount) {
        std::vector<Eigen::Index> all(static_cast<std::size_t>(X.cols()));
        std::iota(all.begin(), all.end(), Eigen::Index(0));
        return all;
    }
    Sample sample = sampleOf(X, learn, context);
    if (options.select == Select::MutualInfo)
        return columnsByInformation(sample, learn, options.selectCount, context);
    sample.X = comparable(std::move(sample.X));
    const Supervision ofSample{.y = sample.y, .weights = sample.weights, .labels = learn.labels, .seed = learn.seed};
    return options.select == Select::L1 ? columnsByLasso(sample.X, ofSample, options.selectCount, context)
                                        : columnsByElimination(sample.X, ofSample, options.selectCount, context);
}

} // namespace

std::vector<Eigen::Index> varyingColumns(const MatrixRef &X, const Vector &units, double threshold)
{
    std::vector<Eigen::Index> kept;
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        const Moments column = moments(X.col(j));
        if (column.count > 0 && column.variance * units[j] * units[j] > threshold)
            kept.push_back(j);
    }
    return kept;
}

Result<std::vector<Eigen::Index>> selectColumns(const MatrixRef &X, const Vector &units,
                                                const PreprocessOptions &options, const Supervision &learn,
                                                const Context &context)
{
    auto kept = chosen(X, units, options, learn, context);
    if (!kept)
        return kept;
    if (kept->empty())
        return failure(ErrorKind::BadInput, "no_features", "None of {} columns is left by the selection `{}`.",
                       {std::to_string(X.cols()), choices::select[static_cast<std::size_t>(options.select)]});
    std::ranges::sort(*kept);
    return kept;
}

} // namespace assay::engine
