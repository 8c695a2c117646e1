// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "tracking/care/finding.h"

namespace assay::app {

// What the commands check, backup and salvage share.

/// `[{"code","where","message"}]`
Json findingsDocument(const std::vector<tracking::Finding> &findings);
/// A line each, the first hundred of them.
std::string findingsText(const std::vector<tracking::Finding> &findings);

} // namespace assay::app
