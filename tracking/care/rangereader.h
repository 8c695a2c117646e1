// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

/// The rows of a table that may be damaged: read from both ends and, between damaged places, by halves, so that only
/// what lies on a damaged page is left out.
class RangeReader
{
public:
    struct Table
    {
        QByteArray name;
        QByteArray columns; ///< what is read
        QByteArray key;     ///< whole number by which rows are found, the first part of the primary key
        QByteArray order;   ///< of the primary key: "run, key"
    };
    using Take = std::function<void(const Row &)>;

    /// @p take gets the columns, the key behind them, and may get a row twice.
    RangeReader(Connection &connection, const Table &table, Take take);
    void read();
    /// Ranges of keys, and their number, of which something could not be read.
    QStringList lost() const { return m_lost; }

private:
    bool reaches(qint64 key);
    qint64 lastReachable(qint64 first);
    bool walk(qint64 low, qint64 high, bool down, qint64 &reached);
    void readRange(qint64 low, qint64 high, int depth);
    void lose(qint64 low, qint64 high);

    Connection &m_connection;
    Table m_table;
    Take m_take;
    QStringList m_lost;
    std::optional<std::pair<qint64, qint64>> m_gap; ///< the last of m_lost, as it grows
};

} // namespace assay::tracking
