// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/pixelink.h"

#include <algorithm>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace assay::ui {

void PixelInk::lay(quint32 *pixels, int count, unsigned share) const
{
    int i = 0;
#if defined(__SSE2__)
    // Each channel as a number of 16 bits: 255 · 256 still fits, so the sums are those of single pixels.
    const __m128i bytes = _mm_set1_epi32(0x00ff00ff);
    const __m128i opaque = _mm_set1_epi32(static_cast<int>(0xff000000U));
    const __m128i rest = _mm_set1_epi16(static_cast<short>(256 - share));
    const __m128i inkRedBlue = _mm_set1_epi32(static_cast<int>(m_redBlue * share));
    const __m128i inkGreen = _mm_set1_epi32(static_cast<int>((m_green >> 8) * share));
    for (; i + 4 <= count; i += 4) {
        auto *place = reinterpret_cast<__m128i *>(pixels + i);
        const __m128i under = _mm_loadu_si128(place);
        const __m128i redBlue = _mm_mullo_epi16(_mm_and_si128(under, bytes), rest);
        const __m128i green = _mm_mullo_epi16(_mm_and_si128(_mm_srli_epi16(under, 8), bytes), rest);
        const __m128i mixed = _mm_or_si128(_mm_srli_epi16(_mm_add_epi16(redBlue, inkRedBlue), 8),
                                           _mm_andnot_si128(bytes, _mm_add_epi16(green, inkGreen)));
        _mm_storeu_si128(place, _mm_or_si128(mixed, opaque));
    }
#endif
    for (; i < count; ++i)
        lay(pixels[i], share);
}

} // namespace assay::ui
