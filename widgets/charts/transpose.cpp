// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/transpose.h"

#include <algorithm>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace assay::ui {

namespace {

#if defined(__SSE2__)
/// Four by four pixels.
inline void turn(const quint32 *from, qsizetype fromStride, quint32 *to, qsizetype toStride)
{
    const auto load = [&](int y) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + y * fromStride)); };
    const auto store = [&](int x, __m128i column) {
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + x * toStride), column);
    };
    const __m128i a = load(0), b = load(1), c = load(2), d = load(3);
    const __m128i abLow = _mm_unpacklo_epi32(a, b), cdLow = _mm_unpacklo_epi32(c, d);
    const __m128i abHigh = _mm_unpackhi_epi32(a, b), cdHigh = _mm_unpackhi_epi32(c, d);
    store(0, _mm_unpacklo_epi64(abLow, cdLow));
    store(1, _mm_unpackhi_epi64(abLow, cdLow));
    store(2, _mm_unpacklo_epi64(abHigh, cdHigh));
    store(3, _mm_unpackhi_epi64(abHigh, cdHigh));
}
#endif

} // namespace

void transposePixels(const quint32 *from, qsizetype fromStride, quint32 *to, qsizetype toStride, int width, int height)
{
    constexpr int tile = 16; // both sides stay in the cache
    for (int top = 0; top < height; top += tile)
        for (int left = 0; left < width; left += tile) {
            const int right = std::min(width, left + tile), bottom = std::min(height, top + tile);
            int y = top;
#if defined(__SSE2__)
            for (; y + 4 <= bottom; y += 4) {
                int x = left;
                for (; x + 4 <= right; x += 4)
                    turn(from + y * fromStride + x, fromStride, to + x * toStride + y, toStride);
                for (; x < right; ++x)
                    for (int row = y; row < y + 4; ++row)
                        to[x * toStride + row] = from[row * fromStride + x];
            }
#endif
            for (; y < bottom; ++y)
                for (int x = left; x < right; ++x)
                    to[x * toStride + y] = from[y * fromStride + x];
        }
}

} // namespace assay::ui
