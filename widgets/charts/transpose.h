// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace assay::ui {

/// Row by row to column by column: @p to[x · toStride + y] = @p from[y · fromStride + x] for x < width and y < height.
void transposePixels(const quint32 *from, qsizetype fromStride, quint32 *to, qsizetype toStride, int width, int height);

} // namespace assay::ui
