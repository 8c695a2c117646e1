// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace assay::ui {

class ChartView;
class EmptyPane;

/// How the score of a run's model changes with the number of training rows, or with a parameter: asks for folds, metric
/// and values, fits in a job that can be cancelled, and draws training and validation with bands.
class CurveDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Kind { Learning, Validation };

    CurveDialog(Kind kind, Shell &shell, const tracking::RunDetails &details, QWidget *parent = nullptr);
    ~CurveDialog() override;

private:
    void build();
    void fillParameters();
    void chooseParameter();
    const ParamSpec *parameter() const;
    /// Of the line of values; an empty list after saying what is wrong with it.
    std::vector<ParamValue> parameterValues();
    std::vector<double> shares();
    void say(const QString &problem);
    void start();
    void showCurve(const ModelCurve &curve);

    Kind m_kind;
    Shell &m_shell;
    tracking::RunDetails m_details;
    std::vector<ParamSpec> m_specs;
    JobRunner m_fit;

    QComboBox *m_parameter, *m_metric;
    QLineEdit *m_values;
    QSpinBox *m_folds;
    QPushButton *m_start;
    QLabel *m_problem;
    ChartView *m_chart;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
