// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace assay::ui {

/// A colour made ready to be laid over many pixels of 0xffRRGGBB. Shares are of 256.
class PixelInk
{
public:
    PixelInk() = default;
    explicit PixelInk(const QColor &color)
        : m_redBlue(color.rgb() & 0xff00ffU)
        , m_green(color.rgb() & 0x00ff00U)
        , m_alpha(static_cast<unsigned>(color.alphaF() * 256))
    {
    }

    /// How much of it is seen where it covers all of a pixel.
    unsigned alpha() const { return m_alpha; }

    void lay(quint32 &pixel, unsigned share) const
    {
        const quint32 rest = 256 - share;
        pixel = 0xff000000U | (((m_redBlue * share + (pixel & 0xff00ffU) * rest) >> 8) & 0xff00ffU) |
                (((m_green * share + (pixel & 0x00ff00U) * rest) >> 8) & 0x00ff00U);
    }
    /// The same over @p count pixels, several at a time.
    void lay(quint32 *pixels, int count, unsigned share) const;

    bool operator==(const PixelInk &) const = default;

private:
    friend class PixelBrush;

    quint32 m_redBlue = 0, m_green = 0;
    unsigned m_alpha = 256;
};

/// An ink with its own alpha, made ready for millions of single pixels: all channels of one at once where the processor
/// can, with the sums of PixelInk::lay.
class PixelBrush
{
public:
#if defined(__SSE2__)
    explicit PixelBrush(const PixelInk &ink)
        : m_rest(_mm_set1_epi16(static_cast<short>(256 - ink.m_alpha)))
    {
        const auto channel = [&ink](quint32 value) { return static_cast<short>((value & 0xffU) * ink.m_alpha); };
        m_ink = _mm_setr_epi16(channel(ink.m_redBlue), channel(ink.m_green >> 8), channel(ink.m_redBlue >> 16),
                               channel(0xff), 0, 0, 0, 0);
    }
    void lay(quint32 &pixel) const
    {
        const __m128i zero = _mm_setzero_si128();
        const __m128i under = _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(pixel)), zero);
        const __m128i mixed = _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(under, m_rest), m_ink), 8);
        pixel = static_cast<quint32>(_mm_cvtsi128_si32(_mm_packus_epi16(mixed, zero))) | 0xff000000U;
    }

private:
    __m128i m_rest, m_ink;
#else
    explicit PixelBrush(const PixelInk &ink)
        : m_ink(ink)
    {
    }
    void lay(quint32 &pixel) const
    {
        m_ink.lay(pixel, m_ink.alpha());
    }

private:
    PixelInk m_ink;
#endif
};

} // namespace assay::ui
