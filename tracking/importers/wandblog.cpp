// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/wandblog.h"

#include <QtEndian>
#include <boost/crc.hpp>

namespace assay::tracking {

namespace {

constexpr qsizetype blockBytes = 32768;
constexpr qsizetype headerBytes = 7;
const QByteArray fileHeader = QByteArrayLiteral(":W&B\xe1\xbe\x00");

/// Over the type and the data.
quint32 checksum(QByteArrayView typeAndData)
{
    boost::crc_32_type sum;
    sum.process_bytes(typeAndData.data(), static_cast<std::size_t>(typeAndData.size()));
    return sum.checksum();
}

qsizetype leftInBlock(qint64 at)
{
    return static_cast<qsizetype>(blockBytes - at % blockBytes);
}

} // namespace

WandbLog::WandbLog(QByteArrayView bytes)
    : m_bytes(bytes)
{
    begin();
}

WandbLog::WandbLog(QIODevice &file)
    : m_bytes(file)
{
    begin();
}

void WandbLog::begin()
{
    m_isOne = isOne(m_bytes.ahead(fileHeader.size()));
    if (m_isOne)
        m_bytes.skip(fileHeader.size());
}

bool WandbLog::isOne(QByteArrayView bytes)
{
    return bytes.startsWith(fileHeader);
}

void WandbLog::skipBlock()
{
    const qsizetype left = leftInBlock(m_bytes.offset());
    m_bytes.skip(m_bytes.ahead(left).size());
}

bool WandbLog::next()
{
    m_whole = false;
    m_inside = false;
    while (m_isOne && !m_whole && takePiece()) {
    }
    return m_whole;
}

/// Takes one piece of a record; false at the end of the bytes.
bool WandbLog::takePiece()
{
    if (leftInBlock(m_bytes.offset()) < headerBytes)
        skipBlock();
    const qsizetype room = leftInBlock(m_bytes.offset());
    const QByteArrayView block = m_bytes.ahead(room); // no piece is longer than what is left of its block
    if (block.size() < headerBytes)
        return false;
    const auto sum = qFromLittleEndian<quint32>(block.data());
    const qsizetype length = qFromLittleEndian<quint16>(block.data() + 4);
    const auto type = static_cast<Piece>(block[6]);
    // Zeros fill what was set aside for records to come.
    if (sum == 0 && length == 0 && block[6] == 0) {
        skipBlock();
        return true;
    }
    const bool fits = headerBytes + length <= room;
    if (fits && block.size() < headerBytes + length)
        return false;
    const bool known = type >= Piece::Full && type <= Piece::Last;
    if (!fits || !known || checksum(block.sliced(headerBytes - 1, length + 1)) != sum) {
        m_damage.push_back(m_bytes.offset());
        m_inside = false;
        skipBlock();
        return true;
    }
    if (type == Piece::Full || type == Piece::First) {
        m_record.clear();
        m_start = m_bytes.offset();
        m_inside = true;
    }
    if (m_inside) // else the rest of a record whose beginning was damaged
        m_record.append(block.data() + headerBytes, length);
    m_bytes.skip(headerBytes + length);
    if (!m_inside)
        return true;
    m_whole = type == Piece::Full || type == Piece::Last;
    m_inside = !m_whole;
    return true;
}

QByteArray wandbLog(const std::vector<QByteArray> &records)
{
    QByteArray bytes = fileHeader;
    for (const QByteArray &record : records) {
        qsizetype at = 0;
        do {
            if (leftInBlock(bytes.size()) < headerBytes)
                bytes.append(leftInBlock(bytes.size()), '\0');
            const qsizetype length = std::min(record.size() - at, leftInBlock(bytes.size()) - headerBytes);
            const bool last = at + length == record.size();
            const int type = at == 0 ? (last ? 1 : 2) : last ? 4 : 3;
            QByteArray piece(headerBytes, static_cast<char>(type));
            piece.append(record.constData() + at, length);
            qToLittleEndian(static_cast<quint16>(length), piece.data() + 4);
            qToLittleEndian(checksum(QByteArrayView(piece).sliced(headerBytes - 1)), piece.data());
            bytes += piece;
            at += length;
        } while (at < record.size());
    }
    return bytes;
}

} // namespace assay::tracking
