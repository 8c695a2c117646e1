// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/residuals.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/segmentcolumns.h"
#include "widgets/shell.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace assay::ui {

class ChartView;
class EmptyPane;

/// How well parts of the rows are predicted: the error or accuracy of each group of a chosen column, with intervals.
class SegmentsTab : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentsTab(Shell &shell, QWidget *parent = nullptr);
    ~SegmentsTab() override;

    void setAnalysis(std::shared_ptr<const RunAnalysis> analysis);
    void setThreshold(double threshold);
    /// Reads the columns and divides by the chosen one, unless that was done.
    void start();

private:
    void loadColumns();
    void showColumns(SegmentColumns columns);
    void divide();
    void showSegments(const QString &attribute, const std::vector<engine::Segment> &segments);
    std::optional<double> overall() const;

    Shell &m_shell;
    std::shared_ptr<const RunAnalysis> m_analysis;
    SegmentColumns m_columns;
    double m_threshold = 0.5;
    bool m_wanted = false, m_done = false;
    JobRunner m_load;

    QComboBox *m_attribute;
    QLabel *m_note;
    ChartView *m_chart;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
