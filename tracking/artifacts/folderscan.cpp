// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/artifacts/folderscan.h"

#include "tracking/artifacts/artifactname.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace assay::tracking {

namespace {

Failure refusedLink(const QFileInfo &link, const char *why)
{
    const std::string path = link.filePath().toStdString();
    return at(failure(ErrorKind::BadInput, "link_outside",
                      "{} is a link {}; put the file itself there, or add the folder without it.", {path, why}),
              path);
}

Failure unreadable(const QString &path, const char *why)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "{} {}; only files and folders can be added.",
                      {path.toStdString(), why}),
              path.toStdString());
}

class Scan
{
public:
    Scan(const QString &folder, const Context &context)
        : m_root(QFileInfo(folder).canonicalFilePath())
        , m_context(context)
    {
    }

    Result<void> folder(const QString &path, const QString &prefix)
    {
        const QDir dir(path);
        if (!QFileInfo(path).isReadable() || !QFileInfo(path).isExecutable())
            return unreadable(path, "may not be read");
        const auto entries =
            dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Unsorted);
        for (const QFileInfo &entry : entries) {
            if (m_context.cancelled())
                return cancelled();
            if (auto taken = take(entry, prefix + entry.fileName()); !taken)
                return taken;
        }
        return {};
    }

    std::vector<FoundFile> files;

private:
    Result<void> take(const QFileInfo &entry, const QString &name)
    {
        if (entry.isSymLink()) {
            if (auto checked = checkLink(entry); !checked)
                return checked;
        } else if (entry.isDir()) {
            return folder(entry.filePath(), name + u'/');
        }
        if (!entry.isFile())
            return unreadable(entry.filePath(), "is neither a file nor a folder");
        auto checked = checkedName(name);
        if (!checked)
            return at(failure(ErrorKind::BadInput, "bad_artifact_name", "{}: {}",
                              {entry.filePath().toStdString(), checked.error().message}),
                      entry.filePath().toStdString());
        // The path a link leads to is kept, so that changing the link meanwhile leads nowhere else.
        const QString path = entry.isSymLink() ? entry.canonicalFilePath() : entry.filePath();
        files.push_back({.name = *checked, .path = path, .bytes = entry.size()});
        return {};
    }

    Result<void> checkLink(const QFileInfo &link) const
    {
        const QString target = link.canonicalFilePath();
        if (!link.exists() || target.isEmpty())
            return refusedLink(link, "that leads nowhere");
        if (!target.startsWith(m_root + u'/'))
            return refusedLink(link, "that leads out of the folder");
        if (QFileInfo(target).isDir())
            return refusedLink(link, "to a folder");
        return {};
    }

    QString m_root;
    const Context &m_context;
};

} // namespace

Result<std::vector<FoundFile>> scanFolder(const QString &folder, const Context &context)
{
    if (!QFileInfo(folder).isDir())
        return unreadable(folder, "is not a folder");
    Scan scan(folder, context);
    if (auto done = scan.folder(folder, {}); !done)
        return Failure(done.error());
    std::ranges::sort(scan.files, {}, &FoundFile::name);
    return std::move(scan.files);
}

} // namespace assay::tracking
