// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/storefile.h"

#include "tracking/sqlerror.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>

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

} // namespace

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
