// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/parallellines.h"

#include "widgets/charts/shareout.h"
#include "widgets/charts/transpose.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr int tile = 16; // [px] wide: its pixels stay in the cache while all lines pass

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

/// A line between two neighbouring axes, in fractions of a row: adding whole numbers is exact enough over a gap.
struct Stroke
{
    std::int64_t at = 0;   ///< its row in the first column
    std::int64_t step = 0; ///< down a column
    std::int64_t half = 0; ///< of how high it is
    int run = -1;          ///< −1: nothing to draw
};
constexpr double one = 65536; // a row

/// The lines of @p order right of axis @p gap, where the first column begins at @p left. Smooth lines are of any
/// @p width, others of whole pixels.
std::vector<Stroke> strokesOf(const ParallelLines &lines, std::span<const int> order, std::size_t gap, int left,
                              double width)
{
    std::vector<Stroke> strokes;
    strokes.reserve(order.size());
    for (const int run : order) {
        const auto at = static_cast<std::size_t>(run);
        const double fromRow = lines.rows[gap][at], toRow = lines.rows[gap + 1][at];
        const double slope = (toRow - fromRow) / (lines.places[gap + 1] - lines.places[gap]);
        const double row = fromRow + slope * (left + 0.5 - lines.places[gap]);
        // A flat line is as high as it is wide, a steep one as it climbs within that.
        strokes.push_back({.at = static_cast<std::int64_t>(row * one),
                           .step = static_cast<std::int64_t>(slope * one),
                           .half = static_cast<std::int64_t>(std::max(std::abs(slope), 1.0) * width * one / 2),
                           .run = run});
    }
    return strokes;
}

class TilePainter
{
public:
    TilePainter(quint32 *image, qsizetype stride, int height, const Tile &where)
        : m_image(image)
        , m_stride(stride)
        , m_height(height)
        , m_tile(where)
        , m_pixels(static_cast<std::size_t>(where.to - where.from) * static_cast<std::size_t>(height))
    {
        transposePixels(image + where.from, stride, m_pixels.data(), height, where.to - where.from, height);
    }

    void give()
    {
        transposePixels(m_pixels.data(), m_height, m_image + m_tile.from, m_stride, m_height, m_tile.to - m_tile.from);
    }

    /// Lines with smooth edges.
    void drawSmooth(std::span<const Stroke> strokes, int left, const std::vector<PixelInk> &inks)
    {
        for (const Stroke &stroke : strokes) {
            quint32 *column = m_pixels.data();
            std::int64_t at = stroke.at + (m_tile.from - left) * stroke.step;
            const PixelInk &ink = inks[static_cast<std::size_t>(stroke.run)];
            for (int i = m_tile.from; i < m_tile.to; ++i, column += m_height, at += stroke.step)
                cover(column, at - stroke.half, at + stroke.half, ink);
        }
    }
    /// Lines of whole pixels, @p thin ones a pixel wide. Neighbours in order are often of one ink.
    void draw(std::span<const Stroke> strokes, int left, const std::vector<PixelInk> &inks, bool thin)
    {
        PixelInk ink;
        PixelBrush brush(ink);
        const int columns = m_tile.to - m_tile.from;
        for (const Stroke &stroke : strokes) {
            if (const PixelInk &next = inks[static_cast<std::size_t>(stroke.run)]; !(next == ink)) {
                ink = next;
                brush = PixelBrush(ink);
            }
            const std::int64_t at = stroke.at + (m_tile.from - left) * stroke.step;
            const std::int64_t last = at + (columns - 1) * stroke.step;
            if (!thin || std::abs(stroke.step) > static_cast<std::int64_t>(one))
                steepStroke(at, stroke.step, stroke.half, brush);
            else if (std::min(at, last) >= 0 && (std::max(at, last) >> 16) < m_height)
                flatStroke(at, stroke.step, brush);
            else
                cutStroke(at, stroke.step, brush);
        }
    }

private:
    /// A pixel a column, all of them within the picture.
    void flatStroke(std::int64_t at, std::int64_t step, const PixelBrush &brush)
    {
        quint32 *column = m_pixels.data();
        for (int i = m_tile.from; i < m_tile.to; ++i, column += m_height, at += step)
            brush.lay(column[at >> 16]);
    }
    void cutStroke(std::int64_t at, std::int64_t step, const PixelBrush &brush)
    {
        quint32 *column = m_pixels.data();
        for (int i = m_tile.from; i < m_tile.to; ++i, column += m_height, at += step)
            if (const std::int64_t y = at >> 16; y >= 0 && y < m_height)
                brush.lay(column[y]);
    }
    void steepStroke(std::int64_t at, std::int64_t step, std::int64_t half, const PixelBrush &brush)
    {
        quint32 *column = m_pixels.data();
        for (int i = m_tile.from; i < m_tile.to; ++i, column += m_height, at += step)
            for (int y = rowOf(at - half), end = rowOf(at + half); y < end; ++y)
                brush.lay(column[y]);
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
    Tile m_tile;
    std::vector<quint32> m_pixels; ///< column by column
};

} // namespace

void paintParallelLines(QImage &image, const ParallelLines &lines, std::span<const int> order, bool smooth,
                        double width)
{
    if (lines.places.size() < 2)
        return;
    const double drawn = smooth ? width : std::max(1.0, std::round(width));
    const auto leftOf = [&](std::size_t gap) { return static_cast<int>(std::lround(lines.places[gap])); };
    std::vector<std::vector<Stroke>> strokes(lines.places.size() - 1);
    shareOut(static_cast<int>(strokes.size()), [&](int i) {
        const auto gap = static_cast<std::size_t>(i);
        strokes[gap] = strokesOf(lines, order, gap, leftOf(gap), drawn);
    });
    const std::vector<Tile> tiles = tilesOf(lines, image.width());
    auto *pixels = reinterpret_cast<quint32 *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    shareOut(static_cast<int>(tiles.size()), [&](int i) {
        const Tile &where = tiles[static_cast<std::size_t>(i)];
        TilePainter painter(pixels, stride, image.height(), where);
        if (smooth)
            painter.drawSmooth(strokes[where.gap], leftOf(where.gap), lines.inks);
        else
            painter.draw(strokes[where.gap], leftOf(where.gap), lines.inks, drawn <= 1);
        painter.give();
    });
}

} // namespace assay::ui
