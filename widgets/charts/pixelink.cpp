// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/pixelink.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace assay::ui {

#if defined(__x86_64__)
namespace {

/// An ink and its share as numbers of 16 bits a channel: 255 · 256 still fits, so the sums are those of single pixels.
struct Mixed
{
    int redBlue = 0, green = 0;
    short rest = 0;
};

constexpr int everyOther = 0x00ff00ff, opaque = static_cast<int>(0xff000000U);

/// Eight pixels at a time where the processor can. How many it laid.
[[gnu::target("avx2")]] int layByAvx2(quint32 *pixels, int count, const Mixed &ink)
{
    const __m256i bytes = _mm256_set1_epi32(everyOther), alpha = _mm256_set1_epi32(opaque);
    const __m256i rest = _mm256_set1_epi16(ink.rest);
    const __m256i inkRedBlue = _mm256_set1_epi32(ink.redBlue), inkGreen = _mm256_set1_epi32(ink.green);
    int i = 0;
    for (; i + 8 <= count; i += 8) {
        auto *place = reinterpret_cast<__m256i *>(pixels + i);
        const __m256i under = _mm256_loadu_si256(place);
        const __m256i redBlue = _mm256_mullo_epi16(_mm256_and_si256(under, bytes), rest);
        const __m256i green = _mm256_mullo_epi16(_mm256_and_si256(_mm256_srli_epi16(under, 8), bytes), rest);
        const __m256i mixed = _mm256_or_si256(_mm256_srli_epi16(_mm256_add_epi16(redBlue, inkRedBlue), 8),
                                              _mm256_andnot_si256(bytes, _mm256_add_epi16(green, inkGreen)));
        _mm256_storeu_si256(place, _mm256_or_si256(mixed, alpha));
    }
    return i;
}

int layBySse2(quint32 *pixels, int count, const Mixed &ink)
{
    const __m128i bytes = _mm_set1_epi32(everyOther), alpha = _mm_set1_epi32(opaque);
    const __m128i rest = _mm_set1_epi16(ink.rest);
    const __m128i inkRedBlue = _mm_set1_epi32(ink.redBlue), inkGreen = _mm_set1_epi32(ink.green);
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        auto *place = reinterpret_cast<__m128i *>(pixels + i);
        const __m128i under = _mm_loadu_si128(place);
        const __m128i redBlue = _mm_mullo_epi16(_mm_and_si128(under, bytes), rest);
        const __m128i green = _mm_mullo_epi16(_mm_and_si128(_mm_srli_epi16(under, 8), bytes), rest);
        const __m128i mixed = _mm_or_si128(_mm_srli_epi16(_mm_add_epi16(redBlue, inkRedBlue), 8),
                                           _mm_andnot_si128(bytes, _mm_add_epi16(green, inkGreen)));
        _mm_storeu_si128(place, _mm_or_si128(mixed, alpha));
    }
    return i;
}

} // namespace
#endif

void PixelInk::lay(quint32 *pixels, int count, unsigned share) const
{
    int i = 0;
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2");
    if (count >= 4) {
        const Mixed ink{.redBlue = static_cast<int>(m_redBlue * share),
                        .green = static_cast<int>((m_green >> 8) * share),
                        .rest = static_cast<short>(256 - share)};
        if (wide && count >= 8)
            i = layByAvx2(pixels, count, ink);
        i += layBySse2(pixels + i, count - i, ink);
    }
#endif
    for (; i < count; ++i)
        lay(pixels[i], share);
}

} // namespace assay::ui
