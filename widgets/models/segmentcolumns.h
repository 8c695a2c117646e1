// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QStringList>
#include <memory>

namespace assay::ui {

/// Predictions with every column of the run's data that rows can be divided by: those kept with them, then those of the
/// data itself where it can be read again and the rows tell their place in it.
struct SegmentColumns
{
    std::shared_ptr<const engine::Predictions> predictions;
    QStringList names;
    QString note; ///< why there are only the kept ones; else empty
};

/// Reads the data of @p analysis' run again. Texts and categories of more than @p mostLevels values are left out.
Result<SegmentColumns> segmentColumns(Workbench &workbench, const RunAnalysis &analysis, std::size_t mostLevels,
                                      const Context &context);

} // namespace assay::ui
