// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/runstore.h"

namespace assay::tracking {

/// Everything about a run but its points and the bytes of its artifacts, under the names that `assay run` uses. Times
/// are ISO 8601 with milliseconds, in UTC.
Json runJson(const RunDetails &details);

/// UTF-8, whatever the texts in it hold.
QByteArray jsonBytes(const Json &json);

Json timeJson(const QDateTime &time);
/// Null for anything else than what timeJson() writes.
QDateTime timeFromJson(const Json &json);
Json textsJson(const std::map<QString, QString> &texts);

} // namespace assay::tracking
