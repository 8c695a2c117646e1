// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <QFile>

namespace assay::tracking {

/// A file of SQLite's as pages, without looking at what its header says.
class PageFile
{
public:
    explicit PageFile(const QString &path);

    bool isOpen() const { return m_file.isOpen(); }
    qint64 bytes() const { return m_missing + m_file.size(); }
    qint64 pageSize() const { return m_pageSize; }
    void setPageSize(qint64 bytes) { m_pageSize = bytes; }
    /// So many bytes were cut off the beginning: they read as zeros, and pages count from where it was.
    void setMissing(qint64 bytes) { m_missing = bytes; }
    qint64 missing() const { return m_missing; }
    /// The last one may be cut.
    quint32 pages() const;
    /// Counted from 1. Filled up with zeros where the file ends; valid until the next is asked for.
    QByteArrayView page(quint32 number);

private:
    QFile m_file;
    qint64 m_pageSize = 4096, m_missing = 0;
    QByteArray m_page;
};

/// Sets the page size, of all there can be, and the bytes missing at the beginning, less than a page, at which the most
/// pages in the first megabytes of @p file are of tables and indexes: SQLite's usual size and nothing missing where
/// others do as well. Returns how many pages those are.
quint32 findPages(PageFile &file);

/// Writes what the log at @p log, whole and with the right sums, adds to the file at @p path over it, as SQLite would
/// (sqlite.org/fileformat2.html, "The Write-Ahead Log"), up to the last transaction that was finished. Errors:
/// `store_full`, `cancelled`.
Result<void> applyLog(const QString &log, const QString &path, const Context &context);

} // namespace assay::tracking
