// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"
#include "engine/estimators/neighbourkernel.h"

#include <cstdint>
#include <vector>

namespace assay::engine {

struct Neighbour
{
    double distance = 0;
    std::uint32_t row = 0;
};

/// The nearest of many rows, exactly: every row is measured in single precision, in panels that stay in cache, and
/// those that could be among the nearest whatever the rounding are measured again in double. Of rows at the same
/// distance the first ones count as nearer.
class NeighbourSearch
{
public:
    /// Queries that are best asked together.
    static constexpr Eigen::Index block = 96;

    NeighbourSearch() = default;
    /// @p X [rows × features] finite.
    NeighbourSearch(Matrix X, Distance distance);

    const Matrix &rows() const { return m_X; }
    /// For each of @p queries, one after the other, its @p count nearest rows (all rows, if they are fewer), nearest
    /// first. May be called by several threads.
    std::vector<Neighbour> nearest(const MatrixRef &queries, std::size_t count) const;

private:
    struct Query;

    void pack();
    double measure(const MatrixRef &queries, Eigen::Index query, std::size_t row) const;
    /// Error of a score against the true one, at most.
    double slack(const Query &query, double rowSize) const;
    float bound(const Query &query, double rowSize) const;
    void search(const MatrixRef &queries, std::size_t firstPanel, std::size_t lastPanel, Eigen::Index firstQuery,
                std::vector<Query> &group, const std::vector<float> &packed) const;

    Matrix m_X;
    Distance m_distance = Distance::Euclidean;
    // What the kernel reads: rows moved to their middle and scaled to at most 1.
    Eigen::RowVectorXd m_centre;
    double m_scale = 1;
    std::vector<float> m_panels, m_offsets;
    std::vector<double> m_sizes; ///< [panels] largest norm of a row
};

} // namespace assay::engine
