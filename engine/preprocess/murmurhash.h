// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::engine {

/// MurmurHash3 x86 32 (Appleby), as scikit-learn's FeatureHasher uses it: the same on every machine.
std::uint32_t murmurHash3(std::string_view text, std::uint32_t seed = 0);

} // namespace assay::engine
