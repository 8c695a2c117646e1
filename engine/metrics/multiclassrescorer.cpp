// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/multiclassrescorer.h"

#include "engine/metrics/confusionmetrics.h"
#include "engine/metrics/probability.h"
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assay::engine {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// As scikit-learn: clipped, then scaled to sum to 1.
double multiclassLoss(const Predictions &predictions, Row row, std::size_t truth)
{
    double sum = 0, given = 0;
    for (Eigen::Index k = 0; k < predictions.scores.cols(); ++k) {
        const double p = std::clamp(predictions.scores(row, k), probabilityFloor, 1 - probabilityFloor);
        sum += p;
        if (static_cast<std::size_t>(k) == truth)
            given = p;
    }
    return -std::log(given / sum);
}

} // namespace

// Weight of wins of class k over class j when ranked by the score of k, ties counting half.
struct MulticlassRescorer::Areas
{
    std::vector<double> weights;           // [classes]
    std::vector<std::vector<double>> wins; // [k][j]

    double oneVsRest(std::size_t k) const
    {
        const double rest = std::accumulate(weights.begin(), weights.end(), 0.0) - weights[k];
        const double all = std::accumulate(wins[k].begin(), wins[k].end(), 0.0);
        return weights[k] > 0 && rest > 0 ? all / weights[k] / rest : undefined;
    }

    // Hand & Till: the mean of ranking by either class's score.
    double pair(std::size_t j, std::size_t k) const { return (wins[k][j] + wins[j][k]) / weights[k] / weights[j] / 2; }
};

std::size_t MulticlassRescorer::predictedClass(const Predictions &predictions, std::size_t row)
{
    if (!predictions.predicted.empty())
        return static_cast<std::size_t>(predictions.predicted[row]);
    Eigen::Index best = 0;
    predictions.scores.row(static_cast<Eigen::Index>(row)).maxCoeff(&best);
    return static_cast<std::size_t>(best);
}

MulticlassRescorer::MulticlassRescorer(const Predictions &predictions, const DrawOrder &order)
    : m_classes(predictions.labels.size())
{
    const bool scored = predictions.scores.rows() > 0;
    for (const Row row : order.rows) {
        m_truth.push_back(static_cast<std::uint32_t>(predictions.truth[row]));
        m_predicted.push_back(static_cast<std::uint32_t>(predictedClass(predictions, row)));
        m_weights.push_back(predictions.weights.empty() ? 1 : predictions.weights[row]);
        m_losses.push_back(scored ? multiclassLoss(predictions, row, m_truth.back()) : undefined);
    }
    for (std::size_t k = 0; scored && k < m_classes; ++k) {
        std::vector<KeyedRow> items;
        items.reserve(order.size());
        for (const Row row : order.rows) {
            const double score = predictions.scores(row, static_cast<Eigen::Index>(k));
            items.push_back({.key = ~orderedBits(score), .row = static_cast<Row>(items.size())});
        }
        radixSort(items);
        Ranked ranked;
        for (std::size_t i = 0; i < items.size(); ++i) {
            ranked.places.push_back(items[i].row);
            if (i + 1 == items.size() || items[i + 1].key != items[i].key)
                ranked.ends.push_back(i + 1);
        }
        m_ranked.push_back(std::move(ranked));
    }
}

const std::vector<std::string> &MulticlassRescorer::names() const
{
    static const std::vector<std::string> names{
        "accuracy",           "balanced_accuracy", "precision_macro",   "precision_micro",
        "precision_weighted", "recall_macro",      "recall_micro",      "recall_weighted",
        "f1_macro",           "f1_micro",          "f1_weighted",       "mcc",
        "cohen_kappa",        "log_loss",          "roc_auc_ovr_macro", "roc_auc_ovr_weighted",
        "roc_auc_ovo_macro"};
    return names;
}

std::vector<std::vector<double>> MulticlassRescorer::confusion(std::span<const double> weights) const
{
    std::vector<std::vector<double>> matrix(m_classes, std::vector<double>(m_classes, 0.0));
    for (std::size_t i = 0; i < m_truth.size(); ++i)
        matrix[m_truth[i]][m_predicted[i]] += weights[i];
    return matrix;
}

