// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace assay::tracking {

/// A project's database of trackio, opened so that nothing is ever written beside it: read in place while nobody has
/// it open, from a copy otherwise. For one thread.
class TrackioDatabase
{
public:
    /// Errors: `not_trackio`, `unreadable_file`.
    static Result<std::unique_ptr<TrackioDatabase>> open(const QString &path);
    ~TrackioDatabase();
    TrackioDatabase(const TrackioDatabase &) = delete;
    TrackioDatabase &operator=(const TrackioDatabase &) = delete;

    bool hasTable(const QString &name) const { return m_database.tables().contains(name); }
    /// Errors: `source_damaged`.
    Result<void> each(const QString &sql, const QVariantList &values,
                      const std::function<void(const QSqlQuery &)> &row);

private:
    explicit TrackioDatabase(const QString &path);
    bool openFile();

    QString m_path, m_name;
    QSqlDatabase m_database;
    std::unique_ptr<QTemporaryDir> m_copy;
};

} // namespace assay::tracking
