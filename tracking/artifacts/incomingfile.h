// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/digest.h"
#include "tracking/artifactstore.h"

#include <QFile>
#include <span>

namespace assay::tracking {

/// Bytes on their way into an artifact store: written in `incoming/` under a name of their own, hashed as they come,
/// and put in place by finish(). What is not put in place is gone with the object, and what a process that died leaves
/// behind is known by its age and by nobody holding its lock.
class IncomingFile
{
public:
    explicit IncomingFile(const ArtifactStore &store);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    // Errors: `store_full`, `store_read_only`.
    Result<void> open();
    Result<void> add(std::span<const char> bytes);
    /// Durable under its digest when it returns; bytes the store has already are not kept twice.
    Result<StoredBytes> finish();

    /// Whether @p path is in `incoming/` and no process writes to it any more.
    static bool isAbandoned(const QString &path);

private:
    Failure notWritten() const;
    Result<void> place(const QString &target);

    const ArtifactStore &m_store;
    QFile m_file;
    Sha256 m_digest;
    qint64 m_bytes = 0;
};

} // namespace assay::tracking
