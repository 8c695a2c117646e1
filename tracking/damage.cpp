// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/damage.h"

#include "tracking/sqlerror.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

constexpr qint64 smallStore = 16 << 20; ///< [bytes]; read through in about 20 ms

Result<void> lookAtEveryPage(Connection &connection)
{
    auto found = connection.value("PRAGMA quick_check(1)");
    if (!found)
        return Failure(found.error());
    const QString said = found->value_or(QVariant()).toString();
    return said == QLatin1String("ok") ? Result<void>() : storeDamaged(connection.path(), said.section(u'\n', -1));
}

/// A file that was cut is shorter than it says; while there is a log, its last pages may be there.
Result<void> lookAtLength(Connection &connection)
{
    const QString &path = connection.path();
    auto pages = connection.value("PRAGMA page_count");
    auto size = connection.value("PRAGMA page_size");
    if (!pages || !size)
        return Failure(pages ? size.error() : pages.error());
    const qint64 bytes = pages->value_or(0).toLongLong() * size->value_or(0).toLongLong();
    if (QFileInfo(path + QStringLiteral("-wal")).size() == 0 && QFileInfo(path).size() < bytes)
        return storeDamaged(path, QStringLiteral("its end is missing"));
    return {};
}

Result<void> lookAtEnds(Connection &connection)
{
    QStringList tables;
    auto done = connection.each("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", {},
                                [&](const Row &row) { tables << row.text(0); });
    for (const QString &table : tables) {
        QStringList key;
        if (done)
            done = connection.each("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", {table},
                                   [&](const Row &row) { key << row.text(0); });
        if (key.isEmpty())
            key << QStringLiteral("rowid");
        for (const char *direction : {"ASC", "DESC"})
            if (done)
                done = connection.run(QStringLiteral("SELECT * FROM %1 ORDER BY %2 %3 LIMIT 1")
                                          .arg(table, key.join(QStringLiteral(" %1, ").arg(QLatin1String(direction))),
                                               QLatin1String(direction))
                                          .toUtf8());
    }
    return done;
}

} // namespace

Result<void> lookForDamage(Connection &connection)
{
    if (auto whole = lookAtLength(connection); !whole)
        return whole;
    return QFileInfo(connection.path()).size() <= smallStore ? lookAtEveryPage(connection) : lookAtEnds(connection);
}

} // namespace assay::tracking
