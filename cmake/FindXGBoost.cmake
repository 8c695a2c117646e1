# SPDX-License-Identifier: GPL-3.0-or-later
# XGBoost::XGBoost, the C library. Debian's own CMake package demands the command line program too, so look for the library itself.
find_path(XGBoost_INCLUDE_DIR xgboost/c_api.h)
find_library(XGBoost_LIBRARY xgboost)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(XGBoost REQUIRED_VARS XGBoost_LIBRARY XGBoost_INCLUDE_DIR)
if(XGBoost_FOUND AND NOT TARGET XGBoost::XGBoost)
    add_library(XGBoost::XGBoost UNKNOWN IMPORTED)
    set_target_properties(XGBoost::XGBoost PROPERTIES IMPORTED_LOCATION "${XGBoost_LIBRARY}"
                          INTERFACE_INCLUDE_DIRECTORIES "${XGBoost_INCLUDE_DIR}")
endif()
