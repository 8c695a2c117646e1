// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QString>
#include <vector>

namespace assay::ui {

/// A run in a few lines of simple rich text, for the inspector. Escaped throughout.
QString runSummaryHtml(const tracking::Run &run);
/// Everything that is kept of a run beside metrics and parameters: facts, data, machine, artifacts.
QString runFactsHtml(const tracking::RunDetails &details);
std::vector<tracking::RunId> idsOf(const std::vector<tracking::Run> &runs);
/// A word of a POSIX command line, quoted where that is needed.
QString shellQuoted(const QString &word);

} // namespace assay::ui
