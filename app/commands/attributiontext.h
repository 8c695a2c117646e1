// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/attribution.h"

#include <QByteArray>
#include <string>

namespace assay::app {

/// Features by how much they move predictions, for people.
std::string attributionText(const engine::Attribution &attribution);

/// One column a feature, then `base_value`, and for several classes `class`; a line a row, or a row and class. Numbers
/// are the shortest that read back the same.
QByteArray attributionCsv(const engine::Attribution &attribution);

} // namespace assay::app
