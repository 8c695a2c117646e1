// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

#include <QByteArrayList>
#include <QSqlError>
#include <QTemporaryDir>
#include <set>

namespace assay::tracking {

/// An MLflow database of any version, opened for reading only: a server may go on using it, and nothing is ever written
/// beside it. What a version does not have reads as NULL or as no rows. One that cannot be read in place, such as one
/// that a writer left half-way, is read from a copy. For one thread.
class MlflowDatabase
{
public:
    /// Errors: `unreadable_file`, `not_mlflow`, `source_damaged`, `source_locked`.
    static Result<std::unique_ptr<MlflowDatabase>> open(const QString &path);
    ~MlflowDatabase();
    MlflowDatabase(const MlflowDatabase &) = delete;
    MlflowDatabase &operator=(const MlflowDatabase &) = delete;

    const QString &path() const { return m_path; }

    /// Reads @p columns of @p table; @p rest is the statement's end. Each call sees one state of the database and holds
    /// its lock only meanwhile.
    Result<void> each(const QByteArray &table, const QByteArrayList &columns, const QByteArray &rest,
                      const QVariantList &values, const std::function<void(const Row &)> &row) const;

    /// Whether the file at @p path begins as an SQLite database does.
    static bool isSqlite(const QString &path);

private:
    explicit MlflowDatabase(const QString &path);
    Result<void> openAt(const QString &file, const QByteArray &mode);
    Result<void> openCopy();
    void close();
    Result<void> readSchema();
    Failure error(const QSqlError &error) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unique_ptr<QTemporaryDir> m_copy;
    std::map<QByteArray, std::set<QByteArray>> m_columns; ///< by table
};

} // namespace assay::tracking
