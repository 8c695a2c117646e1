// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/thresholdcharts.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/classmetricsmodel.h"
#include "widgets/workbench.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class ChartTabs;
class EmptyPane;

/// Every curve of a run: for two classes those over thresholds, each with a marker where the chosen threshold lies; for
/// more a curve a class beside a table of classes; and the metrics that were logged step by step.
class CurvesTab : public QWidget
{
    Q_OBJECT
public:
    using Series = std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>>;

    explicit CurvesTab(QWidget *parent = nullptr);
    ~CurvesTab() override;

    /// Shows what @p runner does while there is nothing else.
    void follow(JobRunner *runner);
    /// @p thresholds may be null: curves that need it are left out.
    void setAnalysis(std::shared_ptr<const RunAnalysis> analysis, std::shared_ptr<const ThresholdData> thresholds);
    void setSeries(const QString &name, Series series);
    void setOperatingPoint(double threshold, const engine::CostMatrix &costs);
    bool hasCurves() const;
    ChartTabs *charts() const { return m_charts; }

private:
    QWidget *choices();
    void draw();
    void addBinary(std::vector<std::pair<QString, ChartSpec>> &charts);
    void addMulticlass(std::vector<std::pair<QString, ChartSpec>> &charts);
    void currentChanged();
    void placeMarker();
    ThresholdSubject subject() const;

    std::shared_ptr<const RunAnalysis> m_analysis;
    std::shared_ptr<const ThresholdData> m_thresholds;
    QString m_name;
    Series m_series;
    double m_threshold = 0.5;
    engine::CostMatrix m_costs;
    std::vector<ThresholdCurve> m_shown; ///< of the first tabs

    ClassMetricsModel *m_classes;
    QTableView *m_classTable;
    QWidget *m_classPane, *m_bar;
    QComboBox *m_bins;
    QLabel *m_binsLabel;
    ChartTabs *m_charts;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
