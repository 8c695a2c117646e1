// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/runstore.h"

namespace assay::tracking {

/// A run under the names that `assay run` uses. Times are ISO 8601 with milliseconds, in UTC; a text that says nothing
/// where there is nothing to say (the error, the commit) is null.
Json runJson(const Run &run);
/// Everything about a run but its points and the bytes of its artifacts.
Json runJson(const RunDetails &details);
Json artifactsJson(const std::vector<Artifact> &artifacts);
/// @p readOptions: how the data were read as JSON, not as its text.
Json inputsJson(const std::vector<DatasetInput> &inputs, bool readOptions = false);
Json provenanceJson(const Provenance &provenance);

/// UTF-8, whatever the texts in it hold.
QByteArray jsonBytes(const Json &json);

Json timeJson(const QDateTime &time);
/// Null for anything else than what timeJson() writes.
QDateTime timeFromJson(const Json &json);
Json textsJson(const std::map<QString, QString> &texts);

} // namespace assay::tracking
