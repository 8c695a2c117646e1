// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/gridmodel.h"
#include "widgets/workbench.h"

#include <optional>

namespace assay::ui {

/// What a metric of one run is away from the same metric of another, on the rows both predicted.
struct PairedDifference
{
    double difference = 0, low = 0, high = 0;
    double pValue = 1;
    bool adjusted = false; ///< Holm, over all pairs
    QString test;          ///< "DeLong", "bootstrap"
};

/// @p run − @p baseline in @p metric; nothing where the comparison did not test it.
std::optional<PairedDifference> pairedDifference(const RunComparison &comparison, std::size_t baseline, std::size_t run,
                                                 const std::string &metric);

/// Metrics × runs with intervals, the best of each row strong; a run other than the pinned baseline has its paired
/// difference below. Two runs have the difference in columns of its own.
class ComparisonMetricsModel : public GridModel
{
    Q_OBJECT
public:
    /// Then one a run; of two runs also DifferenceOfTwo and PValueOfTwo.
    enum Column { Metric, FirstRun, SecondRun, DifferenceOfTwo, PValueOfTwo };

    using GridModel::GridModel;
    void setComparison(const RunComparison &comparison, std::size_t baseline);
};

/// Parameters × runs, those that differ marked.
class ComparisonParamsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Parameter, FirstRun };

    using GridModel::GridModel;
    void setComparison(const RunComparison &comparison, bool onlyDifferences);
};

/// The colour of the run at @p index in tables, as charts draw it.
QColor runColor(std::size_t index);

} // namespace assay::ui
