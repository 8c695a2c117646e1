// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/runcolumns.h"

#include <functional>

class QTreeWidgetItem;

namespace assay::ui {

/// Puts @p columns below @p parent: a few as they are; of many those of a common beginning, such as `models/m-12/` or
/// `prep.`, into closed groups that say how many they are. @p leaf makes the item of a column, whose key is to be shown
/// without its first so many characters.
void addColumns(QTreeWidgetItem *parent, const RunColumns &columns,
                const std::function<void(QTreeWidgetItem *, const RunColumn &, qsizetype)> &leaf);

/// Hides what does not match, and opens the groups of what does; closes them again where @p text is empty. Returns
/// whether anything in @p item is left to be seen.
bool filterColumns(QTreeWidgetItem *item, const QString &text);

} // namespace assay::ui
