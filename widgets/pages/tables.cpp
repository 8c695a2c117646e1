// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/tables.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHeaderView>
#include <QSet>
#include <QTableView>
#include <QTreeView>
#include <algorithm>

namespace assay::ui {

namespace {

const QHeaderView *columnHeader(const QAbstractItemView &view)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->header();
    return nullptr;
}

/// The columns with a selected cell, hidden ones left out, as they stand on the screen.
std::vector<int> selectedColumns(const QAbstractItemView &view, const QHeaderView *header)
{
    std::vector<int> columns;
    for (int visual = 0; visual < view.model()->columnCount(); ++visual) {
        const int column = header ? header->logicalIndex(visual) : visual;
        if (!header || !header->isSectionHidden(column))
            columns.push_back(column);
    }
    if (view.selectionBehavior() != QAbstractItemView::SelectRows) {
        QSet<int> selected;
        const QModelIndexList indexes = view.selectionModel()->selectedIndexes();
        for (const QModelIndex &index : indexes)
            selected.insert(index.column());
        std::erase_if(columns, [&](int column) { return !selected.contains(column); });
    }
    return columns;
}

/// Where a row stands from the top: the rows of its ancestors, then its own.
std::vector<int> path(QModelIndex index)
{
    std::vector<int> rows;
    for (; index.isValid(); index = index.parent())
        rows.insert(rows.begin(), index.row());
    return rows;
}

QModelIndexList selectedRows(const QAbstractItemView &view)
{
    QSet<QModelIndex> rows;
    const QModelIndexList selected = view.selectionBehavior() == QAbstractItemView::SelectRows
                                         ? view.selectionModel()->selectedRows()
                                         : view.selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.insert(index.siblingAtColumn(0));
    QModelIndexList ordered(rows.begin(), rows.end());
    std::sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) { return path(a) < path(b); });
    return ordered;
}

QString clean(QString text)
{
    text.replace(QLatin1Char('\t'), QLatin1Char(' '));
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text;
}

} // namespace

QString selectionAsTsv(const QAbstractItemView &view)
{
    if (!view.model() || !view.selectionModel())
        return {};
    const QModelIndexList rows = selectedRows(view);
    const std::vector<int> columns = selectedColumns(view, columnHeader(view));
    QStringList lines, cells;
    for (const int column : columns)
        cells.append(clean(view.model()->headerData(column, Qt::Horizontal).toString()));
    lines.append(cells.join(QLatin1Char('\t')));
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(clean(row.siblingAtColumn(column).data().toString()));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return rows.isEmpty() ? QString() : lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void makeCopyable(QAbstractItemView *view)
{
    auto *copy = new QAction(QCoreApplication::translate("assay::ui::Tables", "Copy"), view);
    copy->setObjectName(QStringLiteral("copyCells"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, view, [view] {
        if (const QString text = selectionAsTsv(*view); !text.isEmpty())
            QApplication::clipboard()->setText(text);
    });
    view->addAction(copy);
    if (view->contextMenuPolicy() == Qt::DefaultContextMenu)
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void styleTable(QTableView *view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setAlternatingRowColors(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setFrameShape(QFrame::StyledPanel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(28);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionsMovable(true);
    makeCopyable(view);
}

} // namespace assay::ui
