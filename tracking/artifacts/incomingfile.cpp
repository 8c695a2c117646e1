// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/artifacts/incomingfile.h"

#include "tracking/diskfile.h"
#include "tracking/sqlerror.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace assay::tracking {

namespace {

bool sync(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

/// Makes @p folder where it is missing, durably. Errors: `store_read_only`.
Result<void> ensureFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return QFileInfo(folder).isWritable() ? Result<void>() : storeReadOnly(folder);
    const QString above = QFileInfo(folder).path();
    if (!QFileInfo(above).isDir()) {
        if (auto made = ensureFolder(above); !made)
            return made;
    }
    // Another thread may make it first.
    if (!QDir().mkdir(folder) && !QFileInfo(folder).isDir())
        return storeReadOnly(folder);
    syncFolder(above);
    return {};
}

} // namespace

IncomingFile::IncomingFile(const ArtifactStore &store)
    : m_store(store)
    , m_file(QStringLiteral("%1/%2").arg(store.incomingFolder(), QUuid::createUuid().toString(QUuid::Id128)))
{
}

IncomingFile::~IncomingFile()
{
    if (m_file.isOpen())
        m_file.remove();
}

Result<void> IncomingFile::open()
{
    if (auto ready = ensureFolder(m_store.incomingFolder()); !ready)
        return ready;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return notWritten();
#ifdef Q_OS_UNIX
    ::flock(m_file.handle(), LOCK_SH | LOCK_NB);
#endif
    return {};
}

Result<void> IncomingFile::add(std::span<const char> bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    if (m_file.write(bytes.data(), size) != size)
        return notWritten();
    m_digest.add(std::as_bytes(bytes));
    m_bytes += size;
    return {};
}

Result<StoredBytes> IncomingFile::finish()
{
    const StoredBytes stored{.sha256 = QString::fromStdString(m_digest.hex()), .bytes = m_bytes};
    if (m_store.holds(stored))
        return stored;
    if (!sync(m_file))
        return notWritten();
    if (auto placed = place(m_store.path(stored.sha256)); !placed)
        return Failure(placed.error());
    return stored;
}

Result<void> IncomingFile::place(const QString &target)
{
    const QString folder = QFileInfo(target).path();
    if (auto ready = ensureFolder(folder); !ready)
        return ready;
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(m_file.fileName()).toStdString(), QFile::encodeName(target).toStdString(),
                            failed);
    if (failed)
        return failure(ErrorKind::Refused, "store_full",
                       "The file {} could not be put in place ({}); free some space on its disk and try again.",
                       {target.toStdString(), failed.message()});
    m_file.close();
    syncFolder(folder);
    return {};
}

bool IncomingFile::isAbandoned(const QString &path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (handle < 0)
        return false;
    const bool free = ::flock(handle, LOCK_EX | LOCK_NB) == 0;
    ::close(handle);
    return free;
#else
    return QFileInfo::exists(path);
#endif
}

Failure IncomingFile::notWritten() const
{
    return failure(ErrorKind::Refused, "store_full",
                   "The file {} could not be written ({}); free some space on its disk and try again.",
                   {m_file.fileName().toStdString(), m_file.errorString().toStdString()});
}

} // namespace assay::tracking
