// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/pagefile.h"

#include <QtEndian>
#include <bit>
#include <map>

namespace assay::tracking {

namespace {

constexpr qint64 headerBytes = 32, frameHeaderBytes = 24;

quint32 big(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// The running sum over everything in the log, of words in the byte order its header says.
struct Sum
{
    bool bigEndian = false;
    quint32 first = 0, second = 0;

    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at) + second;
            second += word(bytes.data() + at + 4) + first;
        }
    }
    quint32 word(const char *at) const
    {
        return bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }
    bool isAt(QByteArrayView bytes, qsizetype at) const
    {
        return first == big(bytes, at) && second == big(bytes, at + 4);
    }
};

/// Where the newest state of each page that finished transactions wrote lies in the log.
struct Finished
{
    std::map<quint32, qint64> pages = {};
    quint32 size = 0; ///< [pages] of the file after the last one
};

Finished readFrames(QFile &log, QByteArrayView header, Sum sum, qint64 pageSize, const Context &context)
{
    Finished finished;
    std::map<quint32, qint64> open;
    while (!context.cancelled()) {
        const qint64 at = log.pos();
        const QByteArray frame = log.read(frameHeaderBytes + pageSize);
        if (frame.size() < frameHeaderBytes + pageSize || frame.mid(8, 8) != header.sliced(16, 8))
            break;
        sum.add(QByteArrayView(frame).first(8));
        sum.add(QByteArrayView(frame).sliced(frameHeaderBytes));
        if (!sum.isAt(frame, 16) || big(frame, 0) == 0)
            break;
        open[big(frame, 0)] = at + frameHeaderBytes;
        if (const quint32 size = big(frame, 4); size > 0) {
            for (const auto &[page, place] : open)
                finished.pages[page] = place;
            open.clear();
            finished.size = size;
        }
    }
    return finished;
}

} // namespace

Result<void> applyLog(const QString &log, const QString &path, const Context &context)
{
    QFile from(log), to(path);
    const bool isOpen = from.open(QIODevice::ReadOnly);
    const QByteArray header = isOpen ? from.read(headerBytes) : QByteArray();
    if (header.size() < headerBytes || (big(header, 0) & ~1U) != 0x377f0682U)
        return {};
    Sum sum{.bigEndian = (big(header, 0) & 1U) != 0};
    sum.add(QByteArrayView(header).first(24));
    const qint64 pageSize = big(header, 8);
    if (!sum.isAt(header, 24) || pageSize < 512 || pageSize > 65536 || !std::has_single_bit(quint64(pageSize)))
        return {};
    const Finished finished = readFrames(from, header, sum, pageSize, context);
    if (context.cancelled())
        return cancelled();
    if (finished.size == 0)
        return {};
    bool written = to.open(QIODevice::ReadWrite);
    // A file grows by what the log holds; what says otherwise is made up.
    const qint64 most = (to.size() + from.size()) / pageSize + 1;
    if (finished.size > most || finished.pages.rbegin()->first > most)
        return {};
    for (const auto &[page, place] : finished.pages)
        written =
            written && from.seek(place) && to.seek((page - 1) * pageSize) && to.write(from.read(pageSize)) == pageSize;
    if (!written || !to.resize(finished.size * pageSize))
        return failure(ErrorKind::Refused, "store_full",
                       "The copy {} could not be written ({}); free some space on its disk and try again.",
                       {path.toStdString(), to.errorString().toStdString()});
    return {};
}

} // namespace assay::tracking
