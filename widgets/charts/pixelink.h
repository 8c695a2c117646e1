// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

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

private:
    quint32 m_redBlue = 0, m_green = 0;
    unsigned m_alpha = 256;
};

} // namespace assay::ui
