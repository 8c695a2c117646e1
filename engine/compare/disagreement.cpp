// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/disagreement.h"

#include "engine/compare/pairing.h"
#include "engine/metrics/multiclassrescorer.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

double decided(const Predictions &p, std::size_t row, double threshold)
{
    switch (p.task) {
    case Task::Multiclass:
        return static_cast<double>(MulticlassRescorer::predictedClass(p, row));
    case Task::Binary:
        if (!p.predicted.empty())
            return p.predicted[row];
        return p.scores(static_cast<Eigen::Index>(row), 0) >= threshold ? 1 : 0;
    case Task::Regression:
        break;
    }
    return p.scores.size() > 0 ? p.scores(static_cast<Eigen::Index>(row), 0) : p.predicted[row];
}

std::vector<double> decisions(const Predictions &p, double threshold)
{
    std::vector<double> made(p.size());
    for (std::size_t row = 0; row < made.size(); ++row)
        made[row] = decided(p, row, threshold);
    return made;
}

void countWho(Disagreements &made)
{
    for (const Row row : made.rows) {
        const double truth = made.a.truth[row];
        if (made.decidedA[row] == truth)
            ++made.onlyARight;
        else if (made.decidedB[row] == truth)
            ++made.onlyBRight;
        else
            ++made.bothWrong;
    }
}

} // namespace

Result<Disagreements> disagreements(const ComparedModel &a, const ComparedModel &b, double threshold)
{
    std::vector<std::string> warnings;
    auto aligned = align({a, b}, {0, 1}, warnings);
    if (!aligned)
        return tl::unexpected(aligned.error());
    Disagreements made{.a = std::move(aligned->predictions[0]), .b = std::move(aligned->predictions[1])};
    made.decidedA = decisions(made.a, threshold);
    made.decidedB = decisions(made.b, threshold);
    const bool values = made.a.task == Task::Regression;
    for (std::size_t row = 0; row < made.decidedA.size(); ++row) {
        if (values || made.decidedA[row] != made.decidedB[row])
            made.rows.push_back(static_cast<Row>(row));
    }
    if (values)
        std::ranges::stable_sort(made.rows, std::greater{},
                                 [&](Row row) { return std::abs(made.decidedA[row] - made.decidedB[row]); });
    else
        countWho(made);
    return made;
}

} // namespace assay::engine
