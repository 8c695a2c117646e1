// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/artifactstore.h"

#include "tracking/artifacts/incomingfile.h"
#include "tracking/hexadecimal.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace assay::tracking {

namespace {

constexpr qint64 chunkBytes = 1 << 20;

Failure damaged(const QString &name, const QString &path, const char *how)
{
    return failure(ErrorKind::Refused, "artifact_damaged",
                   "The artifact {} {} ({}); put back a copy of that file or run again.",
                   {name.toStdString(), how, path.toStdString()});
}

Failure unreadable(const QString &path, const QString &why)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "{} could not be read ({}); give a file you may read.",
                      {path.toStdString(), why.toStdString()}),
              path.toStdString());
}

Failure unwritable(const QString &path, const QString &why)
{
    return at(failure(ErrorKind::Refused, "unwritable_file",
                      "{} could not be written ({}); choose a folder you may write to that has room.",
                      {path.toStdString(), why.toStdString()}),
              path.toStdString());
}

/// Hands the rest of @p source on in chunks.
Result<void> stream(QIODevice &source, const QString &label, const Context &context,
                    const std::function<Result<void>(std::span<const char>)> &take)
{
    const std::string stage = QFileInfo(label).fileName().toStdString();
    const qint64 total = source.isSequential() ? 0 : source.size() - source.pos();
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        if (context.cancelled())
            return cancelled();
        const qint64 read = source.read(chunk.data(), chunk.size());
        if (read < 0)
            return unreadable(label, source.errorString());
        if (read == 0)
            return {};
        if (auto taken = take({chunk.constData(), static_cast<std::size_t>(read)}); !taken)
            return taken;
        done += read;
        context.progress(stage, done, total);
    }
}

QString digestOf(QIODevice &source, const QString &label, const Context &context = {})
{
    Sha256 digest;
    const auto read = stream(source, label, context, [&](std::span<const char> bytes) {
        digest.add(std::as_bytes(bytes));
        return Result<void>();
    });
    return read ? QString::fromStdString(digest.hex()) : QString();
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
    // What a damaged store says instead of a digest must not lead out of the folder.
    if (sha256.size() != 64 || !isHexadecimal(sha256))
        return m_folder + QStringLiteral("/no digest");
    return QStringLiteral("%1/%2/%3").arg(m_folder, sha256.left(2), sha256.mid(2));
}

QString ArtifactStore::incomingFolder() const
{
    return m_folder + QStringLiteral("/incoming");
}

Result<QString> ArtifactStore::write(const QByteArray &bytes) const
{
    const StoredBytes stored{.sha256 = sha256Of(bytes), .bytes = bytes.size()};
    if (holds(stored))
        return stored.sha256;
    IncomingFile file(*this);
    auto done = file.open();
    if (done)
        done = file.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!done)
        return Failure(done.error());
    return file.finish().map([](const StoredBytes &placed) { return placed.sha256; });
}

Result<StoredBytes> ArtifactStore::addFile(const QString &path, const Context &context) const
{
    QFile source(path);
    // Opening a pipe would wait for its other end.
    if (!QFileInfo(path).isFile())
        return unreadable(path, QFileInfo::exists(path) ? QStringLiteral("it is not a file")
                                                        : QStringLiteral("there is no such file"));
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path, source.errorString());
    return add(source, path, context);
}

Result<StoredBytes> ArtifactStore::add(QIODevice &source, const QString &label, const Context &context) const
{
    IncomingFile file(*this);
    auto done = file.open();
    if (done)
        done = stream(source, label, context, [&](std::span<const char> bytes) { return file.add(bytes); });
    if (!done)
        return Failure(done.error());
    return file.finish();
}

Result<QByteArray> ArtifactStore::read(const Artifact &artifact) const
{
    auto file = open(artifact);
    if (!file)
        return Failure(file.error());
    QByteArray bytes = (*file)->readAll();
    if (bytes.size() != artifact.bytes || sha256Of(bytes) != artifact.sha256)
        return damaged(artifact.name, path(artifact.sha256), "is not what was stored");
    return bytes;
}

Result<std::unique_ptr<QIODevice>> ArtifactStore::open(const Artifact &artifact) const
{
    auto file = std::make_unique<QFile>(path(artifact.sha256));
    if (!QFileInfo(file->fileName()).isFile() || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return damaged(artifact.name, file->fileName(), "has no readable file");
    if (file->size() != artifact.bytes)
        return damaged(artifact.name, file->fileName(), "is not what was stored");
    return file;
}

Result<void> ArtifactStore::verify(const Artifact &artifact, const Context &context) const
{
    auto file = open(artifact);
    if (!file)
        return Failure(file.error());
    const QString digest = digestOf(**file, artifact.name, context);
    if (context.cancelled())
        return cancelled();
    if (digest != artifact.sha256)
        return damaged(artifact.name, path(artifact.sha256), "is not what was stored");
    return {};
}

Result<void> ArtifactStore::copyTo(const Artifact &artifact, const QString &target, const Context &context) const
{
    auto file = open(artifact);
    if (!file)
        return Failure(file.error());
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly))
        return unwritable(target, copy.errorString());
    Sha256 digest;
    auto done = stream(**file, artifact.name, context, [&](std::span<const char> bytes) -> Result<void> {
        digest.add(std::as_bytes(bytes));
        const auto size = static_cast<qint64>(bytes.size());
        return copy.write(bytes.data(), size) == size ? Result<void>() : unwritable(target, copy.errorString());
    });
    if (done && digest.hex() != artifact.sha256.toStdString())
        done = damaged(artifact.name, path(artifact.sha256), "is not what was stored");
    if (!done) {
        copy.cancelWriting();
        return done;
    }
    return copy.commit() ? Result<void>() : unwritable(target, copy.errorString());
}

bool ArtifactStore::holds(const StoredBytes &stored) const
{
    QFile file(path(stored.sha256));
    if (file.size() != stored.bytes || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        digestOf(file, file.fileName()) != stored.sha256)
        return false;
#ifdef Q_OS_UNIX
    ::utimensat(AT_FDCWD, QFile::encodeName(file.fileName()).constData(), nullptr, 0);
#endif
    return true;
}

void ArtifactStore::each(const std::function<void(const StoredFile &)> &take) const
{
    constexpr qsizetype digits = 64;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        const QString name = info.path().mid(m_folder.size() + 1) + info.fileName();
        const bool placed =
            name.size() == digits && path(name) == info.filePath() &&
            std::ranges::all_of(name, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
        take({.sha256 = placed ? name : QString(),
              .path = info.filePath(),
              .bytes = info.size(),
              .changed = info.lastModified()});
    }
}

} // namespace assay::tracking
