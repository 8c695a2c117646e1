// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/gridmodel.h"
#include "widgets/workbench.h"

namespace assay::ui {

/// The metrics of one run, with intervals where its predictions are kept.
class MetricsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Metric, Value, Interval };

    using GridModel::GridModel;
    void setAnalysis(const RunAnalysis &analysis);
    /// As logged, without intervals.
    void setLogged(const std::map<QString, double> &metrics);
};

class ParamsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Parameter, Value };

    using GridModel::GridModel;
    void setParams(const Params &params);
};

} // namespace assay::ui
