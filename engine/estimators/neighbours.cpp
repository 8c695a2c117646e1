// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/neighbours.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

// Panels of a chunk stay in the second-level cache while all queries of a block pass.
constexpr std::size_t chunkFloats = 65536;
constexpr float noBound = -std::numeric_limits<float>::max();
// Queries further out than this, where rows lie within 1, are measured in double throughout.
constexpr double farOut = 1e15;

// The largest float that is not above the value.
float floorFloat(double value)
{
    const auto rounded = static_cast<float>(std::clamp<double>(value, noBound, -static_cast<double>(noBound)));
    return static_cast<double>(rounded) > value ? std::nextafter(rounded, noBound) : rounded;
}

} // namespace

/// The nearest rows that one query has met so far.
struct NeighbourSearch::Query
{
    std::size_t count = 0;
    double size = 0; ///< norm, centred and scaled
    std::vector<Neighbour> nearest = {};

    double worst() const
    {
        return nearest.size() < count ? std::numeric_limits<double>::infinity() : nearest.back().distance;
    }
    /// Rows come in order, so that the first of equals stays.
    void meet(double distance, std::size_t row)
    {
        if (nearest.size() == count && !(distance < nearest.back().distance))
            return;
        if (nearest.size() == count)
            nearest.pop_back();
        const auto place = std::ranges::upper_bound(nearest, distance, {}, &Neighbour::distance);
        nearest.insert(place, {.distance = distance, .row = static_cast<std::uint32_t>(row)});
    }
};

NeighbourSearch::NeighbourSearch(Matrix X, Distance distance)
    : m_X(std::move(X))
    , m_distance(distance)
{
    pack();
}

void NeighbourSearch::pack()
{
    const auto rows = static_cast<std::size_t>(m_X.rows());
    const auto features = static_cast<std::size_t>(m_X.cols());
    const std::size_t panels = (rows + panelRows - 1) / panelRows;
    m_centre = Eigen::RowVectorXd::Zero(m_X.cols());
    for (Eigen::Index i = 0; i < m_X.rows(); ++i)
        m_centre += m_X.row(i) / static_cast<double>(rows);
    double largest = 0;
    for (Eigen::Index i = 0; i < m_X.rows(); ++i)
        largest = std::max(largest, (m_X.row(i) - m_centre).cwiseAbs().maxCoeff());
    m_scale = std::isfinite(1 / largest) ? 1 / largest : 1;
    m_panels.assign(panels * features * panelRows, 0);
    m_offsets.assign(panels * panelRows, noBound);
    m_sizes.assign(panels, 0);
    Eigen::RowVectorXd row;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t panel = i / panelRows, lane = i % panelRows;
        row = (m_X.row(static_cast<Eigen::Index>(i)) - m_centre) * m_scale;
        for (std::size_t f = 0; f < features; ++f)
            m_panels[(panel * features + f) * panelRows + lane] = static_cast<float>(row[static_cast<Eigen::Index>(f)]);
        const bool euclidean = m_distance == Distance::Euclidean;
        m_offsets[i] = euclidean ? static_cast<float>(-row.squaredNorm() / 2) : 0;
        m_sizes[panel] = std::max(m_sizes[panel], euclidean ? row.norm() : row.lpNorm<1>());
    }
}

double NeighbourSearch::measure(const MatrixRef &queries, Eigen::Index query, std::size_t row) const
{
    const auto difference = queries.row(query) - m_X.row(static_cast<Eigen::Index>(row));
    const double distance = m_distance == Distance::Euclidean ? difference.squaredNorm() : difference.lpNorm<1>();
    return std::isnan(distance) ? std::numeric_limits<double>::infinity() : distance;
}

double NeighbourSearch::slack(const Query &query, double rowSize) const
{
    // A sum of n products in single precision, each factor rounded (Higham, Accuracy and Stability, 3.1), and what is
    // too small for it.
    const double n = static_cast<double>(m_X.cols()) + 8;
    const double size =
        m_distance == Distance::Euclidean ? query.size * rowSize + rowSize * rowSize / 2 : query.size + rowSize;
    return n * (1.02 * 0x1p-24 * size + 1e-44);
}

