// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/columncodec.h"

#include <bit>

namespace assay::tracking {

namespace {

std::uint64_t zigzag(std::uint64_t difference)
{
    return (difference << 1) ^ (0 - (difference >> 63));
}

std::uint64_t unzigzag(std::uint64_t coded)
{
    return (coded >> 1) ^ (0 - (coded & 1));
}

std::size_t varintBytes(std::uint64_t value)
{
    return (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7;
}

/// Hands the coded numbers of the differences, or of their differences, to @p take.
template<class Take>
void eachDifference(std::span<const MetricPoint> points, PointField field, bool second, Take take)
{
    std::uint64_t before = 0, step = 0;
    for (const MetricPoint &point : points) {
        const auto now = static_cast<std::uint64_t>(point.*field);
        const std::uint64_t difference = now - before;
        take(zigzag(difference - step));
        step = second ? difference : 0;
        before = now;
    }
}

std::uint64_t stride(std::span<const MetricPoint> points, PointField field)
{
    return points.size() < 2
               ? 0
               : static_cast<std::uint64_t>(points[1].*field) - static_cast<std::uint64_t>(points[0].*field);
}

bool isEven(std::span<const MetricPoint> points, PointField field)
{
    const std::uint64_t step = stride(points, field);
    for (std::size_t i = 1; i < points.size(); ++i)
        if (static_cast<std::uint64_t>(points[i].*field) - static_cast<std::uint64_t>(points[i - 1].*field) != step)
            return false;
    return true;
}

} // namespace

char *writeVarint(char *out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        *out++ = static_cast<char>(value | 0x80);
    *out++ = static_cast<char>(value);
    return out;
}

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

ColumnMode smallestMode(std::span<const MetricPoint> points, PointField field)
{
    if (isEven(points, field))
        return ColumnMode::Even;
    std::size_t first = 0, second = 0;
    eachDifference(points, field, false, [&](std::uint64_t coded) { first += varintBytes(coded); });
    eachDifference(points, field, true, [&](std::uint64_t coded) { second += varintBytes(coded); });
    return second < first ? ColumnMode::SecondDifferences : ColumnMode::Differences;
}

char *writeColumn(char *out, std::span<const MetricPoint> points, PointField field, ColumnMode mode)
{
    if (mode == ColumnMode::Even) {
        if (points.empty())
            return out;
        out = writeVarint(out, zigzag(static_cast<std::uint64_t>(points.front().*field)));
        return writeVarint(out, zigzag(stride(points, field)));
    }
    eachDifference(points, field, mode == ColumnMode::SecondDifferences,
                   [&](std::uint64_t coded) { out = writeVarint(out, coded); });
    return out;
}

const char *readColumn(const char *in, const char *end, std::span<MetricPoint> points, PointField field,
                       ColumnMode mode)
{
    std::uint64_t now = 0, step = 0, coded = 0;
    if (mode == ColumnMode::Even) {
        if (points.empty())
            return in;
        in = readVarint(in, end, now);
        in = in ? readVarint(in, end, step) : nullptr;
        now = unzigzag(now);
        step = unzigzag(step);
        for (MetricPoint &point : points) {
            point.*field = static_cast<qint64>(now);
            now += step;
        }
        return in;
    }
    const bool second = mode == ColumnMode::SecondDifferences;
    for (MetricPoint &point : points) {
        in = readVarint(in, end, coded);
        if (!in)
            return nullptr;
        step = (second ? step : 0) + unzigzag(coded);
        now += step;
        point.*field = static_cast<qint64>(now);
    }
    return in;
}

} // namespace assay::tracking
