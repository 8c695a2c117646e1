// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/comparecharts.h"
#include "widgets/workbench.h"

#include <QTabWidget>
#include <functional>
#include <memory>

namespace assay::ui {

class RunSelection;

/// The pictures of a comparison, as many and such as suit the task and the number of runs. Each is made when it is
/// first looked at.
class CompareFigures : public QTabWidget
{
    Q_OBJECT
public:
    CompareFigures(RunSelection *selection, QWidget *parent = nullptr);

    void setComparison(const RunComparison *comparison, std::vector<engine::Judgement> judgements,
                       const QString &metric, bool dimmed);
    /// Of the baseline and the one run set against it; a null pointer while there is none.
    void setDisagreements(std::shared_ptr<const engine::Disagreements> rows, const QString &first,
                          const QString &second);

private:
    struct Tab
    {
        QString title = {};
        std::function<QWidget *()> make = {};
        /// Shows what is to be seen now in what make() made, as it is zoomed; false where it has to be made anew.
        std::function<bool(QWidget *)> update = {};
        bool ofPair = false;
        bool due = true; ///< not made yet, or out of date
    };

    void add(Tab tab) { m_tabs.push_back(std::move(tab)); }
    void addChart(const QString &title, std::function<ChartSpec()> chart);
    /// Made anew when another pair of runs is looked at.
    void addOfPair(const QString &title, std::function<ChartSpec()> chart);
    void addOverlay(const QString &title, std::function<CurveFamily()> family);
    void addBinary();
    void addMulticlass();
    void addRegression();
    void addForMany();
    void rebuild();
    void makePages();
    void makeCurrent();
    QWidget *classCurves();
    QWidget *multiples();
    QWidget *parallel();
    ChartSpec metricBars() const;
    ChartSpec matrix() const;
    void showClass(QWidget *pane) const;
    CurveFamily mainFamily() const;
    QStringList names() const;
    std::vector<NamedEvaluation> evaluations() const;
    std::vector<NamedPredictions> predictions() const;
    engine::Task task() const;

    RunSelection *m_selection;
    const RunComparison *m_comparison = nullptr;
    std::vector<engine::Judgement> m_judgements;
    QString m_metric;
    bool m_dimmed = false;
    int m_baseline = 0;
    std::shared_ptr<const engine::Disagreements> m_rows;
    QString m_first, m_second;
    std::vector<Tab> m_tabs;
};

/// Axes of the parameters that differ and of the metrics of @p comparison.
std::vector<struct ParallelAxis> parallelAxes(const RunComparison &comparison);

} // namespace assay::ui
