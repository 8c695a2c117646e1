// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/bytewindow.h"

#include <QByteArray>
#include <vector>

namespace assay::tracking {

/// Rows of delimited text, one after the other, quoted as RFC 4180 says.
class CsvRows
{
public:
    /// @p bytes stand at the beginning of the first row.
    CsvRows(ByteWindow &bytes, char delimiter)
        : m_bytes(bytes)
        , m_delimiter(delimiter)
    {
    }
    /// [bytes] of one cell that are kept; the rest of a longer one is no number and no name.
    static constexpr qsizetype longestCell = 64 * 1024;

    /// Whether there was another row; empty lines are none.
    bool next();
    const std::vector<QByteArray> &cells() const { return m_cells; }
    qint64 offset() const { return m_offset; } ///< [bytes] where the row begins
    bool ended() const { return m_ended; }     ///< by an end of line, not by that of the bytes
    bool isOpen() const { return m_open; }     ///< within a quote, when the bytes ended
    char delimiter() const { return m_delimiter; }

private:
    QByteArray cell();
    QByteArray quoted();
    bool atEnd() { return m_bytes.atEnd(); }
    char here() { return m_bytes.ahead().front(); }

    ByteWindow &m_bytes;
    char m_delimiter;
    qint64 m_offset = 0;
    bool m_ended = false, m_open = false;
    std::vector<QByteArray> m_cells;
};

/// The delimiter that parts the first line most often: comma, semicolon or tabulator.
char delimiterOf(QByteArrayView bytes);

} // namespace assay::tracking
