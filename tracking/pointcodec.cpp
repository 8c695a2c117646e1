// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/pointcodec.h"

#include <QtEndian>
#include <bit>
#include <cstdint>

namespace assay::tracking {

namespace {

constexpr char formatVersion = 2;
constexpr char formatWithMilliseconds = 1; ///< the first version of stores; the rest is the same
constexpr std::size_t longestVarint = 10;

char *writeVarint(char *out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        *out++ = static_cast<char>(value | 0x80);
    *out++ = static_cast<char>(value);
    return out;
}

/// Null when the bytes end within it or it is too long.
const char *readVarint(const char *in, const char *end, std::uint64_t &value)
{
    value = 0;
    for (unsigned shift = 0; in != end && shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(*in++);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return in;
    }
    return nullptr;
}

// Differences wrap around, so that any two 64-bit numbers have one.
std::uint64_t zigzag(std::uint64_t difference)
{
    return (difference << 1) ^ (0 - (difference >> 63));
}

std::uint64_t unzigzag(std::uint64_t coded)
{
    return (coded >> 1) ^ (0 - (coded & 1));
}

char *writeDifferences(char *out, std::span<const MetricPoint> points, qint64 MetricPoint::*field)
{
    std::uint64_t before = 0;
    for (const MetricPoint &point : points) {
        const auto now = static_cast<std::uint64_t>(point.*field);
        out = writeVarint(out, zigzag(now - before));
        before = now;
    }
    return out;
}

const char *readDifferences(const char *in, const char *end, std::span<MetricPoint> points, qint64 MetricPoint::*field)
{
    std::uint64_t now = 0;
    for (MetricPoint &point : points) {
        std::uint64_t coded = 0;
        in = readVarint(in, end, coded);
        if (!in)
            return nullptr;
        now += unzigzag(coded);
        point.*field = static_cast<qint64>(now);
    }
    return in;
}

const char *readCount(const QByteArray &chunk, std::uint64_t &count)
{
    if (chunk.isEmpty() || (chunk.front() != formatVersion && chunk.front() != formatWithMilliseconds))
        return nullptr;
    const char *in = readVarint(chunk.constData() + 1, chunk.constData() + chunk.size(), count);
    // The values alone take eight bytes each.
    return in && count <= static_cast<std::uint64_t>(chunk.size()) / sizeof(double) ? in : nullptr;
}

} // namespace

QByteArray packPoints(std::span<const MetricPoint> points)
{
    const std::size_t most = 1 + longestVarint + points.size() * (2 * longestVarint + sizeof(double));
    QByteArray chunk(static_cast<qsizetype>(most), Qt::Uninitialized);
    char *out = chunk.data();
    *out++ = formatVersion;
    out = writeVarint(out, points.size());
    out = writeDifferences(out, points, &MetricPoint::step);
    out = writeDifferences(out, points, &MetricPoint::time);
    for (const MetricPoint &point : points) {
        qToLittleEndian(std::bit_cast<quint64>(point.value), out);
        out += sizeof(double);
    }
    chunk.truncate(out - chunk.constData());
    return chunk;
}

bool unpackPoints(const QByteArray &chunk, std::vector<MetricPoint> &points)
{
    std::uint64_t count = 0;
    const char *in = readCount(chunk, count);
    if (!in)
        return false;
    const char *end = chunk.constData() + chunk.size();
    const std::size_t before = points.size();
    points.resize(before + count);
    const std::span added(points.data() + before, count);
    in = readDifferences(in, end, added, &MetricPoint::step);
    in = in ? readDifferences(in, end, added, &MetricPoint::time) : nullptr;
    if (!in || static_cast<std::uint64_t>(end - in) != count * sizeof(double)) {
        points.resize(before);
        return false;
    }
    const qint64 unit = chunk.front() == formatWithMilliseconds ? 1000 : 1;
    for (MetricPoint &point : added) {
        point.time *= unit;
        point.value = std::bit_cast<double>(qFromLittleEndian<quint64>(in));
        in += sizeof(double);
    }
    return true;
}

qint64 packedCount(const QByteArray &chunk)
{
    std::uint64_t count = 0;
    return readCount(chunk, count) ? static_cast<qint64>(count) : 0;
}

} // namespace assay::tracking
