// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepaint.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

CurveFrame::Line CurveFrame::lineOf(const AxisScale &scale, double parts)
{
    const double slope = (scale.pixelMax - scale.pixelMin) / (scale.max - scale.min);
    return {
        .base = (scale.pixelMin - scale.min * slope) * parts, .slope = slope * parts, .logarithmic = scale.logarithmic};
}

CurveFrame::CurveFrame(AxisScale x, AxisScale y, int width, int height, int parts)
    : m_x(lineOf(x, parts))
    , m_y(lineOf(y, 1))
    , m_width(width)
    , m_height(height)
    , m_parts(parts)
{
    const int columns = width * parts;
    m_borders.reserve(static_cast<std::size_t>(columns) + 1);
    for (int i = 0; i <= columns; ++i)
        m_borders.push_back(x.valueAt(static_cast<double>(i) / parts));
}

CurveRaster::CurveRaster(const QImage &background)
    : m_width(background.width())
    , m_height(background.height())
    , m_pixels(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height))
    , m_cover(static_cast<std::size_t>(m_height) + 1, 0)
{
    const QImage source = background.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < m_height; ++y) {
        const auto *line = reinterpret_cast<const quint32 *>(source.constScanLine(y));
        for (int x = 0; x < m_width; ++x)
            m_pixels[static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height) + static_cast<std::size_t>(y)] =
                line[x];
    }
}

QImage CurveRaster::image() const
{
    QImage image(m_width, m_height, QImage::Format_RGB32);
    constexpr int tile = 16; // both sides of the transposition stay in the cache
    for (int top = 0; top < m_height; top += tile) {
        for (int left = 0; left < m_width; left += tile) {
            for (int y = top; y < std::min(m_height, top + tile); ++y) {
                auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
                for (int x = left; x < std::min(m_width, left + tile); ++x)
                    line[x] = m_pixels[static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height) +
                                       static_cast<std::size_t>(y)] |
                              0xff000000U;
            }
        }
    }
    return image;
}

CurveRaster::Ink CurveRaster::inkOf(const QColor &color)
{
    const QRgb rgb = color.rgb();
    return {.redBlue = rgb & 0xff00ffU, .green = rgb & 0x00ff00U, .alpha = static_cast<unsigned>(color.alphaF() * 256)};
}

namespace {

inline quint32 mixed(quint32 under, quint32 redBlue, quint32 green, unsigned share)
{
    const quint32 rest = 256 - share;
    return (((redBlue * share + (under & 0xff00ffU) * rest) >> 8) & 0xff00ffU) |
           (((green * share + (under & 0x00ff00U) * rest) >> 8) & 0x00ff00U);
}

} // namespace

void CurveRaster::wash(const QColor &color, double share)
{
    const Ink ink = inkOf(color);
    const auto part = static_cast<unsigned>(std::clamp(share, 0.0, 1.0) * 256);
    for (quint32 &pixel : m_pixels)
        pixel = mixed(pixel, ink.redBlue, ink.green, part);
}

void CurveRaster::restart(const CurveFrame &frame)
{
    m_parts = frame.parts();
    const auto all = static_cast<std::size_t>(m_width * m_parts);
    if (m_spans.size() != all) {
        m_spans.assign(all, {});
        m_wide.assign(all, {});
    }
    m_from = static_cast<int>(all);
    m_to = -1;
    m_direction = 0;
}

void CurveRaster::widen(int part, double top, double bottom)
{
    Span &span = m_spans[static_cast<std::size_t>(part)];
    span.top = std::min(span.top, static_cast<float>(top));
    span.bottom = std::max(span.bottom, static_cast<float>(bottom));
    m_from = std::min(m_from, part);
    m_to = std::max(m_to, part);
}

