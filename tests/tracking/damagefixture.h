// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diskfixture.h"
#include "storefixture.h"
#include "tracking/care/salvage.h"
#include "tracking/database.h"

#include "engine/core/random.h"

namespace assay::tracking {

constexpr qint64 pageBytes = 4096;

inline void sql(const QString &path, const QByteArray &statement)
{
    Database database(path);
    need(need(database.connection())->run(statement));
}

inline QVariant valueOf(const QString &path, const QByteArray &statement)
{
    Database database(path);
    return need(need(database.connection())->value(statement)).value_or(QVariant());
}

/// Every row of every table as SQL would write it, so that nothing compares equal that is not.
inline std::map<QString, QStringList> everything(const QString &path)
{
    Database database(path);
    Connection &connection = *need(database.connection());
    QStringList tables;
    need(connection.each("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'store' AND name NOT LIKE"
                         " 'sqlite_%'",
                         {}, [&](const Row &row) { tables << row.text(0); }));
    std::map<QString, QStringList> all;
    for (const QString &table : tables) {
        QStringList columns;
        need(connection.each("SELECT 'quote(' || name || ')' FROM pragma_table_info(?) ORDER BY cid", {table},
                             [&](const Row &row) { columns << row.text(0); }));
        QStringList &rows = all[table];
        need(connection.each(
            QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(" || '|' || ")), table).toUtf8(), {},
            [&](const Row &row) { rows << row.text(0); }));
        rows.sort();
    }
    return all;
}

inline QByteArray randomBytes(Random &random, qint64 count)
{
    QByteArray bytes(count, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bits() & 0xff);
    return bytes;
}

inline void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size())
        qFatal("cannot damage %s", qPrintable(path));
}

inline QStringList told(const SalvageReport &report)
{
    QStringList all;
    for (const Finding &finding : report.lost)
        all << finding.message;
    return all;
}

} // namespace assay::tracking
