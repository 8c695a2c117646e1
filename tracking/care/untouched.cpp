// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/untouched.h"

#include "tracking/care/source.h"
#include "tracking/migrations.h"
#include "tracking/runwriter.h"
#include "tracking/storecopy.h"

namespace assay::tracking {

namespace {

/// Whether opening changes nothing: not the version, not how it keeps its log, no run left behind.
Result<bool> staysAsItIs(Connection &connection, int version)
{
    if (version != builtinMigrations().back().version)
        return false;
    const auto mode = connection.value("PRAGMA journal_mode");
    if (!mode)
        return Failure(mode.error());
    if (mode->value_or(QVariant()).toString() != QLatin1String("wal"))
        return false;
    return crashedRuns(connection).map([](const QVariantList &runs) { return runs.isEmpty(); });
}

} // namespace

Result<QString> untouchedStore(const QString &path, const QString &folder)
{
    auto source = openSource(path);
    if (!source)
        return Failure(source.error());
    auto connection = source->database->connection();
    if (!connection)
        return Failure(connection.error());
    const auto stays = staysAsItIs(**connection, source->version);
    if (!stays)
        return Failure(stays.error());
    if (*stays)
        return path;
    const QString copy = folder + QStringLiteral("/store.db");
    return copyStore(**connection, copy).map([&] { return copy; });
}

} // namespace assay::tracking
