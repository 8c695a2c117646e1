// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/runtable.h"

#include <map>
#include <string>
#include <vector>

namespace assay::app {

/// Runs that stand for the best and worst of a group, by their row.
using RunNames = std::map<qint64, tracking::Run>;

/// What `runs --group-by` has to tell.
struct GroupsTold
{
    QString key = {};
    QStringList metrics = {};
    std::vector<tracking::RunGroup> groups = {};
    RunNames names = {};
    bool nested = false; ///< runs under others count, too
    qint64 leftOut = 0;  ///< runs that are in no group
};

Result<RunNames> extremeRuns(const tracking::RunTable &table, const std::vector<tracking::RunGroup> &groups);

/// `{"group_by","groups":[{"value","runs","metrics":{KEY:{"count","mean",…}}}],"nested","left_out"}`
Json groupsDocument(const GroupsTold &told);
std::string groupsText(const GroupsTold &told);

} // namespace assay::app
