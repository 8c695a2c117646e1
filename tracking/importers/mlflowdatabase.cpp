// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowdatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <atomic>

namespace assay::tracking {

namespace {

/// How long MLflow's own writers wait for each other.
constexpr int patience = 20'000; // [ms]

Failure notMlflow(const QString &path)
{
    return at(failure(ErrorKind::BadInput, "not_mlflow",
                      "The database {} is not MLflow's: it has no tables of experiments and runs.",
                      {path.toStdString()}),
              path.toStdString());
}

/// Write-ahead mode makes files beside the database even for readers.
bool isWriteAhead(const QString &path)
{
    QFile file(path);
    constexpr qint64 formatAt = 18; // read version of the file header
    return file.open(QIODevice::ReadOnly) && file.seek(formatAt) && file.read(1) == "\x02";
}

/// What tells that a file was written to.
std::pair<qint64, QDateTime> stateOf(const QString &path)
{
    const QFileInfo file(path);
    return {file.size(), file.lastModified()};
}

} // namespace

bool MlflowDatabase::isSqlite(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(16) == QByteArray("SQLite format 3\0", 16);
}

MlflowDatabase::MlflowDatabase(const QString &path)
    : m_path(path)
{
    static std::atomic<quint64> made = 0;
    m_name = QStringLiteral("assay-mlflow-%1").arg(++made);
}

MlflowDatabase::~MlflowDatabase()
{
    close();
}

void MlflowDatabase::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Failure MlflowDatabase::error(const QSqlError &error) const
{
    constexpr int locked = 5;
    const bool busy = error.nativeErrorCode().toInt() % 256 == locked;
    const std::string path = m_path.toStdString();
    if (busy)
        return at(failure(ErrorKind::Refused, "source_locked",
                          "Another program is writing to {}; wait for it and try again.", {path}),
                  path);
    return at(failure(ErrorKind::BadInput, "source_damaged", "The database {} cannot be read: {}.",
                      {path, error.databaseText().toStdString()}),
              path);
}

Result<void> MlflowDatabase::openAt(const QString &file, const QByteArray &mode)
{
    close();
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    const QString address = QString::fromUtf8(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toEncoded());
    m_database.setDatabaseName(QString(address).replace(QStringLiteral("file://"), QStringLiteral("file:")) +
                               QString::fromLatin1("?" + mode));
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1%2")
                                     .arg(patience)
                                     .arg(mode == "mode=ro" ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()));
    if (!m_database.open())
        return error(m_database.lastError());
    return readSchema();
}

Result<void> MlflowDatabase::readSchema()
{
    m_columns.clear();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p"
                                   " WHERE m.type IN ('table', 'view')")))
        return error(query.lastError());
    while (query.next())
        m_columns[query.value(0).toByteArray()].insert(query.value(1).toByteArray());
    if (query.lastError().isValid())
        return error(query.lastError());
    const auto runs = m_columns.find("runs");
    if (!m_columns.contains("experiments") || runs == m_columns.end() || !runs->second.contains("run_uuid"))
        return notMlflow(m_path);
    return {};
}

/// The database with what belongs to it, taken again when a writer came in between.
Result<void> MlflowDatabase::openCopy()
{
    m_copy = std::make_unique<QTemporaryDir>();
    const QString copy = m_copy->filePath(QStringLiteral("mlflow.db"));
    constexpr int attempts = 5;
    for (int i = 0; i < attempts; ++i) {
        const auto before = std::pair(stateOf(m_path), stateOf(m_path + QStringLiteral("-wal")));
        bool whole = true;
        for (const char *suffix : {"", "-wal", "-journal"}) {
            const QString from = m_path + QLatin1String(suffix), to = copy + QLatin1String(suffix);
            QFile::remove(to);
            whole = (!QFileInfo::exists(from) || QFile::copy(from, to)) && whole;
            QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
        }
        const auto after = std::pair(stateOf(m_path), stateOf(m_path + QStringLiteral("-wal")));
        if (!whole)
            break;
        if (before == after)
            return openAt(copy, "mode=rw");
    }
    return failure(ErrorKind::Refused, "source_locked",
                   "{} could not be copied to be read; free some space for temporary files, or wait for the program"
                   " that writes to it.",
                   {m_path.toStdString()});
}

Result<std::unique_ptr<MlflowDatabase>> MlflowDatabase::open(const QString &path)
{
    if (!isSqlite(path))
        return notMlflow(path);
    std::unique_ptr<MlflowDatabase> made(new MlflowDatabase(path));
    auto opened = isWriteAhead(path) ? made->openCopy() : made->openAt(path, "mode=ro");
    if (!opened && opened.error().code == "source_damaged")
        opened = made->openCopy();
    if (!opened)
        return Failure(opened.error());
    return made;
}

Result<void> MlflowDatabase::each(const QByteArray &table, const QByteArrayList &columns, const QByteArray &rest,
                                  const QVariantList &values, const std::function<void(const Row &)> &row) const
{
    const auto known = m_columns.find(table);
    if (known == m_columns.end())
        return {};
    QByteArrayList asked;
    for (const QByteArray &column : columns)
        asked << (known->second.contains(column) || column.contains('(') ? column : QByteArray("NULL"));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8("SELECT " + asked.join(", ") + " FROM " + table + ' ' + rest)))
        return error(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return error(query.lastError());
    const Row current(query);
    while (query.next())
        row(current);
    return query.lastError().isValid() ? Result<void>(error(query.lastError())) : Result<void>();
}

} // namespace assay::tracking
