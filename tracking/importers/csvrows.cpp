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
    while (!atEnd() && endsLine(here()))
        m_bytes.skip(1);
    m_cells.clear();
    m_offset = m_bytes.offset();
    m_ended = false;
    if (atEnd())
        return false;
    for (;;) {
        m_cells.push_back(cell());
        if (atEnd())
            return true;
        const char after = here();
        m_bytes.skip(1);
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
    if (!atEnd() && here() == '"')
        text = quoted();
    bool over = false;
    while (!over && !atEnd()) {
        const QByteArrayView ahead = m_bytes.ahead();
        const auto end =
            std::find_if(ahead.begin(), ahead.end(), [this](char c) { return c == m_delimiter || endsLine(c); });
        const qsizetype length = end - ahead.begin();
        text.append(ahead.data(), std::min(length, std::max(longestCell - text.size(), qsizetype(0))));
        m_bytes.skip(length);
        over = end != ahead.end();
    }
    return text.trimmed();
}

QByteArray CsvRows::quoted()
{
    QByteArray text;
    m_bytes.skip(1);
    while (!atEnd()) {
        const char c = here();
        m_bytes.skip(1);
        const bool twice = c == '"' && !atEnd() && here() == '"';
        if (c == '"' && !twice)
            return text;
        if (twice)
            m_bytes.skip(1);
        if (text.size() < longestCell)
            text.append(c);
    }
    m_open = true;
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
