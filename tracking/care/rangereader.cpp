// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/rangereader.h"

#include <QList>
#include <limits>

namespace assay::tracking {

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();
/// How far beyond the last row that could be read others are looked for, where the end of the table is damaged.
constexpr qint64 beyond = 1 << 14;

} // namespace

RangeReader::RangeReader(Connection &connection, const Table &table, Take take)
    : m_connection(connection)
    , m_table(table)
    , m_take(std::move(take))
{
}

void RangeReader::read()
{
    qint64 first = 0, last = highest;
    if (walk(0, highest, false, first))
        return;
    walk(first, highest, true, last);
    // Without one row from the end, the end is unknown.
    if (last == highest)
        last = first + beyond;
    readRange(first, last, 0);
}

/// Reads from one end; false where it came upon damage, with the last key it reached.
bool RangeReader::walk(qint64 low, qint64 high, bool down, qint64 &reached)
{
    const int key = static_cast<int>(m_table.columns.count(',')) + 1;
    const QByteArray direction = down ? " DESC" : " ASC";
    QByteArray order = m_table.order;
    order.replace(",", direction + ",");
    const auto read =
        m_connection.each("SELECT " + m_table.columns + ", " + m_table.key + " FROM " + m_table.name + " WHERE " +
                              m_table.key + " >= ? AND " + m_table.key + " <= ? ORDER BY " + order + direction,
                          {low, high}, [&](const Row &row) {
                              reached = row.integer(key);
                              m_take(row);
                          });
    return read.has_value();
}

/// What is left between two damaged places, both of which may be one.
void RangeReader::readRange(qint64 low, qint64 high, int depth)
{
    qint64 first = low, last = high;
    if (low > high || walk(low, high, false, first) || walk(first, high, true, last))
        return;
    if (first >= last || depth > 64)
        return lose(first, last);
    const qint64 middle = first + (last - first) / 2;
    readRange(first, middle, depth + 1);
    readRange(middle + 1, last, depth + 1);
}

void RangeReader::lose(qint64 low, qint64 high)
{
    if (m_gap && low <= m_gap->second + 1) {
        m_gap->second = std::max(high, m_gap->second);
        m_lost.removeLast();
    } else {
        m_gap = {low, high};
    }
    m_lost << (m_gap->first == m_gap->second ? QString::number(m_gap->first)
                                             : QStringLiteral("%1 to %2").arg(m_gap->first).arg(m_gap->second));
}

} // namespace assay::tracking
