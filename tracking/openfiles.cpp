// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/openfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <map>
#include <mutex>

namespace assay::tracking {

namespace {

struct Open
{
    std::mutex mutex; ///< held while a beginning is read, so that nobody opens the file meanwhile
    std::map<const void *, QString> files;
};

Open &open()
{
    static Open all;
    return all;
}

/// One name for a file that may not be there yet, however it is called.
QString canonical(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() ? info.canonicalFilePath()
                            : QDir(info.absolutePath()).canonicalPath() + u'/' + info.fileName();
}

} // namespace

void beginUse(const void *user, const QString &path)
{
    const std::lock_guard lock(open().mutex);
    open().files[user] = canonical(path);
}

void endUse(const void *user)
{
    const std::lock_guard lock(open().mutex);
    open().files.erase(user);
}

std::optional<QByteArray> beginningOf(const QString &path, qint64 bytes)
{
    const std::lock_guard lock(open().mutex);
    const QString name = canonical(path);
    if (std::ranges::any_of(open().files, [&](const auto &used) { return used.second == name; }))
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.read(bytes);
}

} // namespace assay::tracking
