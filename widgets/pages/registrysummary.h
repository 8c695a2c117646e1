// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrecords.h"

#include <QString>

namespace assay::ui {

/// A version with its run, the data it learned from, metrics, tags and digest, as simple rich text. Escaped throughout.
QString versionHtml(const tracking::Lineage &lineage);

} // namespace assay::ui
