// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/artifactstore.h"

#include "engine/core/digest.h"
#include "tracking/sqlerror.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace assay::tracking {

namespace {

bool syncFile(QSaveFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

/// Makes a rename in @p folder durable.
void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(folder);
#endif
}

Failure notWritten(const QString &path, const QString &reason)
{
    return failure(ErrorKind::Refused, "store_full",
                   "The file {} could not be written ({}); free some space on its disk and try again.",
                   {path.toStdString(), reason.toStdString()});
}

Failure damaged(const QString &name, const QString &path, const char *how)
{
    return failure(ErrorKind::Refused, "artifact_damaged",
                   "The artifact {} {} ({}); put back a copy of that file or run again.",
                   {name.toStdString(), how, path.toStdString()});
}

} // namespace

QString sha256Of(const QByteArray &bytes)
{
    Sha256 digest;
    digest.add(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    return QString::fromStdString(digest.hex());
}

ArtifactStore::ArtifactStore(const QString &storePath)
{
    QString base = storePath;
    if (base.endsWith(QLatin1String(".db")))
        base.chop(3);
    m_folder = base + QStringLiteral("-artifacts");
}

QString ArtifactStore::path(const QString &sha256) const
{
    return QStringLiteral("%1/%2/%3").arg(m_folder, sha256.left(2), sha256.mid(2));
}

Result<QString> ArtifactStore::write(const QByteArray &bytes) const
{
    const QString sha256 = sha256Of(bytes);
    const QString target = path(sha256);
    if (holds(sha256, bytes.size()))
        return sha256;
    const QString folder = QFileInfo(target).absolutePath();
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
        return storeReadOnly(folder);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(target, file.errorString());
    if (file.write(bytes) != bytes.size() || !syncFile(file)) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return notWritten(target, reason);
    }
    if (!file.commit())
        return notWritten(target, file.errorString());
    syncFolder(folder);
    return sha256;
}

Result<QByteArray> ArtifactStore::read(const Artifact &artifact) const
{
    QFile file(path(artifact.sha256));
    if (!file.open(QIODevice::ReadOnly))
        return damaged(artifact.name, file.fileName(), "has no readable file");
    QByteArray bytes = file.readAll();
    if (bytes.size() != artifact.bytes || sha256Of(bytes) != artifact.sha256)
        return damaged(artifact.name, file.fileName(), "is not what was stored");
    return bytes;
}

/// Reads the file, so that one that was damaged is written anew rather than shared.
bool ArtifactStore::holds(const QString &sha256, qint64 bytes) const
{
    QFile file(path(sha256));
    return file.size() == bytes && file.open(QIODevice::ReadOnly) && sha256Of(file.readAll()) == sha256;
}

} // namespace assay::tracking
