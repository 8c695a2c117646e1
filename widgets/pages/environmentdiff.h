// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableView;

namespace assay::ui {

class ChangesDiff;
class EnvironmentModel;
class Shell;

/// In what the circumstances of runs differ: program, code, machine, libraries and data side by side, and
/// the changes to the code line by line.
class EnvironmentDiff : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentDiff(Shell &shell, QWidget *parent = nullptr);

    void setRuns(const std::vector<tracking::RunDetails> &runs);

private:
    void tell();

    EnvironmentModel *m_model;
    QCheckBox *m_onlyDifferences;
    QLabel *m_summary;
    QTableView *m_table;
    ChangesDiff *m_changes;
};

} // namespace assay::ui
