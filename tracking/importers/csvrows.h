// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace assay::tracking {

/// Rows of delimited text, one after the other, quoted as RFC 4180 says.
class CsvRows
{
public:
    CsvRows(QByteArrayView bytes, char delimiter)
        : m_bytes(bytes)
        , m_delimiter(delimiter)
    {
    }

    /// Whether there was another row; empty lines are none.
    bool next();
    const std::vector<QByteArray> &cells() const { return m_cells; }
    qint64 offset() const { return m_offset; } ///< [bytes] where the row begins
    bool ended() const { return m_ended; }     ///< by an end of line, not by that of the bytes

private:
    QByteArray cell();
    QByteArray quoted();
    bool atEnd() const { return m_at >= m_bytes.size(); }

    QByteArrayView m_bytes;
    char m_delimiter;
    qsizetype m_at = 0;
    qint64 m_offset = 0;
    bool m_ended = false;
    std::vector<QByteArray> m_cells;
};

/// The delimiter that parts the first line most often: comma, semicolon or tabulator.
char delimiterOf(QByteArrayView bytes);

} // namespace assay::tracking
