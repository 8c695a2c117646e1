// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/judgement.h"
#include "widgets/models/gridmodel.h"
#include "widgets/workbench.h"

namespace assay::ui {

/// Every pair of runs with every test it was put to.
class PairTestsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Pair, Difference, AdjustedP, Verdict, DeLong, Bootstrap, McNemar, CorrectedT, FiveByTwo, Bayesian };
    /// Of the Bayesian column: three shares that add up to 1, `QList<double>`; of all columns: the two runs.
    enum Role { SharesRole = Qt::UserRole + 50, FirstRunRole, SecondRunRole };

    using GridModel::GridModel;
    /// @p dimmed: figures faint, no verdict.
    void setComparison(const RunComparison &comparison, const std::vector<engine::Judgement> &judgements,
                       const QString &metric, bool dimmed);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<engine::PairComparison> m_pairs;
};

} // namespace assay::ui