std::vector<std::vector<double>> MulticlassRescorer::confusion() const
{
    return confusion(m_weights);
}

void MulticlassRescorer::addCurve(std::size_t k, std::span<const double> weights, Areas &areas) const
{
    const Ranked &ranked = m_ranked[k];
    double found = 0;
    std::size_t begin = 0;
    for (const std::size_t end : ranked.ends) {
        double here = 0;
        for (std::size_t i = begin; i < end; ++i)
            here += m_truth[ranked.places[i]] == k ? weights[ranked.places[i]] : 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t truth = m_truth[ranked.places[i]];
            if (truth != k)
                areas.wins[k][truth] += weights[ranked.places[i]] * (found + here / 2);
        }
        found += here;
        begin = end;
    }
}

std::vector<double> MulticlassRescorer::classWeights(std::span<const double> weights) const
{
    std::vector<double> sums(m_classes, 0.0);
    for (std::size_t i = 0; i < m_truth.size(); ++i)
        sums[m_truth[i]] += weights[i];
    return sums;
}

MulticlassRescorer::Areas MulticlassRescorer::areas(std::span<const double> weights) const
{
    Areas areas{.weights = classWeights(weights), .wins = std::vector(m_classes, std::vector<double>(m_classes, 0.0))};
    for (std::size_t k = 0; k < m_ranked.size(); ++k)
        addCurve(k, weights, areas);
    return areas;
}

std::vector<double> MulticlassRescorer::rocAucs() const
{
    std::vector<double> aucs(m_classes, undefined);
    const Areas all = areas(m_weights);
    for (std::size_t k = 0; k < m_ranked.size(); ++k)
        aucs[k] = all.oneVsRest(k);
    return aucs;
}

std::optional<double> MulticlassRescorer::rocAucOvoWeighted() const
{
    const Areas all = areas(m_weights);
    double sum = 0, weights = 0;
    for (std::size_t k = 0; k < m_classes; ++k) {
        for (std::size_t j = 0; j < k; ++j) {
            const double rows = all.weights[j] + all.weights[k];
            sum += rows * all.pair(j, k);
            weights += rows;
        }
    }
    if (m_ranked.empty() || std::isnan(sum))
        return std::nullopt;
    return sum / weights;
}

void MulticlassRescorer::score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
                               std::span<double> values) const
{
    const std::size_t n = m_truth.size();
    scratch.resize(std::max(scratch.size(), n));
    const std::span<double> weights = std::span(scratch).first(n);
    double all = 0, loss = 0;
    for (std::size_t i = 0; i < n; ++i) {
        weights[i] = counts[i] * m_weights[i];
        all += weights[i];
        loss += weights[i] * m_losses[i];
    }
    const MatrixRates rates = matrixRates(confusion(weights));
    double ovr = undefined, ovrWeighted = undefined, ovo = undefined;
    if (!m_ranked.empty()) {
        const Areas curves = areas(weights);
        ovr = ovrWeighted = ovo = 0;
        for (std::size_t k = 0; k < m_classes; ++k) {
            const double auc = curves.oneVsRest(k);
            ovr += auc / static_cast<double>(m_classes);
            ovrWeighted += auc * curves.weights[k] / all;
            for (std::size_t j = 0; j < k; ++j)
                ovo += curves.pair(j, k);
        }
        ovo /= static_cast<double>(m_classes * (m_classes - 1)) / 2;
    }
    const double results[] = {rates.accuracy,
                              rates.balancedAccuracy,
                              rates.precisionMacro,
                              rates.accuracy,
                              rates.precisionWeighted,
                              rates.recallMacro,
                              rates.accuracy,
                              rates.recallWeighted,
                              rates.f1Macro,
                              rates.accuracy,
                              rates.f1Weighted,
                              rates.mcc,
                              rates.kappa.value_or(undefined),
                              loss / all,
                              ovr,
                              ovrWeighted,
                              ovo};
    std::ranges::copy(results, values.begin());
}

} // namespace assay::engine
