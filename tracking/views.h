// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

/// A way to look at runs, kept in the store under a name. `body` is JSON of whoever shows it.
struct SavedView
{
    QString name = {};
    QString body = {};

    bool operator==(const SavedView &) const = default;
};

Result<std::vector<SavedView>> savedViews(const RunStore &store);
/// Replaces one of the same name.
Result<void> saveView(RunStore &store, const SavedView &view);
Result<void> removeView(RunStore &store, const QString &name);

} // namespace assay::tracking
