// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/column.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/thresholddata.h"
#include "widgets/workbench.h"

#include <QWidget>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPointF;
class QTableView;

namespace assay::ui {

class ChartView;
class PredictionRowsModel;

/// Which classes are taken for which: a heat map whose cells, clicked or chosen by keyboard, list their rows.
class ConfusionTab : public QWidget
{
    Q_OBJECT
public:
    explicit ConfusionTab(JobRegistry &jobs, QWidget *parent = nullptr);
    ~ConfusionTab() override;

    /// @p thresholds may be null; with it the matrix follows setThreshold().
    void setAnalysis(std::shared_ptr<const RunAnalysis> analysis, std::shared_ptr<const ThresholdData> thresholds);
    void setThreshold(double threshold);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Cell
    {
        std::size_t truth = 0, predicted = 0;
    };

    QWidget *rowsPane();
    void choose(const QPointF &value);
    void drawMatrix();
    void listRows();
    void showHeading();
    std::size_t classes() const;
    QString label(std::size_t index) const;

    std::shared_ptr<const RunAnalysis> m_analysis;
    std::shared_ptr<const ThresholdData> m_thresholds;
    double m_threshold = 0.5;
    bool m_stale = true;
    std::optional<Cell> m_cell;
    JobRunner m_filter;

    PredictionRowsModel *m_rows;
    QComboBox *m_share;
    ChartView *m_matrix;
    QLabel *m_heading;
    QTableView *m_table;
};

} // namespace assay::ui
