// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/attribution.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/attributionrowsmodel.h"
#include "widgets/shell.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class ChartTabs;
class EmptyPane;

/// What drives the predictions: features by importance, their effect row by row, and why one chosen row got its score.
class ExplainTab : public QWidget
{
    Q_OBJECT
public:
    explicit ExplainTab(Shell &shell, QWidget *parent = nullptr);
    ~ExplainTab() override;

    void setRun(const tracking::RunId &run, bool finished);
    /// Explains with the chosen method, unless that was done.
    void start();
    QString command(const QString &run) const;

private:
    void build();
    QWidget *choices();
    void load();
    void show(engine::Attribution attribution);
    void showCharts();
    std::size_t chosenRow() const;

    Shell &m_shell;
    tracking::RunId m_run;
    bool m_finished = false, m_tried = false;
    std::optional<engine::Attribution> m_attribution;
    JobRunner m_load;

    AttributionRowsModel *m_rowsModel;
    QComboBox *m_method, *m_class;
    QSpinBox *m_rows;
    QPushButton *m_explain;
    QLabel *m_summary;
    ChartTabs *m_charts;
    QTableView *m_rowTable;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
