// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/thresholdcharts.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QWidget>
#include <memory>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class ChartView;
class CostEditor;
class EmptyPane;
class OperatingModel;

/// Where to draw the line between two classes: a slider whose threshold is marked on every curve, with the confusion
/// matrix, the metrics and the cost it gives, and buttons that find the best one by a rule. Moving it only looks up
/// what a job has computed once.
class ThresholdTab : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdTab(Shell &shell, QWidget *parent = nullptr);
    ~ThresholdTab() override;

    void setSubject(std::shared_ptr<const RunAnalysis> analysis, std::shared_ptr<const ThresholdData> swept);
    void explain(const QString &title, const QString &text);
    void follow(JobRunner *runner);

    double threshold() const { return m_threshold; }
    engine::CostMatrix costs() const;
    /// The line that trains the run again with the threshold of the slider; empty without a run.
    QString command() const;

public slots:
    void setThreshold(double threshold);

signals:
    void moved();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *sliderBar();
    QWidget *rulesBar();
    QWidget *figuresColumn();
    void arrange();
    ThresholdSubject subject() const;
    void costsChanged();
    void drawCurves();
    void lookUp();
    void choose(engine::ThresholdRule rule, double floor);
    void chosen(engine::ThresholdRule rule, double floor, const std::optional<engine::ThresholdChoice> &choice);

    Shell &m_shell;
    std::shared_ptr<const RunAnalysis> m_analysis;
    std::shared_ptr<const ThresholdData> m_data;
    double m_threshold = 0.5;
    JobRunner m_search;

    OperatingModel *m_figures;
    QSlider *m_slider;
    QDoubleSpinBox *m_box, *m_precisionFloor, *m_recallFloor;
    QLabel *m_found;
    CostEditor *m_costs;
    QTableView *m_table;
    ChartView *m_confusion;
    std::vector<std::pair<ThresholdCurve, ChartView *>> m_curves;
    QGridLayout *m_grid;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
