// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columntree.h"

#include "widgets/models/format.h"

#include <QHash>
#include <QTreeWidget>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr std::size_t few = 30, smallestGroup = 4;

/// Behind the next `/` or `.` of @p key from @p from on that is neither its first nor its last character; −1: none.
qsizetype nextPart(const QString &key, qsizetype from)
{
    for (qsizetype at = from + 1; at + 1 < key.size(); ++at)
        if (key[at] == u'/' || key[at] == u'.')
            return at + 1;
    return -1;
}

/// As far as all have the same parts.
qsizetype commonParts(const RunColumns &columns, qsizetype from)
{
    const QString &first = columns.front().key;
    const auto same = [&](qsizetype length) {
        return std::ranges::all_of(columns, [&](const RunColumn &column) {
            return column.key.size() > length && column.key.startsWith(QStringView(first).left(length));
        });
    };
    for (qsizetype next = nextPart(first, from); next > 0 && same(next); next = nextPart(first, from))
        from = next;
    return from;
}

/// Those that go on with the same part, each lot where its first one stands.
std::vector<RunColumns> byPart(const RunColumns &columns, qsizetype from)
{
    std::vector<RunColumns> lots;
    QHash<QString, std::size_t> known;
    for (const RunColumn &column : columns) {
        const qsizetype end = nextPart(column.key, from);
        const QString part = end < 0 ? QString() : column.key.mid(from, end - from);
        const auto lot = known.constFind(part);
        if (end > 0 && lot != known.constEnd()) {
            lots[*lot].push_back(column);
            continue;
        }
        if (end > 0)
            known.insert(part, lots.size());
        lots.push_back({column});
    }
    return lots;
}

using Leaf = std::function<void(QTreeWidgetItem *, const RunColumn &, qsizetype)>;

void addParts(QTreeWidgetItem *parent, const RunColumns &columns, qsizetype from, const Leaf &leaf)
{
    for (const RunColumns &lot : byPart(columns, from)) {
        if (lot.size() < smallestGroup) {
            for (const RunColumn &column : lot)
                leaf(parent, column, from);
            continue;
        }
        const qsizetype common = commonParts(lot, from);
        const QString title = lot.front().key.mid(from, common - from);
        auto *group = new QTreeWidgetItem(parent, {title, Format::count(lot.size())});
        group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        group->setTextAlignment(1, Qt::AlignRight);
        group->setToolTip(0, lot.front().key.left(common) + QStringLiteral("…"));
        addParts(group, lot, common, leaf);
    }
}

} // namespace

void addColumns(QTreeWidgetItem *parent, const RunColumns &columns, const Leaf &leaf)
{
    if (columns.size() > few)
        return addParts(parent, columns, 0, leaf);
    for (const RunColumn &column : columns)
        leaf(parent, column, 0);
}

bool filterColumns(QTreeWidgetItem *item, const QString &text)
{
    bool any = false;
    for (int child = 0; child < item->childCount(); ++child)
        any = filterColumns(item->child(child), text) || any;
    const QString id = item->data(0, Qt::UserRole).toString();
    if (!id.isEmpty())
        any = id.contains(text, Qt::CaseInsensitive) || item->text(0).contains(text, Qt::CaseInsensitive);
    item->setHidden(!any);
    if (id.isEmpty() && item->parent())
        item->setExpanded(!text.isEmpty() && any);
    return any;
}

} // namespace assay::ui
