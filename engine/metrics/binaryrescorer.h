// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/bootstrap.h"
#include "engine/metrics/predictions.h"

namespace assay::engine {

/// roc_auc, average_precision, ks, log_loss, brier, ece and what the confusion gives, for resampled rows of a binary
/// task.
class BinaryRescorer : public Rescorer
{
public:
    struct Options
    {
        double threshold = 0.5;
        int calibrationBins = 10;
    };

    /// @p predictions are valid and weigh more than 0; @p order stratifies by class, negatives first. Unknown names are
    /// a bug.
    BinaryRescorer(const Predictions &predictions, const DrawOrder &order, std::vector<std::string> metrics,
                   const Options &options);

    const std::vector<std::string> &names() const override { return m_names; }
    void score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
               std::span<double> values) const override;

private:
    // The rows of one class, best scores first.
    struct Side
    {
        std::vector<std::uint32_t> places;
        std::vector<double> scores, weights, losses, squares; // weights empty: all 1
        std::vector<std::uint8_t> selected;
        std::vector<std::size_t> binEnds; // rows of the highest bin come first
    };
    struct Sums;

    void addRow(Side &side, std::uint32_t place, double score, double weight, bool positive, bool selected);
    void fillBinEnds(Side &side, int bins) const;
    std::span<const double> cumulate(const Side &side, std::span<const std::uint16_t> counts,
                                     std::span<double> into) const;
    void addProbabilities(const Side &side, std::span<const double> cumulated, Sums &sums) const;
    double rocAuc(std::span<const double> positives, std::span<const double> negatives) const;
    void rankingSums(std::span<const double> positives, std::span<const double> negatives, Sums &sums) const;
    double calibrationError(std::span<const double> positives, std::span<const double> negatives) const;
    double value(const std::string &name, const Sums &sums) const;
    bool needs(std::initializer_list<const char *> metrics) const;

    std::vector<std::string> m_names;
    Side m_positives, m_negatives;
    std::vector<std::uint32_t> m_positiveEnds, m_negativeEnds; // [distinct scores, descending]
    bool m_area = false, m_ranking = false, m_probabilities = false, m_bins = false, m_confusion = false;
};

/// As drawByClass(), each class from its best score to its worst: rows that are drawn lie where they are read, and the
/// draws do not depend on the order of the rows.
DrawOrder drawRanked(const Predictions &predictions);

} // namespace assay::engine
