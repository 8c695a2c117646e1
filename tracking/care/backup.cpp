// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/backup.h"

#include "tracking/care/artifactcopy.h"
#include "tracking/care/source.h"
#include "tracking/diskfile.h"
#include "tracking/sqlerror.h"
#include "tracking/storecopy.h"

#include <QDir>
#include <QFileInfo>
#include <filesystem>

namespace assay::tracking {

namespace {

Result<void> checkTarget(const QString &from, const QString &to, bool overwrite)
{
    const QFileInfo target(to);
    const bool same = target.exists() && target.canonicalFilePath() == QFileInfo(from).canonicalFilePath();
    if (same || target.isDir())
        return at(failure(ErrorKind::Refused, "file_exists", "{} is {}; give the name of another file.",
                          {to.toStdString(), same ? "the store itself" : "a folder"}),
                  to.toStdString());
    if (target.exists() && !overwrite)
        return at(failure(ErrorKind::Refused, "file_exists",
                          "{} is there already; choose another name, or say that it may be replaced.",
                          {to.toStdString()}),
                  to.toStdString());
    // Its log would be taken for that of the copy.
    if (QFileInfo(to + QStringLiteral("-wal")).size() > 0)
        return failure(ErrorKind::Refused, "store_in_use",
                       "{} is a store that is in use or was not closed; choose another name.", {to.toStdString()});
    if (!QDir().mkpath(target.absolutePath()))
        return storeReadOnly(to);
    return {};
}

/// Looks at every page of the copy and copies what it refers to.
Result<void> completeCopy(const QString &path, int version, const ArtifactStore &from, const ArtifactStore &to,
                          BackupReport &report, const Context &context)
{
    Database database(path);
    auto connection = database.connection();
    auto sound = connection ? (*connection)->value("PRAGMA quick_check(1)") : Failure(connection.error());
    if (!sound)
        return Failure(sound.error());
    if (sound->value_or(QVariant()).toString() != QLatin1String("ok"))
        return storeDamaged(path, sound->value_or(QVariant()).toString());
    auto runs = (*connection)->value("SELECT count(*) FROM runs");
    auto artifacts = referredArtifacts(**connection, version);
    if (!runs || !artifacts)
        return Failure(runs ? artifacts.error() : runs.error());
    report.runs = runs->value_or(0).toLongLong();
    auto copied = copyArtifacts(*artifacts, from, to, context);
    if (!copied)
        return Failure(copied.error());
    report.artifacts = copied->files;
    report.artifactBytes = copied->bytes;
    report.missing = std::move(copied->missing);
    return {};
}

Result<void> place(const QString &staged, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(staged.toStdString(), to.toStdString(), error);
    if (error)
        return failure(ErrorKind::Refused, "store_full",
                       "The copy {} could not be put in its place ({}); choose another place.",
                       {to.toStdString(), error.message()});
    syncFolder(QFileInfo(to).absolutePath());
    return {};
}

} // namespace

Result<BackupReport> backupStore(const QString &from, const QString &to, bool overwrite, const Context &context)
{
    auto source = openSource(from);
    if (!source)
        return Failure(source.error());
    if (source->missing)
        return Failure(*source->missing);
    if (auto free = checkTarget(from, to, overwrite); !free)
        return Failure(free.error());
    auto connection = source->database->connection();
    if (!connection)
        return Failure(connection.error());
    BackupReport report{.path = to};
    const QString staged = to + QStringLiteral(".incomplete");
    QFile::remove(staged); // of one that did not come to its end
    context.progress("Store", 0, 0);
    auto done = copyStore(**connection, staged);
    if (done)
        done = completeCopy(staged, source->version, ArtifactStore(from), ArtifactStore(to), report, context);
    if (done && context.cancelled())
        done = cancelled();
    if (done)
        done = place(staged, to);
    if (!done) {
        QFile::remove(staged);
        return Failure(done.error());
    }
    report.bytes = QFileInfo(to).size();
    return report;
}

} // namespace assay::tracking
