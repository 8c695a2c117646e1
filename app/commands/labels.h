// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace assay::app {

/// Index of the label that @p wanted names: the same text, else the same number ("1" and "1.0"), else the same truth
/// value
/// ("1" and "true").
std::optional<std::size_t> findLabel(const std::vector<std::string> &labels, const std::string &wanted);

/// Distinct labels of both, numbers by value where all are numbers, bytes else.
std::vector<std::string> unitedLabels(std::vector<std::string> labels, const std::vector<std::string> &more);

/// The other label of a two-valued column where only @p label occurs: "0" of "1", "false" of "true", else "not LABEL".
std::string oppositeLabel(const std::string &label);

} // namespace assay::app
