// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// Where and how runs were made, a row a fact and a column a run: program, code, machine, libraries, data. What is not
/// the same everywhere is marked.
class EnvironmentModel : public GridModel
{
    Q_OBJECT
public:
    using GridModel::GridModel;

    void setRuns(const std::vector<tracking::RunDetails> &runs);
    void setOnlyDifferences(bool only);
    /// Facts in which the runs differ.
    int differences() const { return m_differences; }

private:
    void show();

    std::vector<Cell> m_header;
    Grid m_all;
    bool m_onlyDifferences = false;
    int m_differences = 0;
};

} // namespace assay::ui
