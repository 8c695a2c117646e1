// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay::tracking {

/// A lock between processes on a file made for it, which goes when the lock does. The system frees it when the process
/// that holds it dies, at whatever moment: a file that was left behind holds nobody up.
class FileLock
{
public:
    explicit FileLock(QString path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Waits for as long as another process has it. False where the file cannot be made.
    bool lock();

private:
    QString m_path;
    int m_handle = -1;
};

} // namespace assay::tracking
