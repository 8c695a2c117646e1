// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/versions.h"

#include <Eigen/Core>
#include <duckdb.h>
#include <xgboost/c_api.h>

namespace assay::engine {

std::map<std::string, std::string> libraryVersions()
{
    const auto dotted = [](int major, int minor, int patch) {
        return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
    };
    int major = 0, minor = 0, patch = 0;
    XGBoostVersion(&major, &minor, &patch);
    return {{"DuckDB", duckdb_library_version()},
            {"Eigen", dotted(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
            {"XGBoost", dotted(major, minor, patch)}};
}

} // namespace assay::engine
