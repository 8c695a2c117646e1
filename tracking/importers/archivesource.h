// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/importers/archiveformat.h"

#include <QTemporaryDir>
#include <memory>

class QIODevice;

namespace assay::tracking {

/// The files of an archive, whether it is a folder or a zip file. Names come from whoever made it: only relative ones
/// are looked for, in a folder no link leads out of it, and nothing is ever unpacked under such a name. What is read is
/// compared with the digest the archive gives, and never more is read than the size it gives.
///
/// Error codes: `bad_archive`, `archive_damaged`, `cancelled`.
class ArchiveSource
{
public:
    static Result<std::unique_ptr<ArchiveSource>> open(const QString &path);
    virtual ~ArchiveSource() = default;

    /// Without a digest to compare with: where the digests stand.
    Result<QByteArray> manifest();
    Result<QByteArray> read(const ArchivedFile &file, const Context &context);
    /// A file on disk with these bytes, that is there until removeUnpacked() or the end of this object.
    Result<QString> unpacked(const ArchivedFile &file, const Context &context);
    void removeUnpacked();

protected:
    /// @p name is relative and stays below. Null when there is no such file.
    virtual std::unique_ptr<QIODevice> device(const QString &name) = 0;

private:
    template<class Take>
    Result<void> each(const ArchivedFile &file, const Context &context, Take take);

    QTemporaryDir m_unpacked;
    int m_count = 0; ///< files named 1, 2, … there
};

/// Whether @p path is a file that begins as zip files do, be it whole or cut short.
bool beginsAsZip(const QString &path);

} // namespace assay::tracking
