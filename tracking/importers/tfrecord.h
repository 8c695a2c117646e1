// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace assay::tracking {

/// What lies at a place of a file of TFRecords. Short: the file ends within the record, as one that is still written
/// does. BadLength: nothing after it can be found. BadData: only this record is lost.
enum class TfRecordState { Whole, End, Short, BadLength, BadData };

struct TfRecord
{
    TfRecordState state = TfRecordState::End;
    qint64 offset = 0; ///< [bytes] where it begins
    QByteArray data = {};
};

/// Reads one record after another. A record is given only when both its checksums (CRC-32C, masked) are right, and
/// nothing is allocated for a length that the device does not hold.
class TfRecordReader
{
public:
    /// @p device must be open and seekable, and live longer.
    explicit TfRecordReader(QIODevice &device, qint64 offset = 0);

    /// After End, Short and BadLength it stays where it is: the next call looks there again.
    TfRecord next();
    /// Where the next record begins.
    qint64 offset() const { return m_offset; }

private:
    TfRecord stop(TfRecordState state) const { return {.state = state, .offset = m_offset}; }

    QIODevice &m_device;
    qint64 m_offset = 0;
};

/// As it stands in the files.
quint32 maskedCrc32c(QByteArrayView bytes);
/// A record around @p data, for what writes event files.
QByteArray tfRecord(QByteArrayView data);

} // namespace assay::tracking
