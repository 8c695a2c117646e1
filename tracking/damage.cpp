// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/damage.h"

#include "tracking/artifactstore.h"
#include "tracking/openfiles.h"
#include "tracking/sqlerror.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QtEndian>

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

/// What the beginning of the file says [bytes]; 0 where it says nothing (sqlite.org/fileformat2.html, "The Database
/// Header").
qint64 bytesThereShouldBe(const QString &path)
{
    const QByteArray header = beginningOf(path, 100).value_or(QByteArray());
    // The number of pages is as old as the last program that knew of it.
    if (header.size() < 100 || !header.startsWith("SQLite format 3") || header.mid(24, 4) != header.mid(92, 4))
        return 0;
    const qint64 size = qFromBigEndian<quint16>(header.constData() + 16);
    return (size == 1 ? 65536 : size) * qFromBigEndian<quint32>(header.constData() + 28);
}

bool hasArtifacts(const QString &path)
{
    return QDirIterator(ArtifactStore(path).folder(), QDir::Files, QDirIterator::Subdirectories).hasNext();
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
    return QFileInfo(connection.path()).size() <= smallStore ? lookAtEveryPage(connection) : lookAtEnds(connection);
}

std::optional<Error> missingPart(const QString &path)
{
    const QFileInfo file(path);
    const bool log = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    const bool changing = log || QFileInfo(path + QStringLiteral("-journal")).size() > 0;
    if (!file.isFile() || (changing && file.size() > 0))
        return {};
    if (file.size() == 0 && (log || hasArtifacts(path)))
        return failure(ErrorKind::Refused, "store_damaged",
                       "The store {} is empty, although its {} beside it: its runs are lost; put back a backup, or "
                       "remove the empty file to begin a new store.",
                       {path.toStdString(), log ? "log lies" : "artifacts lie"})
            .value();
    const qint64 whole = bytesThereShouldBe(path);
    if (file.size() >= whole)
        return {};
    return storeDamaged(path,
                        QStringLiteral("its end is missing: %1 of %2 bytes are there").arg(file.size()).arg(whole))
        .value();
}

} // namespace assay::tracking
