// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fairness/fairness.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// What happens to each group of an attribute, rates with their Wilson intervals.
class GroupModel : public GridModel
{
    Q_OBJECT
public:
    enum Column {
        Group,
        Rows,
        BaseRate,
        SelectionRate,
        Accuracy,
        TruePositiveRate,
        FalsePositiveRate,
        Precision,
        RocAuc
    };

    using GridModel::GridModel;
    void setFairness(const engine::AttributeFairness &fairness);
};

/// One number a definition of fairness, in both dialects, with what it would be were all treated alike.
class FairnessMeasuresModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Measure, Value, Ideal, Reading };

    using GridModel::GridModel;
    void setFairness(const engine::AttributeFairness &fairness);
};

} // namespace assay::ui
