// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/storecopy.h"

#include "tracking/diskfile.h"
#include "tracking/sqlerror.h"

#include <QFile>
#include <QFileInfo>

namespace assay::tracking {

namespace {

Failure notCopied(const QString &target, const std::string &reason)
{
    return failure(ErrorKind::Refused, "store_full",
                   "The copy {} could not be written ({}); free some space on its disk or choose another place.",
                   {target.toStdString(), reason});
}

/// A failure to read is the store's, every other the copy's.
Failure copyFailure(const Error &error, const QString &target)
{
    if (error.code == "store_damaged" || error.code == "store_locked")
        return Failure(error);
    if (error.code == "store_read_only") // which speaks of the store, and only what is beside the copy can be meant
        return notCopied(target, "its folder cannot be written");
    if (error.code == "store_full") // the same
        return notCopied(target, "its disk is full or does not take it");
    return notCopied(target, error.message);
}

} // namespace

Result<void> copyStore(Connection &connection, const QString &target)
{
    const QString part = target + QStringLiteral(".part");
    QFile::remove(part); // of a copy that did not come to its end
    if (auto copied = connection.run("VACUUM INTO ?", {part}); !copied) {
        QFile::remove(part);
        return copyFailure(copied.error(), target);
    }
    const bool placed = syncFile(part) && QFile::rename(part, target);
    if (!placed) {
        QFile::remove(part);
        return notCopied(target, "it could not be put in its place");
    }
    syncFolder(QFileInfo(target).absolutePath());
    return {};
}

} // namespace assay::tracking
