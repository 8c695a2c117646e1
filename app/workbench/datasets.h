// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QString>
#include <deque>
#include <mutex>

namespace assay::app {

/// Imports data sets and keeps the last few read, as long as their files have not changed. May be used from any thread.
class Datasets
{
public:
    /// @p folder receives copies of the bundled samples (`:/samples/…`), so that a run made on one names a real file.
    explicit Datasets(QString folder);

    Result<ui::DatasetPtr> import(const QString &path, const engine::ReadOptions &options, const Context &context);
    /// The file a path means: bundled samples are copied out first. Errors: `unreadable_file`.
    Result<QString> localFile(const QString &path) const;
    /// Reads the input of a run again. Errors: those of reading, `data_changed` when the digest is another.
    Result<ui::DatasetPtr> reread(const tracking::DatasetInput &input, const Context &context);

private:
    struct Entry
    {
        QString path;
        engine::ReadOptions options;
        qint64 modified = 0;
        qint64 size = 0;
        ui::DatasetPtr data;
    };

    QString m_folder;
    std::mutex m_mutex;
    std::deque<Entry> m_recent;
};

} // namespace assay::app
