// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/bytewindow.h"

#include <QByteArray>
#include <vector>

namespace assay::tracking {

/// The records of a run file of W&B: blocks of 32 KiB as LevelDB's logs have them, under CRC-32 as zlib computes it.
class WandbLog
{
public:
    explicit WandbLog(QByteArrayView bytes);
    /// Piece by piece: of a long file only a piece is in memory.
    explicit WandbLog(QIODevice &file);

    /// Whether it begins as such a file does; otherwise it holds no records.
    bool isOne() const { return m_isOne; }

    /// Whether the bytes begin as such a file does.
    static bool isOne(QByteArrayView bytes);

    /// Whether there was another whole record. What is damaged is passed over.
    bool next();
    const QByteArray &record() const { return m_record; }
    qint64 offset() const { return m_start; } ///< [bytes] where it begins
    /// [bytes] places that could not be read, up to here. A file that ends within a record is still written: no damage.
    const std::vector<qint64> &damage() const { return m_damage; }

private:
    enum class Piece { Full = 1, First = 2, Middle = 3, Last = 4 };
    bool takePiece();
    void skipBlock();

    void begin();

    ByteWindow m_bytes;
    qint64 m_start = 0;
    bool m_whole = false, m_inside = false, m_isOne = false;
    QByteArray m_record;
    std::vector<qint64> m_damage;
};

/// Bytes of such a file with @p records, for tests and fuzzers.
QByteArray wandbLog(const std::vector<QByteArray> &records);

} // namespace assay::tracking
