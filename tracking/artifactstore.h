// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

namespace assay::tracking {

/// Bytes on disk under their SHA-256, `FOLDER/ab/cdef…`: the same bytes are stored once, and a file is there whole or
/// not at all. Any number of threads and processes may use one folder.
class ArtifactStore
{
public:
    /// `assay-artifacts` beside `assay.db`.
    explicit ArtifactStore(const QString &storePath);

    const QString &folder() const { return m_folder; }
    QString path(const QString &sha256) const;

    /// Returns the SHA-256, 64 hexadecimal digits. Errors: `store_full`, `store_read_only`.
    Result<QString> write(const QByteArray &bytes) const;
    /// Errors: `artifact_damaged` when the file is missing or its bytes are others.
    Result<QByteArray> read(const Artifact &artifact) const;

private:
    bool holds(const QString &sha256, qint64 bytes) const;

    QString m_folder;
};

QString sha256Of(const QByteArray &bytes);

} // namespace assay::tracking
