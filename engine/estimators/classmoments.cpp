// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/classmoments.h"

#include "engine/estimators/parallel.h"

#include <algorithm>

namespace assay::engine {

namespace {

// Parts of the rows that may run at the same time.
constexpr Eigen::Index parts = 16;
// Rows whose moments are told about one place and then joined to those before.
constexpr Eigen::Index blockRows = 1024;

/// Sums of distances from a place of each class, and of their squares, to which rows are added one by one.
struct BlockSums
{
    Matrix place, sums, squares; ///< [classes × features]
    Vector weight;               ///< [classes]
};

using Numbers [[gnu::vector_size(32), gnu::aligned(8), gnu::may_alias]] = double;

// The same sums, bit by bit, whatever instructions it is made of: each column's are its own.
[[gnu::always_inline]] inline void add(const double *x, double weight, Eigen::Index features, const double *place,
                                       double *sums, double *squares)
{
    Eigen::Index j = 0;
    for (; j + 4 <= features; j += 4) {
        const auto distance = *reinterpret_cast<const Numbers *>(x + j) - *reinterpret_cast<const Numbers *>(place + j);
        const auto weighted = weight * distance;
        *reinterpret_cast<Numbers *>(sums + j) += weighted;
        *reinterpret_cast<Numbers *>(squares + j) += weighted * distance;
    }
    for (; j < features; ++j) {
        const double distance = x[j] - place[j], weighted = weight * distance;
        sums[j] += weighted;
        squares[j] += weighted * distance;
    }
}

[[gnu::always_inline]] inline void addRows(const TrainingData &data, Eigen::Index first, Eigen::Index count,
                                           BlockSums &block)
{
    const Eigen::Index features = data.X.cols();
    const bool weighted = data.weights.size() > 0;
    for (Eigen::Index i = first; i < first + count; ++i) {
        const auto label = static_cast<Eigen::Index>(data.y[i]);
        const double weight = weighted ? data.weights[i] : 1;
        block.weight[label] += weight;
        const Eigen::Index at = label * features;
        add(data.X.data() + i * features, weight, features, block.place.data() + at, block.sums.data() + at,
            block.squares.data() + at);
    }
}

void addPortably(const TrainingData &data, Eigen::Index first, Eigen::Index count, BlockSums &block)
{
    addRows(data, first, count, block);
}

using AddRows = void (*)(const TrainingData &, Eigen::Index, Eigen::Index, BlockSums &);

#if defined(__x86_64__)
[[gnu::target("avx2")]] void addByAvx2(const TrainingData &data, Eigen::Index first, Eigen::Index count,
                                       BlockSums &block)
{
    addRows(data, first, count, block);
}

AddRows widest()
{
    return __builtin_cpu_supports("avx2") != 0 ? addByAvx2 : addPortably;
}
#else
AddRows widest()
{
    return addPortably;
}
#endif

ClassMoments nothing(Eigen::Index classes, Eigen::Index features)
{
    return {.weight = Vector::Zero(classes),
            .mean = Matrix::Zero(classes, features),
            .squares = Matrix::Zero(classes, features)};
}

// Told about the class's mean so far, or about its first row: what never varies has no spread, to the bit, and a large
// mean costs no digits.
ClassMoments ofBlock(const TrainingData &data, Eigen::Index first, Eigen::Index count, const ClassMoments &before)
{
    const Eigen::Index classes = before.weight.size(), features = data.X.cols();
    ClassMoments moments = nothing(classes, features);
    BlockSums block{.place = before.mean, .sums = moments.mean, .squares = moments.squares, .weight = moments.weight};
    std::vector<bool> placed(static_cast<std::size_t>(classes));
    for (Eigen::Index k = 0; k < classes; ++k)
        placed[static_cast<std::size_t>(k)] = before.weight[k] > 0;
    for (Eigen::Index i = first; i < first + count; ++i) {
        const auto label = static_cast<std::size_t>(data.y[i]);
        if (!placed[label])
            block.place.row(static_cast<Eigen::Index>(label)) = data.X.row(i);
        placed[label] = true;
    }
    static const AddRows add = widest();
    add(data, first, count, block);
    moments.weight = block.weight;
    for (Eigen::Index k = 0; k < classes; ++k) {
        const double weight = block.weight[k] > 0 ? block.weight[k] : 1;
        moments.mean.row(k) = block.place.row(k) + block.sums.row(k) / weight;
        moments.squares.row(k) =
            (block.squares.row(k).array() - block.sums.row(k).array().square() / weight).cwiseMax(0.0);
    }
    return moments;
}

} // namespace

ClassMoments ClassMoments::of(const TrainingData &data, int threads)
{
    const Eigen::Index rows = data.X.rows();
    const Eigen::Index classes = std::max(2, data.classes);
    std::vector<ClassMoments> moments(parts, nothing(classes, data.X.cols()));
    parallelFor(threads, parts, [&](std::size_t part) {
        const auto at = static_cast<Eigen::Index>(part);
        const Eigen::Index end = rows * (at + 1) / parts;
        for (Eigen::Index first = rows * at / parts; first < end; first += blockRows)
            moments[part].join(ofBlock(data, first, std::min(blockRows, end - first), moments[part]));
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
