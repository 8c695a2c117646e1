// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/keeping/sweep.h"

#include "tracking/artifacts/incomingfile.h"
#include "tracking/purge.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

constexpr qsizetype batchSize = 100;

bool isReferredTo(Transaction &change, const QString &sha256)
{
    return change
        .value("SELECT 1 WHERE EXISTS (SELECT 1 FROM artifacts WHERE sha256 = ?)"
               " OR EXISTS (SELECT 1 FROM versions WHERE sha256 = ?)"
               " OR EXISTS (SELECT 1 FROM version_files WHERE sha256 = ?)",
               {sha256, sha256, sha256})
        .has_value();
}

} // namespace

Result<std::pair<qint64, qint64>> clearUnreferenced(Database &database, const ArtifactStore &artifacts,
                                                    const QStringList &digests, const Context &context)
{
    std::pair<qint64, qint64> cleared;
    for (qsizetype first = 0; first < digests.size(); first += batchSize) {
        if (context.cancelled())
            return cancelled();
        Transaction change(database);
        for (const QString &digest : digests.mid(first, batchSize)) {
            const QString path = artifacts.path(digest);
            const qint64 bytes = QFileInfo(path).size();
            // An answer that failed must not be taken for a no.
            if (!isReferredTo(change, digest) && change.ok() && QFile::remove(path)) {
                ++cleared.first;
                cleared.second += bytes;
            }
        }
        if (auto done = change.commit(); !done)
            return Failure(done.error());
        context.progress("Removing files", std::min(first + batchSize, digests.size()), digests.size());
    }
    return cleared;
}

Result<std::pair<qint64, qint64>> sweepArtifacts(RunStore &store, const QDateTime &before, const Context &context)
{
    std::pair<qint64, qint64> halfDone;
    QStringList old;
    // Files that lie elsewhere are somebody's own, and stay.
    const QString incoming = store.artifacts().incomingFolder();
    store.artifacts().each([&](const StoredFile &file) {
        if (file.changed >= before)
            return;
        if (!file.sha256.isEmpty()) {
            old << file.sha256;
        } else if (QFileInfo(file.path).path() == incoming && IncomingFile::isAbandoned(file.path) &&
                   QFile::remove(file.path)) {
            ++halfDone.first;
            halfDone.second += file.bytes;
        }
    });
    auto cleared = clearUnreferenced(store.database(), store.artifacts(), old, context);
    if (!cleared)
        return cleared;
    return std::pair{cleared->first + halfDone.first, cleared->second + halfDone.second};
}

} // namespace assay::tracking
