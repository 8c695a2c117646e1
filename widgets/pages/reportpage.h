// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace assay::ui {

class EmptyPane;
class PageHeader;

/// One HTML file that anyone can open: which runs, which sections, where to.
class ReportPage : public Page
{
    Q_OBJECT
public:
    ReportPage(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent = nullptr);
    ~ReportPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;

    /// Those ticked.
    std::vector<tracking::RunId> chosenRuns() const;
    ReportRequest request() const;
    void exportTo(const QString &path);

signals:
    void exported(const QString &path);

private:
    void build();
    QWidget *runsPane();
    QWidget *sectionsPane();
    QWidget *outcomePane();
    QCheckBox *section(const QString &text, const QString &toolTip, const char *name);
    void loadRuns();
    void showRuns(const std::vector<tracking::Run> &runs);
    void loadAttributes();
    void showDatasets();
    void chooseDriftFile();
    void chosenChanged();
    void askWhereTo();

    std::vector<tracking::RunId> m_runs;
    std::vector<DatasetPtr> m_datasets; ///< in the order of the drift boxes
    JobRunner m_loadRuns, m_loadAttributes, m_import, m_export;
    bool m_stale = false; ///< the store changed while something was read or written
    QString m_path;

    PageHeader *m_heading;
    QPushButton *m_exportButton;
    QListWidget *m_runList, *m_attributes;
    QLineEdit *m_titleEdit;
    QCheckBox *m_curves, *m_fairness, *m_explain, *m_profile, *m_drift;
    QComboBox *m_driftReference, *m_driftCurrent;
    QWidget *m_outcome;
    QLabel *m_outcomeText;
    QStackedWidget *m_stack;
    EmptyPane *m_busy;
};

} // namespace assay::ui
