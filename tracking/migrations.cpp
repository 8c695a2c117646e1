// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/migrations.h"

#include "tracking/care/pages/tablefinder.h"
#include "tracking/filelock.h"
#include "tracking/openfiles.h"
#include "tracking/sqlerror.h"
#include "tracking/storecopy.h"

#include <QFileInfo>
#include <algorithm>

namespace assay::tracking {

namespace {

struct Header
{
    qint64 application = 0;
    int version = 0;
    qint64 tables = 0;
};

Result<Header> readHeader(Connection &connection)
{
    Header header;
    const Snapshot view(connection);
    auto application = connection.value("PRAGMA application_id");
    auto version = connection.value("PRAGMA user_version");
    auto tables = connection.value("SELECT count(*) FROM sqlite_schema");
    for (const auto *read : {&application, &version, &tables})
        if (!*read)
            return Failure(read->error());
    header.application = application->value_or(0).toLongLong();
    header.version = version->value_or(0).toInt();
    header.tables = tables->value_or(0).toLongLong();
    return header;
}

Result<void> checkOwn(const Header &header, const QString &path, int newest)
{
    if (header.application == 0 && header.version == 0 && header.tables == 0)
        return {};
    if (header.application != applicationId)
        return failure(ErrorKind::Refused, "store_not_assay",
                       "{} is a database of another program, not a store of runs; give the path of a store or of a new "
                       "file.",
                       {path.toStdString()});
    if (header.version > newest)
        return failure(ErrorKind::Refused, "store_newer",
                       "The store {} has version {}, and this program knows versions up to {}; update the program or "
                       "choose another store.",
                       {path.toStdString(), std::to_string(header.version), std::to_string(newest)});
    return {};
}

void apply(Transaction &change, const std::vector<Migration> &migrations, int from)
{
    for (const Migration &migration : migrations) {
        if (migration.version <= from)
            continue;
        for (const QByteArray &statement : migration.statements)
            change.run(statement);
    }
    change.run("PRAGMA application_id = " + QByteArray::number(applicationId));
    change.run("PRAGMA user_version = " + QByteArray::number(migrations.back().version));
}

Result<void> upgrade(Database &database, const std::vector<Migration> &migrations)
{
    const int newest = migrations.back().version;
    Transaction change(database);
    // Read again: another process may have done it since.
    const int version = change.value("PRAGMA user_version").value_or(0).toInt();
    if (!change.ok() || version == newest)
        return change.commit();
    apply(change, migrations, version);
    change.each("PRAGMA foreign_key_check", {}, [&](const Row &row) {
        change.fail(storeDamaged(database.path(), QStringLiteral("a row of %1 refers to nothing").arg(row.text(0))));
    });
    return change.commit();
}

/// Statements that rebuild a table need foreign keys off, which works only outside a transaction.
Result<void> upgradeWithoutForeignKeys(Connection &connection, Database &database, const std::vector<Migration> &list)
{
    if (auto off = connection.run("PRAGMA foreign_keys = OFF"); !off)
        return off;
    auto done = upgrade(database, list);
    auto on = connection.run("PRAGMA foreign_keys = ON");
    return done ? on : done;
}

} // namespace

QString backupPath(const QString &path, int version)
{
    const QString base = QStringLiteral("%1.v%2-backup").arg(path).arg(version);
    QString candidate = base;
    for (int i = 2; QFileInfo::exists(candidate); ++i)
        candidate = QStringLiteral("%1-%2").arg(base).arg(i);
    return candidate;
}

Result<void> checkStoreFile(const QString &path)
{
    const QFileInfo info(path);
    const auto notSqlite = [&] {
        return failure(ErrorKind::Refused, "store_not_sqlite",
                       "{} is not a store of runs (an SQLite file); give the path of a store or of a new file.",
                       {path.toStdString()});
    };
    if (info.isDir())
        return notSqlite();
    if (info.size() > 0) {
        const QByteArray magic("SQLite format 3\0", 16);
        const auto start = beginningOf(path, magic.size());
        if (!start)
            return storeReadOnly(path);
        if (!start->isEmpty() && *start != magic)
            return holdsStore(path) ? storeDamaged(path, QStringLiteral("its beginning is overwritten or missing"))
                                    : notSqlite();
    }
    if (!QFileInfo(info.absolutePath()).isWritable() || (info.exists() && !info.isWritable()))
        return storeReadOnly(path);
    return {};
}

Result<int> storeVersion(Connection &connection, int newest)
{
    auto header = readHeader(connection);
    if (!header)
        return Failure(header.error());
    if (auto own = checkOwn(*header, connection.path(), newest); !own)
        return Failure(own.error());
    return header->version;
}

Result<void> migrate(Database &database, const std::vector<Migration> &migrations)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    Connection &own = **connection;
    const int newest = migrations.back().version;
    auto version = storeVersion(own, newest);
    if (!version || *version == newest)
        return version.map([](int) {});
    // One process makes the copy, and those that waited find the work done.
    FileLock migrating(database.path() + QStringLiteral("-migrating"));
    if (*version > 0) {
        if (!migrating.lock())
            return storeReadOnly(database.path());
        version = storeVersion(own, newest);
        if (!version || *version == newest)
            return version.map([](int) {});
        if (auto copied = copyStore(own, backupPath(database.path(), *version)); !copied)
            return copied;
    }
    return upgradeWithoutForeignKeys(own, database, migrations);
}

} // namespace assay::tracking
