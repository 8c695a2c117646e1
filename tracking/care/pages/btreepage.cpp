// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/btreepage.h"

#include <QtEndian>
#include <algorithm>

namespace assay::tracking {

namespace {

/// SQLite's number of one to nine bytes, taken off the front of @p bytes.
std::optional<quint64> takeNumber(QByteArrayView &bytes)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 9); ++i) {
        const auto byte = static_cast<quint8>(bytes[i]);
        number = i == 8 ? (number << 8) | byte : (number << 7) | (byte & 0x7f);
        if (i == 8 || byte < 0x80) {
            bytes = bytes.sliced(i + 1);
            return number;
        }
    }
    return {};
}

quint64 bytesOf(quint64 type)
{
    constexpr quint64 fixed[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < std::size(fixed) ? fixed[type] : (type - 12) / 2;
}

/// How many bytes of a record of @p length lie on a page of @p page bytes itself.
quint64 bytesOnPage(quint64 length, quint64 page, bool tableLeaf)
{
    const quint64 most = tableLeaf ? page - 35 : (page - 12) * 64 / 255 - 23;
    if (length <= most)
        return length;
    const quint64 least = (page - 12) * 32 / 255 - 23;
    const quint64 fitting = least + (length - least) % (page - 4);
    return fitting <= most ? fitting : least;
}

} // namespace

std::optional<PageRecord> PageRecord::parse(QByteArrayView payload, quint64 length)
{
    QByteArrayView rest = payload;
    const auto header = takeNumber(rest);
    const auto headerLeft = static_cast<quint64>(payload.size() - rest.size());
    if (!header || *header < headerLeft || *header > static_cast<quint64>(payload.size()))
        return {};
    PageRecord record;
    record.m_body = payload.sliced(static_cast<qsizetype>(*header));
    QByteArrayView types = rest.first(static_cast<qsizetype>(*header - headerLeft));
    quint64 end = *header;
    while (!types.isEmpty()) {
        const auto type = takeNumber(types);
        if (!type || *type == 10 || *type == 11 || bytesOf(*type) > length - end)
            return {};
        end += bytesOf(*type);
        record.m_types.push_back(*type);
    }
    if (end != length || record.m_types.empty())
        return {};
    return record;
}

PageRecord::Class PageRecord::type(std::size_t column) const
{
    const quint64 type = m_types[column];
    if (type == 0)
        return Null;
    if (type == 7)
        return Real;
    if (type < 12)
        return Integer;
    return type % 2 == 0 ? Blob : Text;
}

QByteArrayView PageRecord::value(std::size_t column) const
{
    quint64 at = 0;
    for (std::size_t i = 0; i < column; ++i)
        at += bytesOf(m_types[i]);
    const quint64 length = bytesOf(m_types[column]), there = static_cast<quint64>(m_body.size());
    if (at > there || length > there - at)
        return {};
    return m_body.sliced(static_cast<qsizetype>(at), static_cast<qsizetype>(length));
}

QString PageRecord::text(std::size_t column) const
{
    return type(column) == Text ? QString::fromUtf8(value(column)) : QString();
}

qint64 PageRecord::integer(std::size_t column) const
{
    if (type(column) != Integer)
        return 0;
    if (m_types[column] >= 8)
        return static_cast<qint64>(m_types[column]) - 8;
    const QByteArrayView bytes = value(column);
    quint64 number = !bytes.isEmpty() && bytes.front() < 0 ? ~quint64(0) : 0;
    for (const char byte : bytes)
        number = (number << 8) | static_cast<quint8>(byte);
    return static_cast<qint64>(number);
}

std::optional<BtreePage> BtreePage::parse(QByteArrayView bytes)
{
    if (bytes.size() < 512)
        return {};
    BtreePage page;
    page.m_bytes = bytes;
    page.m_kind = static_cast<Kind>(bytes.front());
    if (page.m_kind != IndexInterior && page.m_kind != TableInterior && !page.isLeaf())
        return {};
    const qsizetype header = page.isLeaf() ? 8 : 12;
    const qsizetype count = qFromBigEndian<quint16>(bytes.data() + 3);
    if (header + 2 * count > bytes.size())
        return {};
    for (qsizetype i = 0; i < count; ++i) {
        const auto at = qFromBigEndian<quint16>(bytes.data() + header + 2 * i);
        if (at < header + 2 * count || at > bytes.size() - 4)
            return {};
        page.m_cells.push_back(at);
    }
    return page;
}

std::vector<quint32> BtreePage::children() const
{
    std::vector<quint32> pages;
    if (isLeaf())
        return pages;
    for (const quint16 at : m_cells)
        pages.push_back(qFromBigEndian<quint32>(m_bytes.data() + at));
    pages.push_back(qFromBigEndian<quint32>(m_bytes.data() + 8));
    return pages;
}

std::optional<PageRecord> BtreePage::record(std::size_t cell) const
{
    if (m_kind == TableInterior)
        return {};
    QByteArrayView rest = m_bytes.sliced(m_cells[cell] + (isLeaf() ? 0 : 4));
    const auto length = takeNumber(rest);
    if (!length || (m_kind == TableLeaf && !takeNumber(rest)))
        return {};
    const quint64 here = bytesOnPage(*length, static_cast<quint64>(m_bytes.size()), m_kind == TableLeaf);
    if (*length > quint64(1) << 31 || here > static_cast<quint64>(rest.size()))
        return {};
    return PageRecord::parse(rest.first(static_cast<qsizetype>(here)), *length);
}

} // namespace assay::tracking
