// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/tensorboardfolders.h"
#include "tracking/importers/tensorboardrun.h"

#include <memory>

namespace assay::tracking {

/// Event folders as far as this process has read them, so that looking at one again, after a dry run or while it is
/// still written, costs only what is new. Bounded; what does not fit is read again. Any thread may use it.
class TensorBoardMemory
{
public:
    using Run = std::unique_ptr<TensorBoardRun>;

    /// What is known of @p folder, for the caller alone; an unread run when nothing is, or when its files are not those
    /// that were read.
    static Run take(const EventFolder &folder);
    /// Gives it back for the next time.
    static void keep(const EventFolder &folder, Run run);
};

} // namespace assay::tracking
