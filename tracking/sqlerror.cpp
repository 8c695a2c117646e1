// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/sqlerror.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

// Result codes of SQLite (sqlite.org/rescode.html); the low byte is the primary code.
enum Primary {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};
enum InputOutputError { ReadFailed = 266, ShortRead = 522, CorruptFile = 8458, DataFailed = 8202 };

bool isReading(int code)
{
    return code == ReadFailed || code == ShortRead || code == CorruptFile || code == DataFailed;
}

std::string reason(const QSqlError &error)
{
    return error.databaseText().trimmed().toStdString();
}

} // namespace

Failure storeReadOnly(const QString &path)
{
    return failure(ErrorKind::Refused, "store_read_only",
                   "The store {} cannot be written; make the file and its folder writable or choose another store.",
                   {path.toStdString()});
}

Failure storeDamaged(const QString &path, const QString &reason)
{
    return failure(ErrorKind::Refused, "store_damaged",
                   "The store {} is damaged ({}); save what can be read with `assay salvage`, or put back a backup.",
                   {path.toStdString(), reason.toStdString()});
}

Failure storeFailure(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt();
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return failure(ErrorKind::Refused, "store_locked",
                       "The store {} is being written by another program; try again when it has finished.",
                       {path.toStdString()});
    case ReadOnly:
    case CantOpen:
        return storeReadOnly(path);
    case Corrupt:
    case NotADatabase:
        return storeDamaged(path, error.databaseText());
    case InputOutput:
        if (isReading(code))
            return storeDamaged(path, error.databaseText());
        // A disk that became read-only fails as if it were broken.
        if (!QFileInfo(path).isWritable())
            return storeReadOnly(path);
        [[fallthrough]];
    case Full:
        return failure(ErrorKind::Refused, "store_full",
                       "The store {} could not be written ({}); free some space on its disk and try again.",
                       {path.toStdString(), reason(error)});
    default:
        return failure(ErrorKind::Internal, "store_failed", "The store {} refused a statement: {}.",
                       {path.toStdString(), reason(error)});
    }
}

} // namespace assay::tracking
