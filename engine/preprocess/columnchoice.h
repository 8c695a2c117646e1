// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table.h"
#include "engine/preprocess/preprocessoptions.h"

#include <optional>
#include <string>

namespace assay::engine {

/// Why @p column is of no use to a model, judged on @p rows alone, as a sentence; no value when it is of use. Constant
/// columns, row identifiers (integers distinct in nearly every row that count up or are named so, texts distinct in
/// nearly every row) and free text are left out as @p options say; a column without any value always is, texts never
/// where they are hashed.
std::optional<std::string> reasonToDrop(const Column &column, const Rows &rows, const PreprocessOptions &options);
/// Whether a column of texts is no category: different in nearly every row, or of kind text with many values.
bool isFreeText(const Column &column, const Rows &rows, const PreprocessOptions &options);

} // namespace assay::engine
