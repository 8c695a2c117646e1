// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/archivesource.h"

#include "engine/core/digest.h"
#include "tracking/artifacts/artifactname.h"
#include "tracking/importers/archivezip.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace assay::tracking {

namespace {

constexpr qint64 chunkBytes = 1 << 18;
/// A manifest of a million runs is smaller.
constexpr qint64 longestManifest = 512LL << 20;
/// What is read into memory at once: points and descriptions.
constexpr qint64 longestText = 2000LL << 20;

Failure damaged(const QString &name, const char *how)
{
    return failure(ErrorKind::BadInput, "archive_damaged", "The file {} of the archive {}.", {name.toStdString(), how});
}

class FolderSource : public ArchiveSource
{
public:
    explicit FolderSource(const QString &path)
        : m_root(QFileInfo(path).canonicalFilePath() + u'/')
    {
    }

protected:
    std::unique_ptr<QIODevice> device(const QString &name) override
    {
        const QFileInfo info(m_root + name);
        if (!info.isFile() || !info.canonicalFilePath().startsWith(m_root))
            return nullptr;
        auto file = std::make_unique<QFile>(info.canonicalFilePath());
        return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
    }

private:
    QString m_root;
};

class ZipSource : public ArchiveSource
{
public:
    explicit ZipSource(std::unique_ptr<ZipFile> zip)
        : m_zip(std::move(zip))
    {
    }

protected:
    std::unique_ptr<QIODevice> device(const QString &name) override { return m_zip->entry(name); }

private:
    std::unique_ptr<ZipFile> m_zip;
};

} // namespace

bool beginsAsZip(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArrayView("PK\x03\x04");
}

Result<std::unique_ptr<ArchiveSource>> ArchiveSource::open(const QString &path)
{
    if (QFileInfo(path).isDir())
        return std::make_unique<FolderSource>(path);
    if (auto zip = ZipFile::open(path))
        return std::make_unique<ZipSource>(std::move(zip));
    if (beginsAsZip(path))
        return at(
            failure(ErrorKind::BadInput, "archive_damaged",
                    "The zip file {} is damaged or incomplete: the list of its contents, which is its end, cannot "
                    "be read. Copy or export it again.",
                    {path.toStdString()}),
            path.toStdString());
    return at(
        failure(ErrorKind::BadInput, "bad_archive",
                "{} is neither a folder nor a zip file that can be read; an archive is what `assay export` writes.",
                {path.toStdString()}),
        path.toStdString());
}

Result<QByteArray> ArchiveSource::manifest()
{
    const auto file = device(QStringLiteral("manifest.json"));
    if (!file)
        return failure(ErrorKind::BadInput, "bad_archive", "There is no manifest.json of `assay export`.");
    QByteArray bytes = file->read(longestManifest + 1);
    if (bytes.size() > longestManifest)
        return damaged(QStringLiteral("manifest.json"), "is larger than any that was ever written");
    return bytes;
}

/// Hands the file over in pieces; the last word is the digest's.
template<class Take>
Result<void> ArchiveSource::each(const ArchivedFile &file, const Context &context, Take take)
{
    const auto name = checkedName(file.name);
    const auto source = name && *name == file.name ? device(file.name) : nullptr;
    if (!source)
        return damaged(file.name, "is missing");
    Sha256 sum;
    qint64 done = 0;
    for (QByteArray bytes = source->read(chunkBytes); !bytes.isEmpty(); bytes = source->read(chunkBytes)) {
        if (context.cancelled())
            return cancelled();
        done += bytes.size();
        if (done > file.bytes)
            return damaged(file.name, "is longer than its manifest says");
        sum.add(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        if (auto taken = take(bytes); !taken)
            return taken;
    }
    if (done != file.bytes || QString::fromStdString(sum.hex()) != file.sha256)
        return damaged(file.name, "is not what its manifest says: its digest is another");
    return {};
}

Result<QByteArray> ArchiveSource::read(const ArchivedFile &file, const Context &context)
{
    if (file.bytes > longestText)
        return damaged(file.name, "is larger than can be read");
    QByteArray all;
    auto done = each(file, context, [&all](const QByteArray &bytes) -> Result<void> {
        all += bytes;
        return {};
    });
    if (!done)
        return Failure(done.error());
    return all;
}

Result<QString> ArchiveSource::unpacked(const ArchivedFile &file, const Context &context)
{
    QFile target(m_unpacked.filePath(QString::number(++m_count)));
    const auto failed = [&target] {
        return failure(ErrorKind::Refused, "store_full",
                       "The file {} could not be written ({}); free some space on its disk and try again.",
                       {target.fileName().toStdString(), target.errorString().toStdString()});
    };
    if (!target.open(QIODevice::WriteOnly))
        return failed();
    auto done = each(file, context, [&](const QByteArray &bytes) -> Result<void> {
        return target.write(bytes) == bytes.size() ? Result<void>() : failed();
    });
    if (done && !target.flush())
        return failed();
    target.close();
    if (done)
        return target.fileName();
    target.remove();
    return Failure(done.error());
}

void ArchiveSource::removeUnpacked()
{
    for (; m_count > 0; --m_count)
        QFile::remove(m_unpacked.filePath(QString::number(m_count)));
}

} // namespace assay::tracking
