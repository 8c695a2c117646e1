// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/explorecharts.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace assay::ui {

class AxisChooser;
class ChartView;
class EmptyPane;

/// Parallel coordinates of the explored runs, with a choice of axes and of what colours the lines.
class ExploreParallel : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreParallel(QWidget *parent = nullptr);

    void setData(const ExplorePtr &explored, const QString &metric);
    void setAxes(const QStringList &keys);
    QStringList axes() const;
    ParallelPlot *plot() const { return m_plot; }

signals:
    void axesChosen();
    /// A column that was not read is asked for; it is used when data with it comes.
    void columnWanted(const QString &key);

private:
    void colour();
    void showChooser();
    void toggleAxis(const QString &key, bool on);
    void axisMenu(const QPoint &at);

    ExplorePtr m_data;
    QString m_metric;
    ParallelPlot *m_plot;
    QComboBox *m_colour;
    QToolButton *m_choose;
    AxisChooser *m_chooser;
    QStringList m_pending; ///< axes whose columns are being read
    QMenu *m_picture;
};

/// One parameter or metric against another.
class ExploreScatter : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreScatter(QWidget *parent = nullptr);

    void setData(const ExplorePtr &explored, const QString &metric);
    /// Drawn when it is looked at.
    void setChosen(const std::vector<char> &chosen);
    const ScatterChoice &choice() const { return m_choice; }
    ChartView *chart() const { return m_chart; }

signals:
    void runClicked(int run);
    void columnWanted(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void draw();

    ExplorePtr m_data;
    bool m_stale = false;
    std::vector<char> m_chosen;
    ScatterChoice m_choice;
    QComboBox *m_x, *m_y, *m_colour;
    QCheckBox *m_xLog, *m_yLog;
    QLabel *m_words;
    ChartView *m_chart;
};

/// A metric by the values of a parameter.
class ExploreBoxes : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreBoxes(QWidget *parent = nullptr);

    void setData(const ExplorePtr &explored, const QString &metric);
    /// Drawn when it is looked at.
    void setChosen(const std::vector<char> &chosen);
    ChartView *chart() const { return m_chart; }

signals:
    void columnWanted(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void draw();

    ExplorePtr m_data;
    QString m_metric;
    bool m_stale = false;
    std::vector<char> m_chosen;
    QComboBox *m_by;
    QLabel *m_words;
    ChartView *m_chart;
};

/// Which parameters a metric depends on, by a forest and by ranks. Computed when it is first looked at, and again when
/// the values it is computed from are others; what is being computed is finished first, unless the metric changed.
class ExploreImportance : public QWidget
{
    Q_OBJECT
public:
    ExploreImportance(JobRegistry &jobs, QWidget *parent = nullptr);

    void setData(const ExplorePtr &explored, const QString &metric);
    /// Begins, unless it has been done.
    void start();
    const std::optional<engine::ImportanceReport> &report() const { return m_report; }

private:
    void show(engine::ImportanceReport report);

    ExplorePtr m_data, m_weighed; ///< the latest, and what was or is being computed with; none for another metric
    QString m_metric;
    bool m_stale = false;
    std::optional<engine::ImportanceReport> m_report;
    JobRunner m_work;
    QLabel *m_caution;
    ChartView *m_forest, *m_ranks;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
