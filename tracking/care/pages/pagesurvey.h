// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/pages/pagefile.h"
#include "tracking/care/pages/tableshape.h"

#include <map>
#include <vector>

namespace assay::tracking {

/// A table or an index of a file, or a part of one whose upper pages are gone.
struct PageTree
{
    quint32 root = 0;
    bool table = false; ///< else of the pages of an index, which tables without row numbers have too
    bool leaf = false;  ///< of a single page
};

/// What lies in a file whose list of tables cannot be read: its trees, and what is left of that list.
struct PageSurvey
{
    std::vector<PageTree> trees = {};
    std::map<quint32, QByteArray> names = {}; ///< of tables and indexes, by their first page
};

/// Goes through all pages of @p file from the second on; where the file's beginning was cut off by whole pages, finds
/// that out by where its pages point to, and sets it.
Result<PageSurvey> surveyPages(PageFile &file, const std::vector<TableShape> &shapes, const Context &context);

/// Calls @p take with records of the tree until it returns false. Pages that were met are not met again.
void eachRecord(PageFile &file, const PageTree &tree, const std::function<bool(const PageRecord &)> &take);

} // namespace assay::tracking
