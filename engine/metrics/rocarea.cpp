// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/rocarea.h"

namespace assay::engine {

std::optional<double> partialRocAuc(const RocCurve &curve, double maxFpr)
{
    if (curve.fpr.empty())
        return std::nullopt;
    double area = 0;
    for (std::size_t i = 1; i < curve.fpr.size() && curve.fpr[i - 1] < maxFpr; ++i) {
        const double width = curve.fpr[i] - curve.fpr[i - 1];
        const double used = curve.fpr[i] <= maxFpr ? width : maxFpr - curve.fpr[i - 1];
        const double rise =
            used == width ? curve.tpr[i] - curve.tpr[i - 1] : (curve.tpr[i] - curve.tpr[i - 1]) * used / width;
        area += used * (curve.tpr[i - 1] + rise / 2);
    }
    if (maxFpr >= 1)
        return area;
    const double chance = maxFpr * maxFpr / 2;
    return 0.5 * (1 + (area - chance) / (maxFpr - chance));
}

std::optional<double> prTrapezoid(const PrCurve &curve)
{
    if (curve.recall.empty())
        return std::nullopt;
    double area = 0;
    for (std::size_t i = 1; i < curve.recall.size(); ++i)
        area += (curve.recall[i - 1] - curve.recall[i]) * (curve.precision[i - 1] + curve.precision[i]) / 2;
    return area;
}

} // namespace assay::engine
