// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/core/params.h"

#include <QDir>

namespace assay::tracking {

/// The values of @p json under their keys, those of objects in it under `outer/inner`; lists as JSON text.
void addFlat(Params &params, const Json &json, const std::string &prefix = {});

/// Hyperparameters that training scripts leave beside their logs: hparams, params or config in .yaml or .json.
Params paramsBeside(const QDir &folder);

} // namespace assay::tracking
