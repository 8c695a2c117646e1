// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/csvrows.h"

#include <algorithm>

namespace assay::tracking {

namespace {

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

bool CsvRows::next()
{
    while (!atEnd() && endsLine(m_bytes[m_at]))
        ++m_at;
    m_cells.clear();
    m_offset = m_at;
    m_ended = false;
    if (atEnd())
        return false;
    for (;;) {
        m_cells.push_back(cell());
        if (atEnd())
            return true;
        const char after = m_bytes[m_at++];
        if (after != m_delimiter) {
            m_ended = true;
            return true;
        }
    }
}

/// Up to the delimiter or the end of the line, which stays.
QByteArray CsvRows::cell()
{
    QByteArray text;
    if (!atEnd() && m_bytes[m_at] == '"')
        text = quoted();
    const qsizetype from = m_at;
    while (!atEnd() && m_bytes[m_at] != m_delimiter && !endsLine(m_bytes[m_at]))
        ++m_at;
    text.append(m_bytes.data() + from, m_at - from);
    return text.trimmed();
}

QByteArray CsvRows::quoted()
{
    QByteArray text;
    ++m_at;
    while (!atEnd()) {
        const char c = m_bytes[m_at++];
        if (c != '"') {
            text.append(c);
        } else if (!atEnd() && m_bytes[m_at] == '"') {
            text.append('"');
            ++m_at;
        } else {
            break;
        }
    }
    return text;
}

char delimiterOf(QByteArrayView bytes)
{
    const auto end = std::find_if(bytes.begin(), bytes.end(), endsLine);
    char best = ',';
    for (const char one : {';', '\t'})
        if (std::count(bytes.begin(), end, one) > std::count(bytes.begin(), end, best))
            best = one;
    return best;
}

} // namespace assay::tracking
