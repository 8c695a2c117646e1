// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace assay::ui {

/// Calls @p work with 0 … count − 1, each once and in any order, on this thread and on others that have nothing to do.
/// Returns when all is done; a thread that did not come to start in time is not waited for.
void shareOut(int count, const std::function<void(int)> &work);

} // namespace assay::ui
