// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/diskfile.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace assay::tracking {

namespace {

bool sync(const QString &path, int flags)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool done = ::fsync(handle) == 0;
    ::close(handle);
    return done;
#else
    Q_UNUSED(path);
    Q_UNUSED(flags);
    return true;
#endif
}

} // namespace

bool syncFile(const QString &path)
{
    return sync(path, O_RDONLY);
}

bool syncFolder(const QString &folder)
{
    return sync(folder, O_RDONLY | O_DIRECTORY);
}

} // namespace assay::tracking
