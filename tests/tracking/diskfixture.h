// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace assay::tracking {

// Disks as they are in bad times. Only for Unix; small disks only for Linux and root.

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, no file can grow beyond @p bytes, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

/// Root may write anywhere, so while it lives root is nobody.
class OrdinaryUser
{
public:
    OrdinaryUser()
    {
        if (m_root && ::setresuid(nobody, nobody, 0) != 0)
            qFatal("cannot become an ordinary user");
    }
    ~OrdinaryUser()
    {
        if (m_root && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    OrdinaryUser(const OrdinaryUser &) = delete;
    OrdinaryUser &operator=(const OrdinaryUser &) = delete;

private:
    static constexpr uid_t nobody = 65534;
    const bool m_root = ::geteuid() == 0;
};

/// A disk of its own of so many bytes, in memory, while it lives; `error` says why there is none.
class SmallDisk
{
public:
    explicit SmallDisk(int bytes)
        : m_options("size=" + QByteArray::number(bytes))
    {
        m_mounted = ::mount("none", folder(), "tmpfs", 0, m_options.constData()) == 0;
        if (!m_mounted)
            error = QStringLiteral("no disk can be mounted here: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(folder(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    bool setReadOnly(bool on) const
    {
        return ::mount("none", folder(), "tmpfs", MS_REMOUNT | (on ? MS_RDONLY : 0), m_options.constData()) == 0;
    }

    bool resize(int bytes) const
    {
        return ::mount("none", folder(), "tmpfs", MS_REMOUNT, ("size=" + QByteArray::number(bytes)).constData()) == 0;
    }

    /// Takes all but @p left bytes of what is free.
    void fill(qint64 left) const
    {
        struct statvfs facts
        {
        };
        ::statvfs(folder(), &facts);
        const qint64 free = static_cast<qint64>(facts.f_bavail) * static_cast<qint64>(facts.f_frsize);
        writeBytes(filePath(QStringLiteral("ballast")), QByteArray(std::max<qint64>(0, free - left), 'b'));
    }
    void freeSpace() const { QFile::remove(filePath(QStringLiteral("ballast"))); }

    QString error;

private:
    const char *folder() const { return m_name.constData(); }

    QTemporaryDir m_folder;
    QByteArray m_name = QFile::encodeName(m_folder.path());
    QByteArray m_options;
    bool m_mounted = false;
};

} // namespace assay::tracking
