// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tfrecord.h"

#include <QtEndian>
#include <boost/crc.hpp>

namespace assay::tracking {

namespace {

constexpr qint64 lengthBytes = 8;
constexpr qint64 checksumBytes = 4;
constexpr qint64 headerBytes = lengthBytes + checksumBytes;
/// No writer makes messages of 2 GiB: protobuf itself forbids them.
constexpr quint64 longestRecord = (quint64(1) << 31) - 1;
/// From here on the device is asked for its size before memory is.
constexpr qint64 small = 1 << 16;

} // namespace

quint32 maskedCrc32c(QByteArrayView bytes)
{
    boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> sum;
    sum.process_bytes(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const quint32 crc = sum.checksum();
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8U;
}

QByteArray tfRecord(QByteArrayView data)
{
    QByteArray bytes(headerBytes, '\0');
    qToLittleEndian(static_cast<quint64>(data.size()), bytes.data());
    qToLittleEndian(maskedCrc32c({bytes.constData(), lengthBytes}), bytes.data() + lengthBytes);
    bytes.append(data.data(), data.size());
    char checksum[checksumBytes];
    qToLittleEndian(maskedCrc32c(data), checksum);
    return bytes.append(checksum, checksumBytes);
}

TfRecordReader::TfRecordReader(QIODevice &device, qint64 offset)
    : m_device(device)
    , m_offset(offset)
{
}

TfRecord TfRecordReader::next()
{
    if (m_device.pos() != m_offset && !m_device.seek(m_offset))
        return stop(TfRecordState::End);
    char header[headerBytes];
    const qint64 read = m_device.read(header, headerBytes);
    if (read < headerBytes)
        return stop(read > 0 ? TfRecordState::Short : TfRecordState::End);
    const quint64 length = qFromLittleEndian<quint64>(header);
    if (qFromLittleEndian<quint32>(header + lengthBytes) != maskedCrc32c({header, lengthBytes}) ||
        length > longestRecord)
        return stop(TfRecordState::BadLength);
    const qint64 wanted = static_cast<qint64>(length) + checksumBytes;
    if (wanted > small && m_device.size() - m_offset - headerBytes < wanted)
        return stop(TfRecordState::Short);
    TfRecord record{.state = TfRecordState::Whole, .offset = m_offset, .data = m_device.read(wanted)};
    if (record.data.size() < wanted)
        return stop(TfRecordState::Short);
    const quint32 checksum = qFromLittleEndian<quint32>(record.data.constData() + length);
    record.data.chop(checksumBytes);
    if (checksum != maskedCrc32c(record.data))
        record.state = TfRecordState::BadData;
    m_offset += headerBytes + wanted;
    return record;
}

} // namespace assay::tracking
