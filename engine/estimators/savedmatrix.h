// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/matrix.h"

namespace assay::engine {

/// Matrices in a saved model: shortest round-trip numbers, so that they read back to the bit.
Json toJson(const Vector &vector);
Json toJson(const Matrix &matrix);
/// Throw nlohmann's exceptions on another shape; callers turn them into `bad_model`.
Vector vectorFromJson(const Json &json);
Matrix matrixFromJson(const Json &json);
/// The `bad_model` failure for what reading @p what threw.
Failure badModel(const std::string &what, const Json::exception &error);

} // namespace assay::engine
