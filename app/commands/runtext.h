// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/records.h"

#include <string>
#include <vector>

namespace assay::app {

/// `{"run_id","name","experiment","status","start_time","end_time","parent","params","metrics","tags",…}`; times are
/// ISO 8601 UTC.
Json runDocument(const tracking::Run &run);
/// Everything about one run.
Json detailsDocument(const tracking::RunDetails &details);

/// A row a run; the metrics that most of them have become columns.
std::string runsText(const std::vector<tracking::Run> &runs, qint64 total);
std::string detailsText(const tracking::RunDetails &details);

/// "2026-03-01 14:05" in local time; empty for no time.
std::string timeText(const QDateTime &time);

} // namespace assay::app
