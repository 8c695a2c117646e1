// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/trackiodatabase.h"

#include <QFile>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

namespace assay::tracking {

TrackioDatabase::TrackioDatabase(const QString &path)
    : m_path(path)
    , m_name(QStringLiteral("trackio-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

TrackioDatabase::~TrackioDatabase()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

/// A write-ahead log beside it is part of the database, and only a copy can be read with it without touching it.
bool TrackioDatabase::openFile()
{
    QString file = m_path;
    QString mode = QStringLiteral("immutable=1");
    if (QFile::exists(m_path + QStringLiteral("-wal"))) {
        m_copy = std::make_unique<QTemporaryDir>();
        file = m_copy->filePath(QStringLiteral("copy.db"));
        mode = QStringLiteral("mode=rw");
        if (!QFile::copy(m_path, file))
            return false;
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const QString log = file + QStringLiteral("-wal");
        QFile::copy(m_path + QStringLiteral("-wal"), log);
        QFile::setPermissions(log, QFile::ReadOwner | QFile::WriteOwner);
    }
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
    m_database.setDatabaseName(
        QStringLiteral("file:%1?%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(file, "/")), mode));
    return m_database.open();
}

Result<std::unique_ptr<TrackioDatabase>> TrackioDatabase::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::BadInput, "unreadable_file", "The file `{}` cannot be read: {}.",
                       {path.toStdString(), file.errorString().toStdString()});
    auto database = std::unique_ptr<TrackioDatabase>(new TrackioDatabase(path));
    const bool isDatabase = file.read(15) == "SQLite format 3" && database->openFile();
    if (isDatabase && database->hasTable(QStringLiteral("metrics")) &&
        database->m_database.record(QStringLiteral("metrics")).contains(QStringLiteral("run_name")))
        return database;
    return failure(ErrorKind::BadInput, "not_trackio",
                   "{} is not the database of a trackio project: an SQLite file with a table `metrics`.",
                   {path.toStdString()});
}

Result<void> TrackioDatabase::each(const QString &sql, const QVariantList &values,
                                   const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    good = good && query.exec();
    while (good && query.next())
        row(query);
    if (good && !query.lastError().isValid())
        return {};
    return failure(ErrorKind::BadInput, "source_damaged", "The database {} cannot be read: {}.",
                   {m_path.toStdString(), query.lastError().text().toStdString()});
}

} // namespace assay::tracking
