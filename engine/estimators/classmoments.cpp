// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/classmoments.h"

#include "engine/estimators/parallel.h"

#include <algorithm>

namespace assay::engine {

namespace {

// Parts of the rows that may run at the same time.
constexpr Eigen::Index parts = 16;
// Rows of a block stay in the second-level cache between the pass for the means and that for the squares.
constexpr Eigen::Index blockCells = 32768;

ClassMoments nothing(Eigen::Index classes, Eigen::Index features)
{
    return {.weight = Vector::Zero(classes),
            .mean = Matrix::Zero(classes, features),
            .squares = Matrix::Zero(classes, features)};
}

// Two passes over rows that are in cache: sums of distances from the first row, then squares about the means.
ClassMoments ofBlock(const TrainingData &data, Eigen::Index first, Eigen::Index count, Eigen::Index classes)
{
    ClassMoments block = nothing(classes, data.X.cols());
    const bool weighted = data.weights.size() > 0;
    const auto start = data.X.row(first);
    for (Eigen::Index i = first; i < first + count; ++i) {
        const auto label = static_cast<Eigen::Index>(data.y[i]);
        const double weight = weighted ? data.weights[i] : 1;
        block.weight[label] += weight;
        if (weighted)
            block.mean.row(label).noalias() += weight * (data.X.row(i) - start);
        else
            block.mean.row(label).noalias() += data.X.row(i) - start;
    }
    for (Eigen::Index k = 0; k < classes; ++k)
        block.mean.row(k) = block.mean.row(k) / (block.weight[k] > 0 ? block.weight[k] : 1) + start;
    for (Eigen::Index i = first; i < first + count; ++i) {
        const auto label = static_cast<Eigen::Index>(data.y[i]);
        auto squares = block.squares.row(label).array();
        if (weighted)
            squares += data.weights[i] * (data.X.row(i) - block.mean.row(label)).array().square();
        else
            squares += (data.X.row(i) - block.mean.row(label)).array().square();
    }
    return block;
}

} // namespace

ClassMoments ClassMoments::of(const TrainingData &data, int threads)
{
    const Eigen::Index rows = data.X.rows();
    const Eigen::Index classes = std::max(2, data.classes);
    const Eigen::Index blockRows = std::max<Eigen::Index>(64, blockCells / std::max<Eigen::Index>(1, data.X.cols()));
    std::vector<ClassMoments> moments(parts, nothing(classes, data.X.cols()));
    parallelFor(threads, parts, [&](std::size_t part) {
        const auto at = static_cast<Eigen::Index>(part);
        const Eigen::Index end = rows * (at + 1) / parts;
        for (Eigen::Index first = rows * at / parts; first < end; first += blockRows)
            moments[part].join(ofBlock(data, first, std::min(blockRows, end - first), classes));
    });
    for (std::size_t part = 1; part < moments.size(); ++part)
        moments.front().join(moments[part]);
    return std::move(moments.front());
}

void ClassMoments::join(const ClassMoments &other)
{
    for (Eigen::Index k = 0; k < weight.size(); ++k) {
        const double total = weight[k] + other.weight[k];
        if (other.weight[k] <= 0)
            continue;
        const double share = other.weight[k] / total;
        const auto difference = (other.mean.row(k) - mean.row(k)).eval();
        squares.row(k).array() += other.squares.row(k).array() + difference.array().square() * (weight[k] * share);
        mean.row(k) += share * difference;
        weight[k] = total;
    }
}

Vector ClassMoments::totalVariance() const
{
    ClassMoments all = nothing(1, mean.cols());
    for (Eigen::Index k = 0; k < weight.size(); ++k)
        all.join({.weight = weight.segment(k, 1), .mean = mean.row(k), .squares = squares.row(k)});
    return all.squares.row(0).transpose() / all.weight[0];
}

} // namespace assay::engine