// The least score that a row nearer than the worst so far may have.
float NeighbourSearch::bound(const Query &query, double rowSize) const
{
    const double worst = query.worst();
    if (!std::isfinite(worst) || query.size > farOut)
        return noBound;
    const double square = query.size * query.size;
    const double score =
        m_distance == Distance::Euclidean ? (square - worst * m_scale * m_scale) / 2 : -worst * m_scale;
    return floorFloat(score - slack(query, rowSize) - 1e-13 * (std::abs(score) + square));
}

void NeighbourSearch::search(const MatrixRef &queries, std::size_t firstPanel, std::size_t lastPanel,
                             Eigen::Index firstQuery, std::vector<Query> &group, const std::vector<float> &packed) const
{
    const auto features = static_cast<std::size_t>(m_X.cols());
    const double rowSize = *std::max_element(m_sizes.begin() + static_cast<std::ptrdiff_t>(firstPanel),
                                             m_sizes.begin() + static_cast<std::ptrdiff_t>(lastPanel));
    float bounds[groupQueries], scores[groupQueries * panelRows];
    for (std::size_t q = 0; q < groupQueries; ++q)
        bounds[q] = q < group.size() ? bound(group[q], rowSize) : -noBound; // unused places are never of interest
    for (std::size_t panel = firstPanel; panel < lastPanel; ++panel) {
        panel += scanPanels({.panels = m_panels.data() + panel * features * panelRows,
                             .offsets = m_offsets.data() + panel * panelRows,
                             .panelCount = lastPanel - panel,
                             .features = features,
                             .queries = packed.data() + static_cast<std::size_t>(firstQuery) * features,
                             .bounds = bounds,
                             .scores = scores},
                            m_distance);
        if (panel == lastPanel)
            return;
        const std::size_t lanes = std::min(panelRows, static_cast<std::size_t>(m_X.rows()) - panel * panelRows);
        for (std::size_t q = 0; q < group.size(); ++q) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                if (scores[q * panelRows + lane] < bounds[q])
                    continue;
                const std::size_t row = panel * panelRows + lane;
                group[q].meet(measure(queries, firstQuery + static_cast<Eigen::Index>(q), row), row);
                bounds[q] = bound(group[q], rowSize);
            }
        }
    }
}

std::vector<Neighbour> NeighbourSearch::nearest(const MatrixRef &queries, std::size_t count) const
{
    const auto features = static_cast<std::size_t>(m_X.cols());
    const auto asked = static_cast<std::size_t>(queries.rows());
    const std::size_t groups = (asked + groupQueries - 1) / groupQueries;
    count = std::min(count, static_cast<std::size_t>(m_X.rows()));
    std::vector<float> packed(groups * groupQueries * features, 0);
    std::vector<std::vector<Query>> all(groups);
    for (std::size_t i = 0; i < asked; ++i) {
        const Eigen::RowVectorXd query = (queries.row(static_cast<Eigen::Index>(i)) - m_centre) * m_scale;
        Query one{.count = count, .size = m_distance == Distance::Euclidean ? query.norm() : query.lpNorm<1>()};
        if (!std::isfinite(one.size))
            one.size = std::numeric_limits<double>::max();
        for (std::size_t f = 0; f < features && one.size <= farOut; ++f)
            packed[(i / groupQueries * features + f) * groupQueries + i % groupQueries] =
                static_cast<float>(query[static_cast<Eigen::Index>(f)]);
        all[i / groupQueries].push_back(std::move(one));
    }
    const std::size_t step = std::max<std::size_t>(1, chunkFloats / (panelRows * std::max<std::size_t>(1, features)));
    for (std::size_t panel = 0; panel < m_sizes.size(); panel += step) {
        for (std::size_t g = 0; g < groups; ++g)
            search(queries, panel, std::min(panel + step, m_sizes.size()), static_cast<Eigen::Index>(g * groupQueries),
                   all[g], packed);
    }
    std::vector<Neighbour> out;
    out.reserve(asked * count);
    for (const auto &group : all) {
        for (const Query &query : group) {
            for (Neighbour neighbour : query.nearest) {
                if (m_distance == Distance::Euclidean)
                    neighbour.distance = std::sqrt(neighbour.distance);
                out.push_back(neighbour);
            }
        }
    }
    return out;
}

} // namespace assay::engine
