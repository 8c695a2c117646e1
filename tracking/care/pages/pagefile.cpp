// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/pagefile.h"

#include "tracking/care/pages/btreepage.h"

#include <limits>

namespace assay::tracking {

PageFile::PageFile(const QString &path)
    : m_file(path)
{
    m_file.open(QIODevice::ReadOnly);
}

quint32 PageFile::pages() const
{
    const qint64 pages = (bytes() + m_pageSize - 1) / m_pageSize;
    return static_cast<quint32>(std::min<qint64>(pages, std::numeric_limits<qint32>::max()));
}

QByteArrayView PageFile::page(quint32 number)
{
    m_page.resize(m_pageSize);
    const qint64 start = (static_cast<qint64>(number) - 1) * m_pageSize - m_missing;
    const qint64 before = std::clamp<qint64>(-start, 0, m_pageSize);
    qint64 read = 0;
    if (number > 0 && m_file.seek(start + before))
        read = std::max<qint64>(0, m_file.read(m_page.data() + before, m_pageSize - before));
    std::fill(m_page.begin(), m_page.begin() + before, '\0');
    std::fill(m_page.begin() + before + read, m_page.end(), '\0');
    return m_page;
}

quint32 findPages(PageFile &file)
{
    constexpr qint64 within = 8 << 20;
    qint64 best = 4096, missing = 0;
    quint32 most = 0;
    for (const bool cut : {false, true}) {
        for (const qint64 size : {4096, 512, 1024, 2048, 8192, 16384, 32768, 65536}) {
            file.setMissing(0);
            file.setPageSize(size);
            if (cut && file.bytes() % size == 0)
                continue;
            file.setMissing(cut ? size - file.bytes() % size : 0);
            quint32 found = 0;
            const auto end = static_cast<quint32>(std::min<qint64>(file.pages(), within / size));
            for (quint32 number = 2; number <= end; ++number)
                found += BtreePage::parse(file.page(number)) ? 1 : 0;
            if (found > most) {
                most = found;
                best = size;
                missing = file.missing();
            }
        }
    }
    file.setPageSize(best);
    file.setMissing(missing);
    return most;
}

} // namespace assay::tracking
