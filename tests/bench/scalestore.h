// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace bench {

/// How large a generated store is.
struct Scale
{
    int runs = 10'000;
    int metrics = 100;
    int params = 30;
    qint64 points = 10'000'000;    ///< in all
    qint64 longSeries = 1'000'000; ///< points of the one series that is long
    int curves = 100;              ///< runs that have a curve of `curvePoints`
    qint64 curvePoints = 10'000;
};

/// Name of the metric that has the long series and the curves.
inline const QString curveKey = QStringLiteral("loss");

/// Fills the new store at @p path, the same way each time.
assay::Result<void> makeScaleStore(const QString &path, const Scale &scale);

} // namespace bench
