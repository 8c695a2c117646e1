// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/storefile.h"

#include "tracking/damage.h"
#include "tracking/diskfile.h"
#include "tracking/readonly.h"
#include "tracking/runwriter.h"
#include "tracking/sqlerror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>
#include <atomic>
#include <filesystem>

namespace assay::tracking {

namespace {

/// SQLite does not wait for other programs while it changes this mode, so we do.
Result<void> useWriteAheadLog(Connection &connection)
{
    const QDeadlineTimer deadline(10'000);
    constexpr unsigned long pause = 10;
    for (;;) {
        auto mode = connection.value("PRAGMA journal_mode = WAL");
        if (mode && mode->value_or(QVariant()).toString() == QLatin1String("wal"))
            return {};
        const bool busy = !mode && mode.error().code == "store_locked";
        if (!busy || deadline.hasExpired())
            return mode ? storeReadOnly(connection.path()) : Failure(mode.error());
        QThread::msleep(pause);
    }
}

/// Makes a new store beside its place and puts it there whole, so that neither a power cut nor the death of the process
/// leaves half of one. Where a file cannot have two names for a moment, opening makes it in its place.
Result<void> makeStore(const QString &path)
{
    static std::atomic<int> made = 0;
    const QString staged = QStringLiteral("%1.new-%2-%3").arg(path).arg(QCoreApplication::applicationPid()).arg(++made);
    Result<void> done;
    {
        Database database(staged);
        done = openStore(database, builtinMigrations());
    }
    if (done && syncFile(staged)) {
        std::error_code other; // another process may have been first
        std::filesystem::create_hard_link(staged.toStdString(), path.toStdString(), other);
        syncFolder(QFileInfo(path).absolutePath());
    }
    for (const char *end : {"", "-journal", "-wal", "-shm"})
        QFile::remove(staged + QLatin1String(end));
    return done;
}

/// Runs left behind stay as they are on a full disk; the next start marks them.
Result<void> closeCrashedRunsIfThereIsRoom(Database &database)
{
    auto closed = closeCrashedRuns(database);
    return !closed && closed.error().code == "store_full" ? Result<void>() : closed;
}

Result<void> openForWriting(Database &database)
{
    auto done = prepareStoreFile(database.path());
    if (auto missing = missingPart(database.path()); done && missing)
        return Failure(*missing);
    if (done && !QFileInfo::exists(database.path()))
        done = makeStore(database.path());
    if (done)
        done = openStore(database, builtinMigrations());
    if (done)
        done = database.connection().and_then([](Connection *connection) { return lookForDamage(*connection); });
    if (done)
        done = closeCrashedRunsIfThereIsRoom(database);
    return done;
}

bool mayBeRead(const Error &error)
{
    return error.code == "store_read_only" || error.code == "store_damaged" || error.code == "store_full";
}

} // namespace

Result<StoreFile> openStoreFile(const QString &path)
{
    const bool isNew = !QFileInfo::exists(path);
    StoreFile file{.database = std::make_unique<Database>(path)};
    auto opened = openForWriting(*file.database);
    if (opened)
        return file;
    file.database.reset();
    if (isNew)
        removeEmptyFile(path);
    if (QFileInfo(path).size() > 0 && mayBeRead(opened.error()))
        return openForReading(path, missingPart(path).value_or(opened.error()));
    return Failure(opened.error());
}

Result<void> prepareStoreFile(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return storeReadOnly(path);
    return checkStoreFile(path);
}

Result<void> openStore(Database &database, const std::vector<Migration> &migrations)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    auto done = migrate(database, migrations);
    if (done)
        done = useWriteAheadLog(**connection);
    return done;
}

void removeEmptyFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && info.size() == 0)
        QFile::remove(path);
}

} // namespace assay::tracking
