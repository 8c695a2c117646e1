// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/readonly.h"

#include "tracking/sqlerror.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

bool hasBytes(const QString &path)
{
    return QFileInfo(path).size() > 0;
}

/// In the order to try. Reading beside others makes the shared index where it is missing, which must not be left behind
/// where the store belongs to somebody else: only where it could be written.
std::vector<Access> ways(const QString &path, const Error &why)
{
    if (hasBytes(path + QStringLiteral("-journal")))
        return {Access::Read};
    const Access still = hasBytes(path + QStringLiteral("-wal")) ? Access::StillWithLog : Access::Still;
    if (why.code == "store_read_only" && !QFileInfo::exists(path + QStringLiteral("-shm")))
        return {still};
    return {Access::Read, still};
}

/// The version of a store whose tables are known.
Result<int> versionOf(Database &database)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    auto version = storeVersion(**connection, builtinMigrations().back().version);
    if (!version)
        return version;
    // Fails where the list of tables is damaged anywhere, which reading as far as possible would not.
    if (auto tables = (*connection)->run("SELECT max(length(sql)) FROM sqlite_schema"); !tables)
        return Failure(tables.error());
    return version;
}

Failure unreadable(const QString &path, const Error &why)
{
    if (why.code != "store_read_only")
        return Failure(why);
    return failure(ErrorKind::Refused, "store_read_only",
                   "The store {} cannot be written, and where it lies it cannot be read either; copy it, with {} where "
                   "there is one, into a folder you may write to and open the copy.",
                   {path.toStdString(), path.toStdString() + "-wal"});
}

Error shownFromACopy(const QString &path, const Error &why, int version)
{
    Error shown = why;
    shown.message = failure(ErrorKind::Refused, why.code,
                            "The store {} cannot be written and has the older version {}, so a copy of it is shown; to "
                            "go on with it, copy it into a folder you may write to.",
                            {path.toStdString(), std::to_string(version)})
                        .value()
                        .message;
    return shown;
}

Result<StoreFile> openCopy(Database &old, const Error &why)
{
    StoreFile file{.copy = std::make_unique<QTemporaryDir>()};
    const QString path = file.copy->filePath(QStringLiteral("store.db"));
    auto done =
        old.connection().and_then([&](Connection *connection) { return connection->run("VACUUM INTO ?", {path}); });
    file.database = std::make_unique<Database>(path);
    if (done)
        done = openStore(*file.database, builtinMigrations());
    if (!done)
        return unreadable(old.path(), why);
    file.database->restrict(Access::Read, why);
    return file;
}

} // namespace

Result<int> readOnly(Database &database, const Error &why)
{
    std::optional<Error> found; // what is wrong beyond that it cannot be written
    for (const Access access : ways(database.path(), why)) {
        database.restrict(access, why);
        const auto version = versionOf(database);
        if (version && *version > 0)
            return version;
        if (!version && version.error().code != "store_read_only" && version.error().code != "store_damaged" &&
            version.error().code != "store_full")
            return version;
        if (!version && version.error().code != "store_read_only")
            found = version.error();
    }
    if (found && found->code != why.code)
        return Failure(*found);
    return unreadable(database.path(), why);
}

Result<StoreFile> openForReading(const QString &path, const Error &why)
{
    StoreFile file{.database = std::make_unique<Database>(path)};
    const auto version = readOnly(*file.database, why);
    if (!version)
        return Failure(version.error());
    if (*version < builtinMigrations().back().version)
        return openCopy(*file.database, shownFromACopy(path, why, *version));
    return file;
}

} // namespace assay::tracking
