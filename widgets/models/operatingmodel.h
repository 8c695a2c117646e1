// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/thresholds.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// What a threshold gives, beside what the run's own one gave.
class OperatingModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Metric, Here, Trained };
    enum Row { Accuracy, Precision, Recall, Specificity, F1, Mcc, Selected, ExpectedCost };

    explicit OperatingModel(QObject *parent = nullptr);

    /// The run's own threshold and what it gave.
    void setTrained(double threshold, const engine::Confusion &confusion);
    void setHere(const engine::Confusion &confusion, const engine::CostMatrix &costs);

private:
    void show();

    double m_trainedThreshold = 0.5;
    engine::Confusion m_trained, m_here;
    engine::CostMatrix m_costs;
};

} // namespace assay::ui
