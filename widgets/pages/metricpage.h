// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/metricseries.h"
#include "widgets/pages/page.h"

#include <QTimer>
#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSlider;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
class QTreeView;

namespace assay::ui {

class EmptyPane;
class MetricPanel;
class MetricRunsModel;
class PageHeader;

/// Curves of any metrics of any runs, a chart a metric. Follows what other processes write. How curves are looked at is
/// kept from one time to the next.
class MetricPage : public Page
{
    Q_OBJECT
public:
    MetricPage(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent = nullptr);
    ~MetricPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override { m_dirty = true; }
    QString inspectorText() const override;

    void setMetrics(const QStringList &keys);
    const MetricView &view() const { return m_view; }
    const std::vector<MetricPanel *> &panels() const { return m_panels; }

private:
    // metricpagelayout.cpp
    void build();
    QWidget *controls();
    QWidget *lists();
    void buildSmoothing(QWidget *bar);
    void arrangePanels();
    void showControls();

    void poll();
    void start();
    void show(MetricCharts loaded);
    void showKeys();
    void showGroups();
    void showPanels(std::vector<CurveChart> charts);
    MetricPanel *makePanel();
    void change(const std::function<void(MetricView &)> &how);
    void keysTicked();
    void xChosen();
    void crosshairMoved(MetricPanel *from, const std::optional<double> &x);
    void showValues(const MetricPanel *of, const std::optional<double> &x);
    void lightRun(int run);
    void linkRanges(MetricPanel *from);
    void restore();
    void keep() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::vector<tracking::RunId> m_ids;
    std::shared_ptr<MetricSeries> m_series; ///< touched by jobs only
    std::vector<tracking::RunDetails> m_runs;
    MetricView m_view, m_shownView;
    bool m_keysChosen = false, m_dirty = true, m_loadedOnce = false, m_filling = false;
    qint64 m_version = -1;
    int m_large = -1;
    const MetricPanel *m_pointed = nullptr; ///< whose crosshair the values beside the runs are of
    std::optional<double> m_crosshair;
    JobRunner m_load;
    QTimer m_poll;

    PageHeader *m_heading;
    QPushButton *m_compare;
    QStandardItemModel *m_keys;
    QSortFilterProxyModel *m_shownKeys;
    QTreeView *m_keyList;
    MetricRunsModel *m_runsModel;
    QSortFilterProxyModel *m_shownRuns;
    QTableView *m_runTable;
    QComboBox *m_x, *m_smoothing, *m_group, *m_colouring;
    QCheckBox *m_xLog, *m_yLog, *m_robust, *m_link, *m_follow;
    QSlider *m_amount;
    QLabel *m_amountText;
    QScrollArea *m_area;
    QWidget *m_grid;
    std::vector<MetricPanel *> m_panels;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
