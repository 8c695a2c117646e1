// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/bootstrap.h"
#include "engine/metrics/predictions.h"

#include <optional>

namespace assay::engine {

/// The metrics of a multiclass task for resampled rows. One-vs-one is Hand & Till's (2001) mean over pairs; one-vs-rest
/// and one-vs-one have no value when a class of the labels does not occur in the truth.
class MulticlassRescorer : public Rescorer
{
public:
    /// @p predictions are valid and weigh more than 0. Without scores log_loss and the AUCs are NaN.
    MulticlassRescorer(const Predictions &predictions, const DrawOrder &order);

    const std::vector<std::string> &names() const override;
    void score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
               std::span<double> values) const override;

    /// [true][predicted] with every row taken once.
    std::vector<std::vector<double>> confusion() const;
    /// [classes] one-vs-rest AUC with every row taken once; NaN where a side is empty.
    std::vector<double> rocAucs() const;
    /// One-vs-one, each pair of classes weighted by its share of rows; none when a class does not occur.
    std::optional<double> rocAucOvoWeighted() const;

    /// The class said: `predicted`, else the first with the largest score.
    static std::size_t predictedClass(const Predictions &predictions, std::size_t row);

private:
    struct Areas;

    std::vector<std::vector<double>> confusion(std::span<const double> weights) const;
    std::vector<double> classWeights(std::span<const double> weights) const;
    Areas areas(std::span<const double> weights) const;
    void addCurve(std::size_t k, std::span<const double> weights, Areas &areas) const;

    std::size_t m_classes = 0;
    std::vector<std::uint32_t> m_truth, m_predicted; // [places]
    std::vector<double> m_weights, m_losses;         // [places]
    struct Ranked
    {
        std::vector<std::uint32_t> places; // best score of the class first
        std::vector<std::size_t> ends;     // [distinct scores]
    };
    std::vector<Ranked> m_ranked; // [classes], empty without scores
};

} // namespace assay::engine
