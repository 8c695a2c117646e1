// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/untouched.h"

#include "tracking/care/source.h"
#include "tracking/migrations.h"
#include "tracking/storecopy.h"

namespace assay::tracking {

Result<QString> untouchedStore(const QString &path, const QString &folder)
{
    auto source = openSource(path);
    if (!source)
        return Failure(source.error());
    auto connection = source->database->connection();
    if (!connection)
        return Failure(connection.error());
    auto running = (*connection)->value("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1");
    if (!running)
        return Failure(running.error());
    if (source->version == builtinMigrations().back().version && !*running)
        return path;
    const QString copy = folder + QStringLiteral("/store.db");
    return copyStore(**connection, copy).map([&] { return copy; });
}

} // namespace assay::tracking