/// From the last place to this one, through all the parts of pixels between.
void CurveRaster::lineTo(double place, double row)
{
    const double fromPlace = m_place, fromRow = m_row;
    m_place = place;
    m_row = row;
    const int all = m_width * m_parts;
    const double left = std::min(fromPlace, place), right = std::max(fromPlace, place);
    if (right < 0 || left >= all)
        return;
    const int first = left <= 0 ? 0 : static_cast<int>(left);
    const int last = right >= all ? all - 1 : static_cast<int>(right);
    if (first == last && left >= 0 && right < all)
        return widen(first, std::min(fromRow, row), std::max(fromRow, row));
    const double slope = (row - fromRow) / (place - fromPlace);
    for (int part = first; part <= last; ++part) {
        const double a = fromRow + slope * (std::max<double>(part, left) - fromPlace);
        const double b = fromRow + slope * (std::min<double>(part + 1, right) - fromPlace);
        widen(part, std::min(a, b), std::max(a, b));
    }
}

/// A point that nothing joins: as wide as it is high.
void CurveRaster::dot(int column, double row)
{
    const int reach = std::max(1, static_cast<int>(std::lround(1.5 * m_parts)));
    for (int part = std::max(0, column - reach); part <= std::min(m_width * m_parts - 1, column + reach); ++part)
        widen(part, row - 1.2, row + 1.2);
}

void CurveRaster::trace(const CurvePyramid &curve, const CurveFrame &frame, const std::vector<CurveColumn> &columns)
{
    const int all = m_width * m_parts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const CurveColumn &at = columns[i];
        const double place = frame.place(curve.x()[at.first]);
        if (!std::isfinite(place)) {
            // Zero has no place on a logarithmic axis: the line begins where the column ends.
            flushStroke();
            m_direction = 0;
            m_place = frame.place(curve.x()[at.last]);
            m_row = frame.row(curve.y()[at.last]);
            continue;
        }
        const double row = frame.row(curve.y()[at.first]);
        const int direction = i == 0 ? 0 : (at.column > columns[i - 1].column) - (at.column < columns[i - 1].column);
        const bool apart = at.apart || i == 0 || !std::isfinite(m_place);
        // A line that turns back is a stroke of its own: what lies between its ways is not filled.
        if (apart || (m_direction != 0 && direction != m_direction))
            flushStroke();
        m_direction = direction;
        if (apart) {
            m_place = place;
            m_row = row;
        } else {
            lineTo(place, row);
        }
        if (at.column >= 0 && at.column < all) {
            widen(at.column, frame.row(at.y.high), frame.row(at.y.low));
            const bool alone = apart && at.first == at.last && (i + 1 == columns.size() || columns[i + 1].apart);
            if (alone)
                dot(at.column, row);
        }
        m_place = frame.place(curve.x()[at.last]);
        m_row = frame.row(curve.y()[at.last]);
    }
}

void CurveRaster::stroke(const CurvePyramid &curve, const CurveFrame &frame, const QColor &color, double width)
{
    restart(frame);
    m_ink = inkOf(color);
    m_penWidth = width;
    trace(curve, frame, curveColumns(curve, frame.borders()));
    flushStroke();
}

void CurveRaster::fill(const CurvePyramid &low, const CurvePyramid &high, const CurveFrame &frame, const QColor &color)
{
    restart(frame);
    m_collecting = true; // where the band has a gap nothing is drawn yet
    trace(low, frame, curveColumns(low, frame.borders()));
    const std::vector<Span> floor = m_spans;
    const int from = m_from, to = m_to;
    for (int part = m_from; part <= m_to; ++part)
        m_spans[static_cast<std::size_t>(part)] = {};
    restart(frame);
    trace(high, frame, curveColumns(high, frame.borders()));
    m_collecting = false;
    for (int part = std::min(from, m_from); part <= std::max(to, m_to); ++part) {
        const Span &under = floor[static_cast<std::size_t>(part)];
        Span &over = m_spans[static_cast<std::size_t>(part)];
        if (under.empty() || over.empty())
            over = {};
        else
            over.bottom = std::max(over.bottom, under.bottom);
    }
    m_from = std::min(from, m_from);
    m_to = std::max(to, m_to);
    m_ink = inkOf(color);
    m_penWidth = 0;
    flushStroke();
}

