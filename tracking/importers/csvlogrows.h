// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/csvlogtable.h"
#include "tracking/importers/csvrows.h"

namespace assay::tracking {

/// The rows of a training log, one after the other, those that cannot be read left out: the same at every reading.
class CsvLogRows
{
public:
    struct Place
    {
        qint64 row = 0; ///< counted from 0
        qint64 step = 0, time = 0;
    };

    /// @p bytes and @p options outlive this.
    CsvLogRows(ByteWindow &bytes, const CsvLogOptions &options);

    /// Whether the first line names the columns. To be called first.
    bool takeHeader();
    const QStringList &columns() const { return m_columns; }
    std::optional<std::size_t> stepColumn() const { return m_step; }
    std::optional<std::size_t> timeColumn() const { return m_time; }

    /// Whether there was another good row. @p problem is told of those before it.
    bool next(const std::function<void(qint64 offset, const QString &what)> &problem);
    const std::vector<QByteArray> &cells() const { return m_rows.cells(); }
    /// The cell as a number; where the comma parts no cells, it may be that of a decimal.
    std::optional<double> number(const QByteArray &cell) const;
    qint64 offset() const { return m_rows.offset(); }
    const Place &place() const { return m_place; }
    qint64 rows() const { return m_count; }  ///< good ones so far
    qint64 timed() const { return m_timed; } ///< of them those that told a time

private:
    std::optional<std::size_t> find(const QStringList &names) const;
    void takePlace();

    const CsvLogOptions &m_options;
    CsvRows m_rows;
    QStringList m_columns;
    std::optional<std::size_t> m_step, m_time;
    Place m_place;
    qint64 m_count = 0, m_timed = 0;
};

/// Whether nothing is written in the cell, or what Keras and pandas write for it.
bool isMissingCell(const QByteArray &cell);
std::optional<double> numberFromCell(QByteArray cell);

} // namespace assay::tracking
