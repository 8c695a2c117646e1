// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/svmplatt.h"

#include <Eigen/Dense>
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <utility>

namespace assay::engine {

namespace {

// log(1 + exp(x)) without overflow.
double softplus(double x)
{
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

struct Likelihood
{
    const Vector &margins;
    Vector targets;
    const Vector &weights;

    double loss(const Eigen::Vector2d &at) const
    {
        double sum = 0;
        for (Eigen::Index i = 0; i < margins.size(); ++i) {
            const double z = at[0] * margins[i] + at[1];
            sum += weights[i] * (softplus(z) - targets[i] * z);
        }
        return sum;
    }

    Eigen::Vector2d newtonStep(const Eigen::Vector2d &at, double &slope) const
    {
        Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
        Eigen::Matrix2d hessian = 1e-12 * Eigen::Matrix2d::Identity();
        for (Eigen::Index i = 0; i < margins.size(); ++i) {
            const Eigen::Vector2d x(margins[i], 1);
            const double p = Sigmoid{at[0], at[1]}(margins[i]);
            gradient += weights[i] * (p - targets[i]) * x;
            hessian += weights[i] * p * (1 - p) * x * x.transpose();
        }
        const Eigen::Vector2d step = -hessian.ldlt().solve(gradient);
        slope = gradient.dot(step);
        return step;
    }
};

// FNV-1a over the numbers of a row: the same on every machine.
std::uint64_t digest(const Matrix &X, Eigen::Index row, std::uint64_t seed)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(X(row, j) + 0.0)) * 0x100000001b3ULL;
        hash ^= hash >> 29;
    }
    return hash * 0xbf58476d1ce4e5b9ULL;
}

} // namespace

double Sigmoid::operator()(double margin) const
{
    const double z = slope * margin + offset;
    const double small = std::exp(-std::abs(z));
    return (z >= 0 ? 1 : small) / (1 + small);
}

Sigmoid fitSigmoid(const Vector &margins, const std::vector<bool> &positive, const Vector &weights)
{
    double counts[2] = {0, 0};
    for (Eigen::Index i = 0; i < margins.size(); ++i)
        counts[positive[i] ? 1 : 0] += weights[i];
    Likelihood likelihood{.margins = margins, .targets = Vector(margins.size()), .weights = weights};
    for (Eigen::Index i = 0; i < margins.size(); ++i)
        likelihood.targets[i] = positive[i] ? (counts[1] + 1) / (counts[1] + 2) : 1 / (counts[0] + 2);
    Eigen::Vector2d at(0, std::log((counts[1] + 1) / (counts[0] + 1)));
    double loss = likelihood.loss(at);
    for (int iteration = 0; iteration < 100; ++iteration) {
        double slope = 0;
        const Eigen::Vector2d direction = likelihood.newtonStep(at, slope);
        double length = 1;
        double trial = likelihood.loss(at + direction);
        while (!(trial <= loss + 1e-4 * length * slope) && length > 1e-10) {
            length /= 2;
            trial = likelihood.loss(at + length * direction);
        }
        if (length <= 1e-10)
            break;
        at += length * direction;
        loss = trial;
        if (-slope < 1e-20 * (1 + loss))
            break;
    }
    return {at[0], at[1]};
}

Folds foldsOfDistinctRows(const Matrix &X, const Vector &y, const Vector &weights, int most, std::uint64_t seed)
{
    std::map<double, std::vector<std::pair<std::uint64_t, Eigen::Index>>> classes;
    for (Eigen::Index i = 0; i < X.rows(); ++i) {
        if (weights[i] > 0)
            classes[y[i]].emplace_back(digest(X, i, seed), i);
    }
    Folds folds{.of = std::vector<int>(static_cast<std::size_t>(X.rows()), -1), .count = most};
    std::vector<int> group(folds.of.size(), -1);
    for (auto &[label, rows] : classes) {
        std::ranges::sort(rows);
        int distinct = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            distinct += i == 0 || rows[i].first != rows[i - 1].first ? 1 : 0;
            group[rows[i].second] = distinct - 1;
        }
        folds.count = std::min(folds.count, distinct);
    }
    for (std::size_t i = 0; i < group.size(); ++i)
        folds.of[i] = group[i] < 0 ? -1 : group[i] % folds.count;
    return folds;
}

} // namespace assay::engine
