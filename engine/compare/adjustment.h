// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// How p-values of several comparisons are adjusted for being several: the first four bound the chance of any false
/// finding, the next two the expected share of false ones among the findings.
enum class Adjustment {
    Holm,
    Bonferroni,
    HolmSidak,
    Hommel, ///< Hommel 1988
    BenjaminiHochberg,
    BenjaminiYekutieli,
    None
};

/// "holm", "bonferroni", "holm-sidak", "hommel", "fdr_bh", "fdr_by", "none".
const char *name(Adjustment adjustment);
std::optional<Adjustment> adjustmentFromName(std::string_view name);
std::vector<std::string> adjustmentNames();

/// @p pValues adjusted, in their order.
std::vector<double> adjusted(std::span<const double> pValues, Adjustment adjustment);

} // namespace assay::engine
