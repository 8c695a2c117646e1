// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// The experiments of a store, or the deleted ones, by name.
class ExperimentsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Name, Runs, Note, Tags, Created };

    using GridModel::GridModel;

    void setExperiments(std::vector<tracking::Experiment> experiments);
    const std::vector<tracking::Experiment> &experiments() const { return m_experiments; }
    /// −1 where it is not among them.
    int rowOf(tracking::ExperimentId experiment) const;

private:
    std::vector<tracking::Experiment> m_experiments;
};

} // namespace assay::ui
