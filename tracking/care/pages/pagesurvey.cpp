// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/pagesurvey.h"

#include "tracking/care/pages/btreepage.h"

#include <QtEndian>
#include <algorithm>
#include <set>

namespace assay::tracking {

namespace {

enum Kind : quint8 { Other, TableLeaf, TableInterior, IndexLeaf, IndexInterior };

bool isTable(Kind kind)
{
    return kind == TableLeaf || kind == TableInterior;
}

struct Link
{
    quint32 to = 0;
    bool table = false;
};

/// One row of SQLite's list of tables and indexes.
struct Listed
{
    quint32 page = 0; ///< on which it stands
    quint32 root = 0;
    QByteArray name = {};
};

struct Pages
{
    std::vector<Kind> kinds = {}; ///< by number
    std::vector<Link> links = {}; ///< from interior pages to those below them
    std::vector<Listed> listed = {};
    std::set<quint32> free = {}; ///< what pages of free ones name

    Kind kind(qint64 number) const
    {
        return number > 0 && number < static_cast<qint64>(kinds.size()) ? kinds[static_cast<std::size_t>(number)]
                                                                        : Other;
    }
    bool leads(const Link &link, qint64 shift = 0) const
    {
        const Kind kind = this->kind(link.to - shift);
        return kind != Other && isTable(kind) == link.table;
    }
};

void readListed(const BtreePage &page, quint32 number, std::vector<Listed> &listed)
{
    for (std::size_t cell = 0; cell < page.cells(); ++cell) {
        const auto row = page.record(cell);
        if (!row || row->size() != 5 || row->type(0) != PageRecord::Text || row->type(3) != PageRecord::Integer)
            return;
        const QString type = row->text(0);
        const qint64 root = row->integer(3);
        if ((type == QLatin1String("table") || type == QLatin1String("index")) && root > 1 && root <= 0x7fffffff)
            listed.push_back({.page = number, .root = static_cast<quint32>(root), .name = row->text(1).toUtf8()});
    }
}

/// A page that lists free ones: the number of the next such page, how many it lists, and those.
void readFree(QByteArrayView bytes, quint32 pages, std::set<quint32> &free)
{
    const auto word = [&](qsizetype i) { return qFromBigEndian<quint32>(bytes.data() + 4 * i); };
    const quint32 count = word(1);
    if (word(0) > pages || count == 0 || count > static_cast<quint32>(bytes.size() / 4 - 2))
        return;
    std::set<quint32> listed;
    for (quint32 i = 0; i < count; ++i) {
        const quint32 page = word(2 + i);
        if (page < 2 || page > pages || !listed.insert(page).second)
            return;
    }
    free.merge(listed);
}

Result<Pages> readPages(PageFile &file, const Context &context)
{
    const quint32 count = file.pages();
    Pages pages;
    pages.kinds.resize(static_cast<std::size_t>(count) + 1, Other);
    for (quint32 number = 2; number <= count; ++number) {
        if (number % 1024 == 0 && context.cancelled())
            return cancelled();
        if (number % 1024 == 0)
            context.progress("Pages", number, count);
        const QByteArrayView bytes = file.page(number);
        const auto page = BtreePage::parse(bytes);
        if (!page) {
            readFree(bytes, count, pages.free);
            continue;
        }
        pages.kinds[number] = page->isTable() ? (page->isLeaf() ? TableLeaf : TableInterior)
                                              : (page->isLeaf() ? IndexLeaf : IndexInterior);
        for (const quint32 child : page->children())
            pages.links.push_back({.to = child, .table = page->isTable()});
        if (page->isTable() && page->isLeaf())
            readListed(*page, number, pages.listed);
    }
    return pages;
}

/// Where the rows of the list of tables say that something of a known kind begins.
void addListed(const std::vector<Listed> &listed, const std::vector<TableShape> &shapes, std::vector<Link> &links)
{
    for (const Listed &one : listed) {
        const auto shape = std::ranges::find(shapes, one.name, &TableShape::name);
        if (shape != shapes.end())
            links.push_back({.to = one.root, .table = shape->rowid});
    }
}

/// By how many pages the file was cut at its beginning: that by which most of what points to pages finds one of the
/// right kind, where that is clearly more than without.
qint64 pagesCut(const Pages &pages, const std::vector<TableShape> &shapes)
{
    std::vector<Link> links;
    const std::size_t every = pages.links.size() / 2048 + 1;
    for (std::size_t i = 0; i < pages.links.size(); i += every)
        links.push_back(pages.links[i]);
    addListed(pages.listed, shapes, links);
    const auto found = [&](qint64 shift) {
        return std::ranges::count_if(links, [&](const Link &link) { return pages.leads(link, shift); });
    };
    const auto all = static_cast<qint64>(links.size()), now = static_cast<qint64>(found(0));
    constexpr qint64 farthest = 16'384;
    qint64 best = 0, most = now + all / 20 + 2;
    for (qint64 shift = 1; shift <= farthest && most < all; ++shift)
        if (const auto there = static_cast<qint64>(found(shift)); there > most) {
            most = there;
            best = shift;
        }
    return best;
}

PageSurvey summary(const Pages &pages)
{
    std::vector<bool> below(pages.kinds.size());
    for (const Link &link : pages.links)
        if (pages.leads(link))
            below[link.to] = true;
    PageSurvey survey;
    std::set<quint32> lists;
    for (const Listed &one : pages.listed) {
        if (pages.free.contains(one.page))
            continue;
        lists.insert(one.page);
        survey.names[one.root] = one.name;
    }
    for (quint32 number = 2; number < pages.kinds.size(); ++number) {
        const Kind kind = pages.kinds[number];
        const bool left = pages.free.contains(number) && !survey.names.contains(number);
        if (kind != Other && !below[number] && !left && !lists.contains(number))
            survey.trees.push_back(
                {.root = number, .table = isTable(kind), .leaf = kind == TableLeaf || kind == IndexLeaf});
    }
    return survey;
}

} // namespace

Result<PageSurvey> surveyPages(PageFile &file, const std::vector<TableShape> &shapes, const Context &context)
{
    auto pages = readPages(file, context);
    if (!pages)
        return Failure(pages.error());
    if (const qint64 cut = pagesCut(*pages, shapes); cut > 0) {
        file.setMissing(file.missing() + cut * file.pageSize());
        pages = readPages(file, context);
        if (!pages)
            return Failure(pages.error());
    }
    return summary(*pages);
}

void eachRecord(PageFile &file, const PageTree &tree, const std::function<bool(const PageRecord &)> &take)
{
    std::vector<quint32> next = {tree.root};
    std::set<quint32> met;
    while (!next.empty()) {
        const quint32 number = next.back();
        next.pop_back();
        if (!met.insert(number).second)
            continue;
        const auto page = BtreePage::parse(file.page(number));
        if (!page || page->isTable() != tree.table)
            continue;
        for (std::size_t cell = 0; cell < page->cells(); ++cell)
            if (const auto record = page->record(cell); record && !take(*record))
                return;
        const auto below = page->children();
        next.insert(next.end(), below.rbegin(), below.rend());
    }
}

} // namespace assay::tracking
