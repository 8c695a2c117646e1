// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace assay::engine {

/// Name → version of the libraries whose version can change a number: DuckDB, Eigen, XGBoost.
std::map<std::string, std::string> libraryVersions();

} // namespace assay::engine
