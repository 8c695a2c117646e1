// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayout.h"

#include <array>

namespace assay::ui {

namespace {

// Advance widths of U+0020 … U+007E in thousandths of the size: those of Helvetica, to which system faces are close, a
// little widened below.
constexpr std::array<short, 95> advances{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

double advance(char32_t c)
{
    if (c >= 0x20 && c <= 0x7e)
        return advances[c - 0x20];
    if (c >= 0x300 && c < 0x370) // combining
        return 0;
    if (c >= 0x1100 && c != 0x2013 && c != 0x2014 && c != 0x2026 &&
        !(c >= 0x2000 && c < 0x2e80)) // East Asian scripts and pictures
        return 1000;
    return c == 0x2026 || c == 0x2014 ? 1000 : 600;
}

} // namespace

double estimatedTextWidth(const QString &text, double size, bool bold)
{
    double sum = 0;
    for (const char32_t c : text.toUcs4())
        sum += advance(c);
    return sum / 1000 * size * (bold ? 1.12 : 1.06);
}

QString elided(const QString &text, double width, double size, bool bold, const TextWidth &textWidth)
{
    if (textWidth(text, size, bold) <= width)
        return text;
    qsizetype low = 0, high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (textWidth(text.left(middle).trimmed() + u'…', size, bold) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low > 0 && text[low - 1].isHighSurrogate())
        --low;
    return low == 0 ? QString() : text.left(low).trimmed() + u'…';
}

} // namespace assay::ui
