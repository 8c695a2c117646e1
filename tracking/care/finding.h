// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

namespace assay::tracking {

/// One thing in a store that is not as it should be.
struct Finding
{
    QString code = {};    ///< "page", "reference", "series", "artifact", "entry"
    QString where = {};   ///< which table, series or file
    QString message = {}; ///< one sentence

    bool operator==(const Finding &) const = default;
};

} // namespace assay::tracking