/// Gives the spans the width of the pen, then lays them on the picture.
void CurveRaster::flushStroke()
{
    if (m_to < m_from || m_collecting)
        return;
    const int all = m_width * m_parts;
    // Half the width is added above and below, less where the line is steep: there its width lies beside it.
    const int reach = m_penWidth <= 0 ? 0 : std::max(0, static_cast<int>(std::lround((m_penWidth * m_parts - 1) / 2)));
    for (int part = m_from; part <= m_to; ++part) {
        Span &span = m_spans[static_cast<std::size_t>(part)];
        if (span.empty() || m_penWidth <= 0)
            continue;
        const float slope = (span.bottom - span.top) * static_cast<float>(m_parts);
        const float pad = static_cast<float>(m_penWidth) / 2 * (std::sqrt(1 + slope * slope) - slope);
        // A column that is only a dot high still shows.
        const float least = std::max(pad, (1 - (span.bottom - span.top)) / 2);
        span.top -= least;
        span.bottom += least;
    }
    const int from = std::max(0, m_from - reach) / m_parts * m_parts;
    const int to = std::min(all - 1, (std::min(all - 1, m_to + reach) / m_parts + 1) * m_parts - 1);
    const std::span<const Span> source = m_spans;
    for (int part = from; part <= to; ++part) {
        Span wide;
        for (int near = std::max(m_from, part - reach); near <= std::min(m_to, part + reach); ++near) {
            wide.top = std::min(wide.top, source[static_cast<std::size_t>(near)].top);
            wide.bottom = std::max(wide.bottom, source[static_cast<std::size_t>(near)].bottom);
        }
        m_wide[static_cast<std::size_t>(part)] = wide;
    }
    for (int column = from / m_parts; column <= to / m_parts; ++column)
        blend(column, std::span<const Span>(m_wide).subspan(static_cast<std::size_t>(column * m_parts),
                                                            static_cast<std::size_t>(m_parts)));
    for (int part = m_from; part <= m_to; ++part)
        m_spans[static_cast<std::size_t>(part)] = {};
    m_from = all;
    m_to = -1;
}

void CurveRaster::blend(int column, std::span<const Span> parts)
{
    const auto edge = static_cast<float>(m_height);
    const auto full = static_cast<float>(256 / m_parts);
    int from = m_height, to = 0;
    for (const Span &part : parts) {
        const float top = std::max(part.top, 0.0F), bottom = std::min(part.bottom, edge);
        if (!(top < bottom))
            continue;
        const int first = static_cast<int>(top), last = std::min(m_height - 1, static_cast<int>(bottom));
        from = std::min(from, first);
        to = std::max(to, last + 1);
        quint16 *cover = m_cover.data();
        if (first == last) {
            cover[first] = static_cast<quint16>(cover[first] + static_cast<quint16>((bottom - top) * full));
            continue;
        }
        cover[first] =
            static_cast<quint16>(cover[first] + static_cast<quint16>((static_cast<float>(first + 1) - top) * full));
        const auto whole = static_cast<quint16>(full);
        for (int y = first + 1; y < last; ++y)
            cover[y] = static_cast<quint16>(cover[y] + whole);
        cover[last] = static_cast<quint16>(
            cover[last] + static_cast<quint16>(std::min(1.0F, bottom - static_cast<float>(last)) * full));
    }
    quint32 *pixels = m_pixels.data() + static_cast<std::size_t>(column) * static_cast<std::size_t>(m_height);
    const quint32 redBlue = m_ink.redBlue, green = m_ink.green, alpha = m_ink.alpha;
    for (int y = from; y < to; ++y) {
        pixels[y] = mixed(pixels[y], redBlue, green, (m_cover[static_cast<std::size_t>(y)] * alpha) >> 8);
        m_cover[static_cast<std::size_t>(y)] = 0;
    }
}

} // namespace assay::ui
