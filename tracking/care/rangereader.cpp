// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/rangereader.h"

#include <QList>
#include <limits>

namespace assay::tracking {

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();

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
    if (last < highest)
        return readRange(first, last, 0);
    // Without one row from the end, the end is where nothing can be reached any more.
    last = lastReachable(first);
    readRange(first, last, 0);
    m_lost << QStringLiteral("beyond %1").arg(last);
}

/// Whether a row at @p key or later can be read from there.
bool RangeReader::reaches(qint64 key)
{
    const auto found = m_connection.value("SELECT 1 FROM " + m_table.name + " WHERE " + m_table.key +
                                              " >= ? ORDER BY " + m_table.order + " LIMIT 1",
                                          {key});
    return found && found->has_value();
}

/// The last key from which a row can be read, but for what lies between damaged places very near the end: looked for in
/// doubled steps from @p first, then more and more closely between the last that was found and the one after it.
qint64 RangeReader::lastReachable(qint64 first)
{
    qint64 reached = first, after = first + 1;
    for (qint64 step = 1; step < highest / 2 - first; step *= 2) {
        if (reaches(first + step)) {
            reached = first + step;
            after = first + 2 * step;
        }
    }
    constexpr qint64 probes = 64; // so that one damaged place between does not hide what lies behind it
    while (after - reached > 1) {
        const qint64 step = std::max<qint64>(1, (after - reached) / probes);
        const qint64 low = reached;
        qint64 above = low + step;
        for (qint64 key = low + step; key < after; key += step)
            if (reaches(key)) {
                reached = key;
                above = key + step;
            }
        after = std::min(after, above);
    }
    return reached;
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
