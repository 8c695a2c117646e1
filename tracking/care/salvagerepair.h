// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/finding.h"
#include "tracking/database.h"

namespace assay::tracking {

/// Makes up what rows that were saved refer to and that was lost, so that every reference leads somewhere.
void repairReferences(Transaction &change, std::vector<Finding> &lost);

/// Brings the series of the store in line with the chunks that were saved; those whose chunks are all lost keep their
/// last point. Returns how many points there are; @p missing gets how many more there should be.
qint64 repairSeries(Transaction &change, std::vector<Finding> &lost, qint64 &missing);

} // namespace assay::tracking
