// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/pairing.h"
#include "engine/metrics/bootstrap.h"

#include <optional>

namespace assay::engine {

/// Every model's metrics once and on the same resamples: all pairs of aligned models read their differences from it, so
/// that a model is scored once however many it is compared with.
class Resampled
{
public:
    /// Scores @p metrics of all models in @p aligned. What must be said (fewer resamples) goes to @p warnings.
    static Result<Resampled> draw(const AlignedModels &aligned, const std::vector<std::string> &metrics,
                                  const CompareOptions &options, const Context &context,
                                  std::vector<std::string> &warnings);

    /// a − b by the places of the models in the alignment. No value for a metric that is not there or is undefined.
    std::optional<BootstrapDifference> difference(std::size_t a, std::size_t b, const std::string &metric) const;

private:
    using Column = std::vector<double>;

    Column between(const Matrix &values, std::size_t a, std::size_t b, std::size_t metric) const;
    double acceleration(std::size_t a, std::size_t b, std::size_t metric) const;

    std::vector<std::string> m_names;          ///< of a rescorer
    std::vector<std::vector<double>> m_points; ///< [models][names]
    Matrix m_values;                           ///< [models · names × resamples]
    Matrix m_left;                             ///< [models · names × groups]: without a group of rows; BCa only
    std::vector<std::size_t> m_stratum;        ///< [groups]
    std::vector<double> m_kept;                ///< [groups] share of the stratum that stays when the group goes
    double m_level = 0.95;
};

/// The metrics of @p task that can be resampled. A metric of scores has no meaning where a model gives none.
std::vector<std::string> resampledMetrics(Task task);

} // namespace assay::engine
