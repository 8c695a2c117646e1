// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"
#include "engine/data/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay::app {

// What a prediction file's columns must hold, with the row and column in the error where they do not.

/// A failure of bad input in @p column.
Failure badColumn(std::string code, const std::string &column, std::string_view sentence,
                  std::vector<std::string> arguments);
/// A column without missing cells. Errors: `unknown_column`, `missing_value`.
Result<const engine::Column *> completeColumn(const engine::Table &table, const std::string &name);
/// [rows]. Errors: those above, `not_a_number`.
Result<std::vector<double>> numbersOf(const engine::Table &table, const std::string &name);
/// Errors: `unknown_column`, `missing_value`.
Result<engine::Column::Groups> labelsOf(const engine::Table &table, const std::string &name);
/// [rows] each row's index into @p labels. Errors: `unknown_label`.
Result<std::vector<double>> indicesOf(const engine::Column::Groups &groups, const std::vector<std::string> &labels,
                                      const std::string &column);
/// Names that begin with @p prefix and go on.
std::vector<std::string> columnsWithPrefix(const engine::Table &table, const std::string &prefix);

} // namespace assay::app
