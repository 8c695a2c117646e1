// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/finding.h"
#include "tracking/care/pages/pagesurvey.h"

namespace assay::tracking {

/// A tree and the table whose rows it holds.
struct FoundTable
{
    PageTree tree = {};
    const TableShape *shape = nullptr;
    bool named = false; ///< by what is left of the list of tables
};

struct FoundTables
{
    std::vector<FoundTable> tables = {}; ///< of one table those with the most of it first
    std::vector<Finding> lost = {};      ///< rows of which it cannot be told to which table they belong
};

/// Gives every tree to the table its rows fit: by name where that is left, else by what the rows look like, and by
/// where tables lie in a store as this program makes it.
FoundTables findTables(PageFile &file, const PageSurvey &survey, const std::vector<TableShape> &shapes);

/// Whether the file at @p path, which does not begin as one of SQLite's does, holds pages of a store of runs: those in
/// its first megabytes are looked at.
bool holdsStore(const QString &path);

} // namespace assay::tracking
