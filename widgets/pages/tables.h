// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QTableView;
class QString;

namespace assay::ui {

/// The rows and columns that are selected, headers first, as tab-separated text in the order shown.
QString selectionAsTsv(const QAbstractItemView &view);
/// Ctrl+C, and Copy in the context menu, put that on the clipboard.
void makeCopyable(QAbstractItemView *view);
/// The looks that all tables of results share: rows selected, no grid, quiet headers, comfortable rows.
void styleTable(QTableView *view);

} // namespace assay::ui
