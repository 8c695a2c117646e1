// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/pixelink.h"

#include <QImage>
#include <span>
#include <vector>

namespace assay::ui {

/// One line a run across axes, in pixels.
struct ParallelLines
{
    std::vector<double> places = {};            ///< [axes] from the left, ascending
    std::vector<std::vector<double>> rows = {}; ///< [axes][runs] from the top
    std::vector<PixelInk> inks = {};            ///< [runs]
};

/// Draws the lines of @p order, the first at the bottom, into a Format_RGB32: each all the way, @p width pixels wide,
/// with smooth edges if asked; without them of whole pixels. Several threads share the work.
void paintParallelLines(QImage &image, const ParallelLines &lines, std::span<const int> order, bool smooth = false,
                        double width = 1);

} // namespace assay::ui
