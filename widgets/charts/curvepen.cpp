// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepen.h"

#include "widgets/charts/transpose.h"

#include <algorithm>
#include <numeric>
#include <utility>

/// How strokes are traced; how they become pixels is in curvepenpixels.cpp.
namespace assay::ui {

CurvePen::CurvePen(const CurveFrame &frame, const quint32 *image, qsizetype stride, int from, int to, int margin)
    : m_frame(frame)
    , m_height(frame.height())
    , m_parts(frame.parts())
    , m_from(from)
    , m_to(to)
    , m_pixels(static_cast<std::size_t>(to - from) * static_cast<std::size_t>(m_height))
    , m_cover(static_cast<std::size_t>(m_height) + 1, 0)
{
    const int left = std::max(0, from - margin), right = std::min(frame.width(), to + margin);
    m_first = left * m_parts;
    m_count = (right - left) * m_parts;
    m_spans.resize(static_cast<std::size_t>(m_count));
    m_wide.resize(static_cast<std::size_t>(m_count));
    transposePixels(image + from, stride, m_pixels.data(), m_height, to - from, m_height);
}

void CurvePen::give(quint32 *image, qsizetype stride) const
{
    transposePixels(m_pixels.data(), m_height, image + m_from, stride, m_height, m_to - m_from);
}

void CurvePen::wash(const PixelInk &ink, unsigned share)
{
    ink.lay(m_pixels.data(), static_cast<int>(m_pixels.size()), share);
}

void CurvePen::dots(const CurveDots &dots, const PixelInk &ink)
{
    for (int column = m_from; column < m_to; ++column)
        dots.forEachRun(column, [&](int row, int length) { ink.lay(pixels(column) + row, length, ink.alpha()); });
}

void CurvePen::restart()
{
    m_low = m_count;
    m_high = -1;
    m_direction = 0;
}

std::vector<CurveColumn> CurvePen::columns(const CurvePyramid &curve) const
{
    return curveColumns(
        curve, m_frame.borders().subspan(static_cast<std::size_t>(m_first), static_cast<std::size_t>(m_count) + 1));
}

void CurvePen::widen(int part, double top, double bottom)
{
    Span &span = m_spans[static_cast<std::size_t>(part)];
    span.top = std::min(span.top, static_cast<float>(top));
    span.bottom = std::max(span.bottom, static_cast<float>(bottom));
    m_low = std::min(m_low, part);
    m_high = std::max(m_high, part);
}

/// From the last place to this one, through all the parts of pixels between.
void CurvePen::lineTo(double place, double row)
{
    const double fromPlace = m_place, fromRow = m_row;
    m_place = place;
    m_row = row;
    const double left = std::min(fromPlace, place), right = std::max(fromPlace, place);
    if (right < 0 || left >= m_count)
        return;
    const int first = left <= 0 ? 0 : static_cast<int>(left);
    const int last = right >= m_count ? m_count - 1 : static_cast<int>(right);
    if (first == last && left >= 0 && right < m_count)
        return widen(first, std::min(fromRow, row), std::max(fromRow, row));
    const double slope = (row - fromRow) / (place - fromPlace);
    for (int part = first; part <= last; ++part) {
        const double a = fromRow + slope * (std::max<double>(part, left) - fromPlace);
        const double b = fromRow + slope * (std::min<double>(part + 1, right) - fromPlace);
        widen(part, std::min(a, b), std::max(a, b));
    }
}

/// A point that nothing joins: twice as wide and high as its stroke, and whole though it lie in a gap between dashes.
void CurvePen::dot(int part, double row)
{
    const double half = std::max(1.2, m_style.width);
    // The pen adds half of its width on each side.
    const int reach = std::max(1, static_cast<int>(std::lround((half - m_style.width / 2) * m_parts)));
    for (int near = std::max(0, part - reach); near <= std::min(m_count - 1, part + reach); ++near)
        widen(near, row - half, row + half);
    const double period = std::exchange(m_period, 0);
    flush();
    m_period = period;
}

void CurvePen::trace(const CurvePyramid &curve, const CurveCuts *cuts)
{
    if (cuts)
        return traceRising(curve, *cuts);
    if (CurveCuts::fits(curve, m_frame))
        return traceRising(curve, CurveCuts(curve, m_frame, m_first, m_count));
    const std::vector<CurveColumn> passed = columns(curve);
    const auto placeOf = [&](std::size_t point) { return m_frame.place(curve.x()[point]) - m_first; };
    const auto rowOf = [&](std::size_t point) { return m_frame.row(curve.y()[point]); };
    for (std::size_t i = 0; i < passed.size(); ++i) {
        const CurveColumn &at = passed[i];
        const double place = placeOf(at.first);
        if (!std::isfinite(place)) {
            // Zero has no place on a logarithmic axis: the line begins where the column ends.
            flush();
            m_direction = 0;
            m_place = placeOf(at.last);
            m_row = rowOf(at.last);
            continue;
        }
        const double row = rowOf(at.first);
        const int direction = i == 0 ? 0 : (at.column > passed[i - 1].column) - (at.column < passed[i - 1].column);
        const bool apart = at.apart || i == 0 || !std::isfinite(m_place);
        // A line that turns back is a stroke of its own: what lies between its ways is not filled.
        if (apart || (m_direction != 0 && direction != m_direction))
            flush();
        m_direction = direction;
        if (apart) {
            m_place = place;
            m_row = row;
        } else {
            lineTo(place, row);
        }
        if (at.first == at.last) {
            m_place = place;
            m_row = row;
        }
        if (at.column >= 0 && at.column < m_count) {
            widen(at.column, at.first == at.last ? row : m_frame.row(at.y.high),
                  at.first == at.last ? row : m_frame.row(at.y.low));
            if (apart && at.first == at.last && (i + 1 == passed.size() || passed[i + 1].apart))
                dot(at.column, row);
        }
        if (at.first != at.last) {
            m_place = placeOf(at.last);
            m_row = rowOf(at.last);
        }
    }
}

void CurvePen::stroke(const CurvePyramid &curve, const CurveStyle &style, const CurveCuts *cuts)
{
    restart();
    m_style = style;
    m_period = std::accumulate(style.dashes.begin(), style.dashes.end(), 0.0);
    trace(curve, cuts);
    flush();
}

void CurvePen::fill(const CurvePyramid &low, const CurvePyramid &high, const PixelInk &ink)
{
    restart();
    m_style = {.ink = ink, .width = 0};
    m_period = 0;
    m_collecting = true; // where the band has a gap nothing is drawn yet
    trace(low);
    const std::vector<Span> floor = m_spans;
    const int from = m_low, to = m_high;
    for (int part = m_low; part <= m_high; ++part)
        m_spans[static_cast<std::size_t>(part)] = {};
    restart();
    trace(high);
    m_collecting = false;
    m_low = std::min(from, m_low);
    m_high = std::max(to, m_high);
    for (int part = m_low; part <= m_high; ++part) {
        const Span &under = floor[static_cast<std::size_t>(part)];
        Span &over = m_spans[static_cast<std::size_t>(part)];
        if (under.empty() || over.empty())
            over = {};
        else
            over.bottom = std::max(over.bottom, under.bottom);
    }
    flush();
}

} // namespace assay::ui
