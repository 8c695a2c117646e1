// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/records.h"

#include <functional>
#include <memory>

class QIODevice;

namespace assay::tracking {

/// What the store knows bytes by.
struct StoredBytes
{
    QString sha256 = {}; ///< 64 hexadecimal digits
    qint64 bytes = 0;

    bool operator==(const StoredBytes &) const = default;
};

/// A file in the folder of a store.
struct StoredFile
{
    QString sha256 = {}; ///< by its place; empty for one that is on its way in, or that a dead process left there
    QString path = {};
    qint64 bytes = 0;
    QDateTime changed = {}; ///< or asked for last by someone who wanted to add the same bytes

    bool operator==(const StoredFile &) const = default;
};

/// Bytes on disk under their SHA-256, `FOLDER/ab/cdef…`: the same bytes are stored once, and a file is there whole or
/// not at all. Nothing is ever held in memory but a chunk of it, except by write() and read(). Any number of threads
/// and processes may use one folder.
class ArtifactStore
{
public:
    /// `assay-artifacts` beside `assay.db`.
    explicit ArtifactStore(const QString &storePath);

    const QString &folder() const { return m_folder; }
    QString path(const QString &sha256) const;
    /// Where files lie until they are whole.
    QString incomingFolder() const;

    // Adding. Durable when it returns; a failure leaves nothing. Errors: `store_full`, `store_read_only`.
    /// Returns the SHA-256.
    Result<QString> write(const QByteArray &bytes) const;
    /// Copies the file at @p path, reading it once. Errors also: `unreadable_file`, `cancelled`.
    Result<StoredBytes> addFile(const QString &path, const Context &context = {}) const;
    /// The rest of @p source, which may be sequential; @p label names it in messages.
    Result<StoredBytes> add(QIODevice &source, const QString &label, const Context &context = {}) const;

    // Reading. Errors: `artifact_damaged` when the file is missing or its bytes are others.
    /// All of it, after its checksum was verified.
    Result<QByteArray> read(const Artifact &artifact) const;
    /// Open for reading at any place. Only the size has been compared: verify() or copyTo() tell about the bytes.
    Result<std::unique_ptr<QIODevice>> open(const Artifact &artifact) const;
    /// Reads the file through. Errors also: `cancelled`.
    Result<void> verify(const Artifact &artifact, const Context &context = {}) const;
    /// Writes it to the file @p target, verified, replacing what is there only by the whole. Errors also:
    /// `unwritable_file`, `cancelled`.
    Result<void> copyTo(const Artifact &artifact, const QString &target, const Context &context = {}) const;

    /// Whether the bytes are there unharmed, which reads them; they are then taken for just added, so that nobody
    /// clears them away as left over.
    bool holds(const StoredBytes &stored) const;
    /// Every file in the folder, in no order.
    void each(const std::function<void(const StoredFile &)> &take) const;

private:
    QString m_folder;
};

QString sha256Of(const QByteArray &bytes);

} // namespace assay::tracking
