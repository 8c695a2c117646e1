// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/column.h"
#include "engine/data/matrix.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assay::engine {

/// The order in which rows are drawn: each stratum is a run of places, `rows[place]` the row that stands there.
struct DrawOrder
{
    Rows rows;
    std::vector<std::size_t> ends; ///< [strata] where each run ends

    std::size_t size() const { return rows.size(); }
};

/// Runs by class code (0, 1, …), rows in their order inside a run.
DrawOrder drawByClass(std::span<const double> classes, std::size_t classCount);
DrawOrder drawTogether(std::size_t rows);

/// Metrics of a fixed set of predictions, computed again for any number of copies of each row. Whatever must be sorted
/// was sorted once at construction. score() may be called from several threads, each with a scratch of its own.
class Rescorer
{
public:
    virtual ~Rescorer() = default;
    virtual const std::vector<std::string> &names() const = 0;
    /// @p counts [places] copies of the row at each place; @p values [names], NaN where undefined.
    virtual void score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
                       std::span<double> values) const = 0;
};

/// Values with every row taken once.
std::vector<double> scoreOnce(const Rescorer &rescorer, std::size_t places);

/// Draws each stratum with replacement @p resamples times (multinomial counts) and scores every rescorer on the same
/// draws. Row r of the result holds the values of resample r, rescorer after rescorer. Resample r depends on the seed
/// and r alone.
Result<Matrix> bootstrap(const DrawOrder &order, std::span<const Rescorer *const> rescorers, int resamples,
                         const Context &context);

/// @p requested, or fewer (never under 100) where more than half a billion rows would be visited.
int affordableResamples(std::size_t rows, int requested);

} // namespace assay::engine
