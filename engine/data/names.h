// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"

#include <string>
#include <vector>

namespace assay::engine {

/// Distinct, non-empty names for columns: a second `a` becomes `a_2`, the third column without a name `column_3`. Each
/// change is a warning, save the latter in files without a header.
std::vector<std::string> distinctNames(const std::vector<std::string> &names, bool header,
                                       std::vector<ReadWarning> &warnings);

} // namespace assay::engine
