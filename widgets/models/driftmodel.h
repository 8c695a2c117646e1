// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/drift/drift.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// One row a column both data sets have, in table order; SortRole sorts.
class DriftModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Name, Verdict, Movement, Psi, Score, Test, Missing };

    using GridModel::GridModel;
    void setReport(const engine::DriftReport &report);
    /// "ks" → "Kolmogorov–Smirnov p".
    static QString testName(const QString &test);
};

} // namespace assay::ui
