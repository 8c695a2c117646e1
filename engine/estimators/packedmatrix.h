// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/matrix.h"

namespace assay::engine {

/// A large matrix in a saved model, to the bit: each column as the list of its distinct values and, for every row, the
/// number of the value in as few bits as do, or as the values themselves where most differ. Numbers and bits are
/// base64. A one-hot column takes 1/6 of a byte a row, a column of other numbers at most 11 bytes.
Json packedToJson(const Matrix &matrix);
/// Errors: `bad_model`.
Result<Matrix> packedFromJson(const Json &json);

} // namespace assay::engine
