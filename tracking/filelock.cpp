// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/filelock.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assay::tracking {

namespace {

/// Whether @p path still names the open file: whoever had the lock before removed it at the end.
bool isStill(const QByteArray &path, int handle)
{
    struct stat named = {}, opened = {};
    return ::stat(path.constData(), &named) == 0 && ::fstat(handle, &opened) == 0 && named.st_dev == opened.st_dev &&
           named.st_ino == opened.st_ino;
}

} // namespace

FileLock::FileLock(QString path)
    : m_path(std::move(path))
{
}

FileLock::~FileLock()
{
    if (m_handle < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_handle);
}

bool FileLock::lock()
{
    const QByteArray path = QFile::encodeName(m_path);
    for (;;) {
        const int handle = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (handle < 0)
            return false;
        int locked = 0;
        do
            locked = ::flock(handle, LOCK_EX);
        while (locked != 0 && errno == EINTR);
        if (locked == 0 && isStill(path, handle)) {
            m_handle = handle;
            return true;
        }
        if (locked != 0) // where files cannot be locked
            ::unlink(path.constData());
        ::close(handle);
        if (locked != 0)
            return false;
    }
}

} // namespace assay::tracking
