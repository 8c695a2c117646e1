// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diskfixture.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace assay::tracking {

/// A disk whose power can be cut. While it lives, SQLite writes the files of one folder through it: they work as ever,
/// and beside them it keeps what a sync has made durable and what was written since. cut() writes down what the disk
/// might hold if the power failed now: everything durable, and of every later write all, nothing or some sectors,
/// whatever the order; a file made or removed since may be there or not.
class PowerCut
{
public:
    PowerCut(const QString &folder, unsigned seed)
        : m_folder(folder.toStdString())
        , m_random(seed)
    {
        s_disk = this;
        s_real = sqlite3_vfs_find(nullptr);
        m_vfs = *s_real;
        m_vfs.iVersion = 1;
        m_vfs.zName = "assay-power-cut";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + s_real->szOsFile;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~PowerCut()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(s_real, 1);
        s_disk = nullptr;
    }
    PowerCut(const PowerCut &) = delete;
    PowerCut &operator=(const PowerCut &) = delete;

    std::function<void()> beforeSync; ///< called with the disk held

    /// Writes what may be left into @p folder.
    void cut(const QString &folder)
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[path, content] : m_contents) {
            if (content.uncertain ? m_random() % 2 == 0 : content.removed)
                continue;
            writeBytes(folder + '/' + QFileInfo(QString::fromStdString(path)).fileName(), survivor(content));
        }
    }

    int syncs = 0;

private:
    struct Write
    {
        qint64 offset = 0;
        QByteArray bytes = {};
        bool truncates = false;
    };
    struct Content
    {
        QByteArray durable = {};
        std::vector<Write> pending = {};
        bool uncertain = false; ///< made or removed since the last sync
        bool removed = false;
    };
    struct File
    {
        sqlite3_file base = {};
        Content *content = nullptr;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static File &file(sqlite3_file *handle) { return *reinterpret_cast<File *>(handle); }
    static sqlite3_file *real(sqlite3_file *handle) { return file(handle).real(); }

    static void apply(QByteArray &bytes, const Write &write)
    {
        if (write.truncates) {
            bytes.truncate(write.offset);
            return;
        }
        if (bytes.size() < write.offset)
            bytes.append(QByteArray(write.offset - bytes.size(), '\0'));
        bytes.replace(write.offset, std::min(write.bytes.size(), bytes.size() - write.offset), write.bytes);
    }

    QByteArray survivor(const Content &content)
    {
        constexpr qsizetype sector = 512;
        QByteArray bytes = content.durable;
        for (const Write &write : content.pending) {
            const auto fate = m_random() % 3;
            if (fate == 0)
                apply(bytes, write);
            else if (fate == 1 && !write.truncates)
                for (qsizetype at = 0; at < write.bytes.size(); at += sector)
                    if (m_random() % 2 == 0)
                        apply(bytes, {.offset = write.offset + at, .bytes = write.bytes.mid(at, sector)});
        }
        return bytes;
    }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *handle, int flags, int *outFlags)
    {
        auto *opened = new (handle) File;
        const bool known = name && std::string(name).starts_with(s_disk->m_folder);
        const bool isNew = known && !QFile::exists(QString::fromUtf8(name));
        const int done = s_real->xOpen(s_real, name, opened->real(), flags, outFlags);
        if (!opened->real()->pMethods)
            return done;
        opened->base.pMethods = methods();
        if (known && done == SQLITE_OK && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)))
            opened->content = &s_disk->contentOf(name, isNew);
        return done;
    }

    Content &contentOf(const char *name, bool isNew)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_contents.find(name);
        if (found != m_contents.end() && !isNew)
            return found->second;
        Content &content = m_contents[name];
        content = {.durable = isNew ? QByteArray() : readBytes(QString::fromUtf8(name)), .uncertain = isNew};
        return content;
    }

    static int remove(sqlite3_vfs *, const char *name, int sync)
    {
        const std::lock_guard lock(s_disk->m_mutex);
        const int done = s_real->xDelete(s_real, name, sync);
        if (const auto found = s_disk->m_contents.find(name); found != s_disk->m_contents.end() && done == SQLITE_OK) {
            found->second.removed = true;
            found->second.uncertain = sync == 0;
        }
        return done;
    }

    static int write(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset)
    {
        const std::lock_guard lock(s_disk->m_mutex);
        const int done = real(handle)->pMethods->xWrite(real(handle), bytes, size, offset);
        if (Content *content = file(handle).content; content && done == SQLITE_OK)
            content->pending.push_back({.offset = offset, .bytes = QByteArray(static_cast<const char *>(bytes), size)});
        return done;
    }

    static int truncate(sqlite3_file *handle, sqlite3_int64 size)
    {
        const std::lock_guard lock(s_disk->m_mutex);
        const int done = real(handle)->pMethods->xTruncate(real(handle), size);
        if (Content *content = file(handle).content; content && done == SQLITE_OK)
            content->pending.push_back({.offset = size, .truncates = true});
        return done;
    }

    static int sync(sqlite3_file *handle, int flags)
    {
        ++s_disk->syncs;
        if (file(handle).content && s_disk->beforeSync)
            s_disk->beforeSync();
        const std::lock_guard lock(s_disk->m_mutex);
        if (Content *content = file(handle).content) {
            for (const Write &one : content->pending)
                apply(content->durable, one);
            content->pending.clear();
            content->uncertain = false;
        }
        return real(handle)->pMethods->xSync(real(handle), flags);
    }

    /// A method of the real file, called with it.
    template<auto Method, class... Arguments>
    static int forward(sqlite3_file *handle, Arguments... arguments)
    {
        return (real(handle)->pMethods->*Method)(real(handle), arguments...);
    }

    static void barrier(sqlite3_file *handle) { real(handle)->pMethods->xShmBarrier(real(handle)); }

    static const sqlite3_io_methods *methods()
    {
        using M = sqlite3_io_methods;
        static const M all{.iVersion = 2,
                           .xClose = forward<&M::xClose>,
                           .xRead = forward<&M::xRead, void *, int, sqlite3_int64>,
                           .xWrite = write,
                           .xTruncate = truncate,
                           .xSync = sync,
                           .xFileSize = forward<&M::xFileSize, sqlite3_int64 *>,
                           .xLock = forward<&M::xLock, int>,
                           .xUnlock = forward<&M::xUnlock, int>,
                           .xCheckReservedLock = forward<&M::xCheckReservedLock, int *>,
                           .xFileControl = forward<&M::xFileControl, int, void *>,
                           .xSectorSize = forward<&M::xSectorSize>,
                           .xDeviceCharacteristics = forward<&M::xDeviceCharacteristics>,
                           .xShmMap = forward<&M::xShmMap, int, int, int, void volatile **>,
                           .xShmLock = forward<&M::xShmLock, int, int, int>,
                           .xShmBarrier = barrier,
                           .xShmUnmap = forward<&M::xShmUnmap, int>,
                           .xFetch = nullptr,
                           .xUnfetch = nullptr};
        return &all;
    }

    static inline PowerCut *s_disk = nullptr;
    static inline sqlite3_vfs *s_real = nullptr;

    const std::string m_folder;
    std::mt19937 m_random;
    std::mutex m_mutex;
    std::map<std::string, Content> m_contents;
    sqlite3_vfs m_vfs = {};
};

} // namespace assay::tracking
