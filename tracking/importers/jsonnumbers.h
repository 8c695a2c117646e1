// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"

#include <functional>
#include <string>

namespace assay::tracking {

/// Hands over the numbers in what a program logged under @p key, also those written as "NaN" or "Infinity": nested ones
/// under `outer.inner`. Objects that say a `_type` are media and no numbers.
void eachNumber(const std::string &key, const Json &value,
                const std::function<void(const std::string &, double)> &take);

} // namespace assay::tracking
