// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/parallellines.h"

#include "widgets/charts/shareout.h"
#include "widgets/charts/transpose.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr int tile = 24; // [px] wide: its pixels stay in the cache while all lines pass

/// Columns [from, to) of the picture between two neighbouring axes.
struct Tile
{
    std::size_t gap = 0; ///< right of this axis
    int from = 0, to = 0;
};

std::vector<Tile> tilesOf(const ParallelLines &lines, int width)
{
    std::vector<Tile> tiles;
    for (std::size_t gap = 0; gap + 1 < lines.places.size(); ++gap) {
        const int end = std::min(width, static_cast<int>(std::lround(lines.places[gap + 1])));
        for (int at = std::max(0, static_cast<int>(std::lround(lines.places[gap]))); at < end; at += tile)
            tiles.push_back({.gap = gap, .from = at, .to = std::min(end, at + tile)});
    }
    return tiles;
}

class TilePainter
{
public:
    TilePainter(quint32 *image, qsizetype stride, int height, const ParallelLines &lines, const Tile &where,
                bool smooth, double width)
        : m_image(image)
        , m_stride(stride)
        , m_height(height)
        , m_lines(lines)
        , m_tile(where)
        , m_smooth(smooth)
        , m_width(smooth ? width : std::max(1.0, std::round(width)))
        , m_pixels(static_cast<std::size_t>(where.to - where.from) * static_cast<std::size_t>(height))
    {
        transposePixels(image + where.from, stride, m_pixels.data(), height, where.to - where.from, height);
    }

    void draw(int run)
    {
        const auto at = static_cast<std::size_t>(run);
        std::size_t left = m_tile.gap, right = m_tile.gap + 1;
        while (left > 0 && std::isnan(m_lines.rows[left][at]))
            --left;
        while (right + 1 < m_lines.places.size() && std::isnan(m_lines.rows[right][at]))
            ++right;
        const double from = m_lines.rows[left][at], to = m_lines.rows[right][at];
        if (std::isnan(from) || std::isnan(to))
            return;
        const double slope = (to - from) / (m_lines.places[right] - m_lines.places[left]);
        stroke(from + slope * (m_tile.from - m_lines.places[left]), slope, m_lines.inks[at]);
    }

    void give()
    {
        transposePixels(m_pixels.data(), m_height, m_image + m_tile.from, m_stride, m_height, m_tile.to - m_tile.from);
    }

private:
    /// From @p row at the left edge, @p slope down a column.
    void stroke(double row, double slope, const PixelInk &ink)
    {
        const int columns = m_tile.to - m_tile.from;
        quint32 *column = m_pixels.data();
        // Fractions of a row as whole numbers: adding them is exact enough over a tile.
        constexpr double one = 65536;
        auto at = static_cast<std::int64_t>((row + slope / 2) * one);
        const auto step = static_cast<std::int64_t>(slope * one);
        // A flat line is as high as it is wide, a steep one as it climbs within that.
        const auto half = static_cast<std::int64_t>(std::max(std::abs(slope), 1.0) * m_width * one / 2);
        for (int i = 0; i < columns; ++i, column += m_height, at += step) {
            if (m_smooth) {
                cover(column, at - half, at + half, ink);
            } else if (std::abs(slope) <= 1 && m_width <= 1) {
                if (const std::int64_t y = at >> 16; y >= 0 && y < m_height)
                    ink.lay(column[y], ink.alpha());
            } else {
                const int top = rowOf(at - half), bottom = rowOf(at + half);
                ink.lay(column + top, bottom - top, ink.alpha());
            }
        }
    }
    int rowOf(std::int64_t place) const { return static_cast<int>(std::clamp<std::int64_t>(place >> 16, 0, m_height)); }

    /// From @p top to @p bottom of a column; the pixels at its ends in part.
    void cover(quint32 *column, std::int64_t top, std::int64_t bottom, const PixelInk &ink) const
    {
        const int first = rowOf(top), last = rowOf(bottom);
        const auto part = [&](std::int64_t fraction) {
            return (static_cast<unsigned>(fraction & 0xffff) * ink.alpha()) >> 16;
        };
        if (top >= 0 && first < m_height && first < last)
            ink.lay(column[first], ink.alpha() - part(top));
        const int from = top >= 0 ? first + 1 : 0;
        ink.lay(column + from, std::max(0, last - from), ink.alpha());
        if (last < m_height && bottom >= 0)
            ink.lay(column[last], part(bottom));
    }

    quint32 *m_image;
    qsizetype m_stride;
    int m_height;
    const ParallelLines &m_lines;
    Tile m_tile;
    bool m_smooth;
    double m_width;
    std::vector<quint32> m_pixels; ///< column by column
};

} // namespace

void paintParallelLines(QImage &image, const ParallelLines &lines, std::span<const int> order, bool smooth,
                        double width)
{
    const std::vector<Tile> tiles = tilesOf(lines, image.width());
    auto *pixels = reinterpret_cast<quint32 *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    shareOut(static_cast<int>(tiles.size()), [&](int i) {
        TilePainter painter(pixels, stride, image.height(), lines, tiles[static_cast<std::size_t>(i)], smooth, width);
        for (const int run : order)
            painter.draw(run);
        painter.give();
    });
}

} // namespace assay::ui
