// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/naivebayescolumns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace assay::engine {

namespace {

bool counts(const TrainingData &data, Eigen::Index row)
{
    return data.weights.size() == 0 || data.weights[row] > 0;
}

bool isOneHot(const TrainingData &data, const std::vector<Eigen::Index> &columns)
{
    for (Eigen::Index i = 0; i < data.X.rows(); ++i) {
        int ones = 0;
        for (const Eigen::Index j : columns) {
            const double value = data.X(i, j);
            if (value != 0 && value != 1 && counts(data, i))
                return false;
            ones += value == 1 ? 1 : 0;
        }
        if (ones > 1 && counts(data, i))
            return false;
    }
    return true;
}

// The values of a column that has two at most; none where it has more.
std::vector<CategoryLevel> fewLevels(const TrainingData &data, Eigen::Index column)
{
    std::vector<CategoryLevel> levels;
    for (Eigen::Index i = 0; i < data.X.rows(); ++i) {
        const double value = data.X(i, column);
        if (!counts(data, i) || std::ranges::find(levels, value, &CategoryLevel::value) != levels.end())
            continue;
        if (levels.size() == 2)
            return {};
        levels.push_back({.column = column, .value = value});
    }
    std::ranges::sort(levels, {}, &CategoryLevel::value);
    return levels;
}

std::vector<std::vector<Eigen::Index>> columnsBySource(const TrainingData &data)
{
    std::map<std::size_t, std::vector<Eigen::Index>> bySource;
    for (Eigen::Index j = 0; j < data.X.cols(); ++j)
        bySource[data.sources.empty() ? static_cast<std::size_t>(j) : data.sources[j]].push_back(j);
    std::vector<std::vector<Eigen::Index>> groups;
    for (auto &[source, columns] : bySource)
        groups.push_back(std::move(columns));
    return groups;
}

} // namespace

BayesColumns BayesColumns::allNumbers(Eigen::Index features)
{
    BayesColumns out;
    out.numbers.resize(static_cast<std::size_t>(features));
    std::iota(out.numbers.begin(), out.numbers.end(), Eigen::Index(0));
    return out;
}

BayesColumns BayesColumns::of(const TrainingData &data)
{
    BayesColumns out;
    for (const std::vector<Eigen::Index> &group : columnsBySource(data)) {
        if (group.size() > 1 && isOneHot(data, group)) {
            std::vector<CategoryLevel> levels;
            for (const Eigen::Index column : group)
                levels.push_back({.column = column, .value = 1});
            out.categories.push_back(std::move(levels));
            continue;
        }
        for (const Eigen::Index column : group) {
            std::vector<CategoryLevel> levels = fewLevels(data, column);
            if (levels.empty())
                out.numbers.push_back(column);
            else
                out.categories.push_back(std::move(levels));
        }
    }
    return out;
}

Matrix levelLogProbabilities(const BayesColumns &columns, const TrainingData &data, double alpha)
{
    std::vector<CategoryLevel> all;
    for (const auto &levels : columns.categories)
        all.insert(all.end(), levels.begin(), levels.end());
    Matrix counted = Matrix::Zero(std::max(2, data.classes), std::ssize(all));
    for (Eigen::Index i = 0; i < data.X.rows(); ++i) {
        const double weight = data.weights.size() > 0 ? data.weights[i] : 1;
        const auto label = static_cast<Eigen::Index>(data.y[i]);
        for (std::size_t l = 0; l < all.size(); ++l) {
            if (data.X(i, all[l].column) == all[l].value)
                counted(label, static_cast<Eigen::Index>(l)) += weight;
        }
    }
    Eigen::Index first = 0;
    for (const auto &levels : columns.categories) {
        auto block = counted.middleCols(first, std::ssize(levels)).array();
        const Eigen::ArrayXd totals = block.rowwise().sum() + alpha * static_cast<double>(levels.size());
        block = ((block + alpha).colwise() / totals).log();
        first += std::ssize(levels);
    }
    return counted;
}

} // namespace assay::engine
