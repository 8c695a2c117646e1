// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/rebuild.h"

#include "tracking/care/pages/tablefinder.h"
#include "tracking/migrations.h"

#include <QtEndian>

namespace assay::tracking {

namespace {

Failure notCopied(const QString &copy, const QString &why)
{
    return failure(ErrorKind::Refused, "store_full",
                   "The copy {} could not be written ({}); free some space on its disk and try again.",
                   {copy.toStdString(), why.toStdString()});
}

/// The first page of a store of the newest version without any table (sqlite.org/fileformat2.html, "The Database
/// Header").
QByteArray firstPage(qint64 pageSize, quint32 pages)
{
    QByteArray page(pageSize, '\0');
    const auto put = [&](qsizetype at, auto number) { qToBigEndian(number, page.data() + at); };
    page.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    put(16, static_cast<quint16>(pageSize == 65536 ? 1 : pageSize));
    page.replace(18, 6, QByteArray("\x01\x01\x00\x40\x20\x20", 6)); // a file without log; shares of a page
    constexpr quint32 change = 1, schema = 1, format = 4, utf8 = 1, sqlite = 3'040'001;
    put(24, change);
    put(28, pages);
    put(40, schema);
    put(44, format);
    put(56, utf8);
    put(60, static_cast<quint32>(builtinMigrations().back().version));
    put(68, static_cast<quint32>(applicationId));
    put(92, change);
    put(96, sqlite);
    page[100] = 13; // a list of tables that is empty
    put(105, static_cast<quint16>(pageSize == 65536 ? 0 : pageSize));
    return page;
}

/// Writes the pages of @p from to @p path, but for the first, which is made anew.
Result<void> writePages(PageFile &from, const QString &path, const Context &context)
{
    QFile to(path);
    bool written = to.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                   to.write(firstPage(from.pageSize(), from.pages())) == from.pageSize();
    for (quint32 number = 2; written && number <= from.pages(); ++number) {
        if (number % 1024 == 0 && context.cancelled())
            return cancelled();
        const QByteArrayView page = from.page(number);
        written = to.write(page.data(), page.size()) == page.size();
    }
    return written && to.flush() ? Result<void>() : notCopied(path, to.errorString());
}

/// Enters the tables into the list of the copy, where each begins where it was found.
Result<void> listTables(Rebuilt &rebuilt, const FoundTables &found)
{
    Database database(rebuilt.path);
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    auto done = (*connection)->run("PRAGMA writable_schema = ON");
    if (done)
        done = (*connection)->run("BEGIN");
    for (const FoundTable &table : found.tables) {
        const bool first = !rebuilt.parts.contains(table.shape->name);
        QByteArrayList &parts = rebuilt.parts[table.shape->name];
        QByteArray name = table.shape->name, sql = table.shape->sql;
        if (!first) {
            name += "_part" + QByteArray::number(parts.size() + 2);
            sql.replace(0, sql.indexOf(" ("), "CREATE TABLE " + name);
            parts << name;
        }
        if (done)
            done =
                (*connection)
                    ->run(
                        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?, ?, ?, ?)",
                        {QString::fromUtf8(name), QString::fromUtf8(name), table.tree.root, QString::fromUtf8(sql)});
    }
    return done ? (*connection)->run("COMMIT") : done;
}

} // namespace

Result<Rebuilt> rebuildTables(const QString &path, const QString &folder, const Error &why, const Context &context)
{
    const QString copy = folder + QStringLiteral("/pages.db");
    QFile from(path);
    if (!from.copy(copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return notCopied(copy, from.errorString());
    if (auto log = applyLog(path + QStringLiteral("-wal"), copy, context); !log)
        return Failure(log.error());
    PageFile pages(copy);
    if (findPages(pages) == 0)
        return Failure(why);
    const auto shapes = storeShapes(pages.pageSize());
    if (!shapes)
        return Failure(shapes.error());
    const auto survey = surveyPages(pages, *shapes, context);
    if (!survey)
        return Failure(survey.error());
    FoundTables found = findTables(pages, *survey, *shapes);
    if (found.tables.empty())
        return Failure(why);
    Rebuilt rebuilt{.path = folder + QStringLiteral("/store.db"), .lost = std::move(found.lost)};
    auto done = writePages(pages, rebuilt.path, context);
    QFile::remove(copy);
    if (done)
        done = listTables(rebuilt, found);
    if (!done)
        return Failure(done.error());
    return rebuilt;
}

} // namespace assay::tracking
