// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepen.h"

#include <algorithm>

/// How the spans of a stroke become pixels.
namespace assay::ui {

/// Gives the spans the width of the pen. Half of it is added above and below, less where the line is steep: there its
/// width lies beside it.
void CurvePen::thicken()
{
    const float half = static_cast<float>(m_style.width) / 2, parts = static_cast<float>(m_parts);
    for (int part = m_low; part <= m_high; ++part) {
        Span &span = m_spans[static_cast<std::size_t>(part)];
        const float height = span.bottom - span.top;
        const float slope = height * parts;
        const float pad = half * (std::sqrt(1 + slope * slope) - slope);
        // A column that is only a dot high still shows. What is empty stays so.
        const float least = span.empty() ? 0 : std::max(pad, (1 - height) / 2);
        span.top -= least;
        span.bottom += least;
    }
}

/// Lays the stroke on the picture.
void CurvePen::flush()
{
    if (m_high < m_low || m_collecting)
        return;
    const bool pen = m_style.width > 0;
    const int reach = pen ? std::max(0, static_cast<int>(std::lround((m_style.width * m_parts - 1) / 2))) : 0;
    if (pen)
        thicken();
    const int offset = m_first / m_parts;
    const int from = std::max(m_from - offset, (m_low - reach) / m_parts);
    const int to = std::min(m_to - 1 - offset, (m_high + reach) / m_parts);
    if (reach > 0) {
        for (int part = from * m_parts; part < (to + 1) * m_parts; ++part) {
            Span wide;
            for (int near = std::max(m_low, part - reach); near <= std::min(m_high, part + reach); ++near) {
                wide.top = std::min(wide.top, m_spans[static_cast<std::size_t>(near)].top);
                wide.bottom = std::max(wide.bottom, m_spans[static_cast<std::size_t>(near)].bottom);
            }
            m_wide[static_cast<std::size_t>(part)] = wide;
        }
    }
    const std::span<const Span> spans = reach > 0 ? m_wide : m_spans;
    for (int column = from; column <= to; ++column)
        blend(column + offset,
              spans.subspan(static_cast<std::size_t>(column * m_parts), static_cast<std::size_t>(m_parts)));
    for (int part = m_low; part <= m_high; ++part)
        m_spans[static_cast<std::size_t>(part)] = {};
    m_low = m_count;
    m_high = -1;
}

/// How much of the ink a column has, of 256.
unsigned CurvePen::dashShare(int column) const
{
    if (m_period <= 0)
        return 256;
    const double way = column - m_frame.origin();
    double at = way - std::floor(way / m_period) * m_period;
    bool dash = true;
    for (const double length : m_style.dashes) {
        if (at < length)
            return dash ? 256 : static_cast<unsigned>(gapShare * 256);
        at -= length;
        dash = !dash;
    }
    return 256;
}

/// A span that is a pixel wide: its ends cover a part of a pixel each.
void CurvePen::blendOne(quint32 *line, const Span &span, unsigned alpha) const
{
    const float top = std::max(span.top, 0.0F), bottom = std::min(span.bottom, static_cast<float>(m_height));
    if (!(top < bottom))
        return;
    const auto share = [alpha](float part) { return static_cast<unsigned>(part * static_cast<float>(alpha)); };
    const int first = static_cast<int>(top), last = std::min(m_height - 1, static_cast<int>(bottom));
    if (first == last)
        return m_style.ink.lay(line[first], share(bottom - top));
    m_style.ink.lay(line[first], share(static_cast<float>(first + 1) - top));
    m_style.ink.lay(line + first + 1, last - first - 1, alpha);
    m_style.ink.lay(line[last], share(std::min(1.0F, bottom - static_cast<float>(last))));
}

/// Adds to how much of each pixel is covered, @p full of 256 where all of its height is.
void CurvePen::cover(float top, float bottom, float full)
{
    if (!(top < bottom))
        return;
    const auto add = [this](int row, float share) {
        quint16 &at = m_cover[static_cast<std::size_t>(row)];
        at = static_cast<quint16>(at + static_cast<quint16>(share));
    };
    const int first = static_cast<int>(top), last = std::min(m_height - 1, static_cast<int>(bottom));
    if (first == last)
        return add(first, (bottom - top) * full);
    add(first, (static_cast<float>(first + 1) - top) * full);
    for (int row = first + 1; row < last; ++row)
        add(row, full);
    add(last, std::min(1.0F, bottom - static_cast<float>(last)) * full);
}

void CurvePen::blend(int column, std::span<const Span> parts)
{
    const unsigned alpha = (m_style.ink.alpha() * dashShare(column)) >> 8;
    quint32 *line = pixels(column);
    if (m_parts == 1)
        return blendOne(line, parts.front(), alpha);
    const auto edge = static_cast<float>(m_height);
    float from = edge, innerFrom = 0, innerTo = edge, to = 0;
    for (const Span &part : parts) {
        from = std::min(from, part.top);
        to = std::max(to, part.bottom);
        innerFrom = std::max(innerFrom, part.top);
        innerTo = std::min(innerTo, part.bottom);
    }
    from = std::max(from, 0.0F);
    to = std::min(to, edge);
    if (!(from < to))
        return;
    // Between the lowest top and the highest bottom all parts are covered.
    innerFrom = std::ceil(innerFrom);
    innerTo = std::floor(innerTo);
    if (!(innerFrom < innerTo))
        innerFrom = innerTo = to;
    const float full = static_cast<float>(256 / m_parts);
    for (const Span &part : parts) {
        cover(std::max(part.top, from), std::min(part.bottom, innerFrom), full);
        cover(std::max(part.top, innerTo), std::min(part.bottom, to), full);
    }
    const auto flushRows = [&](int row, int end) {
        for (; row < end; ++row) {
            quint16 &share = m_cover[static_cast<std::size_t>(row)];
            m_style.ink.lay(line[row], (share * alpha) >> 8);
            share = 0;
        }
    };
    const int inside = static_cast<int>(innerFrom), after = static_cast<int>(innerTo);
    flushRows(static_cast<int>(from), std::min(m_height, inside));
    m_style.ink.lay(line + inside, after - inside, alpha);
    flushRows(after, std::min(m_height, static_cast<int>(std::ceil(to))));
}

} // namespace assay::ui
