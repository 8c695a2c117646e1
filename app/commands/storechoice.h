// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QString>
#include <optional>

namespace assay::app {

/// Says why the store at @p path could not be opened and asks what to open instead: what can be saved of it in a new
/// store, or another store. Returns that store's path; none when the person gave up.
std::optional<QString> chooseInstead(const QString &path, const Error &error);

} // namespace assay::app
