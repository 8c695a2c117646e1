// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/pointcodec.h"

#include "tracking/columncodec.h"

#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cstdint>

namespace assay::tracking {

namespace {

constexpr char formatVersion = 3;
constexpr char formatOfDifferences = 2;    ///< no byte that says how: differences, and values of eight bytes
constexpr char formatWithMilliseconds = 1; ///< the first version of stores; the rest is the same
constexpr unsigned timeShift = 2, narrowBit = 1 << 4;

/// How the columns of a chunk are written, as one byte.
struct Layout
{
    ColumnMode steps = ColumnMode::Differences;
    ColumnMode times = ColumnMode::Differences;
    bool narrow = false; ///< values of four bytes
};

char byteOf(Layout layout)
{
    return static_cast<char>(static_cast<unsigned>(layout.steps) | static_cast<unsigned>(layout.times) << timeShift |
                             (layout.narrow ? narrowBit : 0));
}

bool layoutOf(char byte, Layout &layout)
{
    const auto bits = static_cast<unsigned char>(byte);
    const unsigned steps = bits & 3, times = (bits >> timeShift) & 3;
    layout = {.steps = static_cast<ColumnMode>(steps),
              .times = static_cast<ColumnMode>(times),
              .narrow = (bits & narrowBit) != 0};
    return steps <= 2 && times <= 2 && bits < narrowBit * 2;
}

/// Whether every bit of the value comes back from a number of half its size.
bool isNarrow(const MetricPoint &point)
{
    const double back = static_cast<float>(point.value);
    return std::bit_cast<quint64>(back) == std::bit_cast<quint64>(point.value);
}

std::size_t valueBytes(const Layout &layout)
{
    return layout.narrow ? sizeof(float) : sizeof(double);
}

char *writeValues(char *out, std::span<const MetricPoint> points, bool narrow)
{
    for (const MetricPoint &point : points) {
        if (narrow)
            qToLittleEndian(std::bit_cast<quint32>(static_cast<float>(point.value)), out);
        else
            qToLittleEndian(std::bit_cast<quint64>(point.value), out);
        out += narrow ? sizeof(float) : sizeof(double);
    }
    return out;
}

void readValues(const char *in, std::span<MetricPoint> points, bool narrow)
{
    for (MetricPoint &point : points) {
        point.value = narrow ? static_cast<double>(std::bit_cast<float>(qFromLittleEndian<quint32>(in)))
                             : std::bit_cast<double>(qFromLittleEndian<quint64>(in));
        in += narrow ? sizeof(float) : sizeof(double);
    }
}

/// What stands before the columns; null when it is none.
const char *readHead(const QByteArray &chunk, std::uint64_t &count, Layout &layout)
{
    layout = {};
    if (chunk.isEmpty() || chunk.front() < formatWithMilliseconds || chunk.front() > formatVersion)
        return nullptr;
    const char *end = chunk.constData() + chunk.size();
    const char *in = readVarint(chunk.constData() + 1, end, count);
    if (in && chunk.front() == formatVersion)
        in = in != end && layoutOf(*in, layout) ? in + 1 : nullptr;
    // The values alone take as many bytes.
    return in && count <= static_cast<std::uint64_t>(chunk.size()) / valueBytes(layout) ? in : nullptr;
}

} // namespace

QByteArray packPoints(std::span<const MetricPoint> points)
{
    const Layout layout{.steps = smallestMode(points, &MetricPoint::step),
                        .times = smallestMode(points, &MetricPoint::time),
                        .narrow = std::ranges::all_of(points, isNarrow)};
    const std::size_t most = 2 + longestVarint + (points.size() + 2) * (2 * longestVarint + sizeof(double));
    QByteArray chunk(static_cast<qsizetype>(most), Qt::Uninitialized);
    char *out = chunk.data();
    *out++ = formatVersion;
    out = writeVarint(out, points.size());
    *out++ = byteOf(layout);
    out = writeColumn(out, points, &MetricPoint::step, layout.steps);
    out = writeColumn(out, points, &MetricPoint::time, layout.times);
    out = writeValues(out, points, layout.narrow);
    chunk.truncate(out - chunk.constData());
    return chunk;
}

bool unpackPoints(const QByteArray &chunk, std::vector<MetricPoint> &points)
{
    std::uint64_t count = 0;
    Layout layout;
    const char *in = readHead(chunk, count, layout);
    if (!in)
        return false;
    const char *end = chunk.constData() + chunk.size();
    const std::size_t before = points.size();
    points.resize(before + count);
    const std::span added(points.data() + before, count);
    in = readColumn(in, end, added, &MetricPoint::step, layout.steps);
    in = in ? readColumn(in, end, added, &MetricPoint::time, layout.times) : nullptr;
    if (!in || static_cast<std::uint64_t>(end - in) != count * valueBytes(layout)) {
        points.resize(before);
        return false;
    }
    readValues(in, added, layout.narrow);
    if (chunk.front() == formatWithMilliseconds)
        for (MetricPoint &point : added)
            point.time = static_cast<qint64>(static_cast<quint64>(point.time) * 1000);
    return true;
}

qint64 packedCount(const QByteArray &chunk)
{
    std::uint64_t count = 0;
    Layout layout;
    return readHead(chunk, count, layout) ? static_cast<qint64>(count) : 0;
}

} // namespace assay::tracking
