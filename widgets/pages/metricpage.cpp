// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metricpage.h"

#include "widgets/charts/curveview.h"
#include "widgets/charts/ticks.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/format.h"
#include "widgets/models/metricrunsmodel.h"
#include "widgets/models/tone.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/metricpanel.h"
#include "widgets/pages/runsummary.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int mostAtFirst = 4;  // metrics shown before anyone chooses
constexpr int widestName = 110; // [px] of a metric above its values

} // namespace

MetricPage::~MetricPage() = default;

QString MetricPage::title() const
{
    return m_ids.size() == 1 && m_runs.size() == 1
               ? tr("Metrics of %1").arg(m_runs.front().run.name)
               : tr("Metrics of %n run(s)", nullptr, static_cast<int>(m_ids.size()));
}

QString MetricPage::key() const
{
    QString key = QStringLiteral("metrics");
    for (const tracking::RunId &run : m_ids)
        key += QLatin1Char(':') + run.value;
    return key;
}

QString MetricPage::command() const
{
    if (m_ids.empty())
        return {};
    if (m_ids.size() == 1)
        return QStringLiteral("assay run %1 --json").arg(m_ids.front().value.left(12));
    QString command = QStringLiteral("assay diff");
    for (const tracking::RunId &run : m_ids)
        command += QLatin1Char(' ') + run.value.left(12);
    return command + QStringLiteral(" --json");
}

QString MetricPage::inspectorText() const
{
    return m_runs.size() == 1 ? runSummaryHtml(m_runs.front().run) : QString();
}

/// Looks whether any process wrote; reads only what is new.
void MetricPage::poll()
{
    if (!isVisible() && m_loadedOnce)
        return;
    const qint64 version = shell().workbench().store().dataVersion();
    if (version != m_version) {
        m_version = version;
        m_dirty = true;
    }
    if (m_dirty && !m_load.isRunning())
        start();
}

/// One job at a time: it alone touches the points. What changes meanwhile is looked at when it is done.
void MetricPage::start()
{
    m_dirty = false;
    tracking::RunStore &store = shell().workbench().store();
    m_load.start<MetricCharts>(
        tr("Reading curves"),
        [&store, series = m_series, view = m_view,
         chosen = m_keysChosen](const Context &context) -> Result<MetricCharts> {
            if (auto read = series->readRuns(store, context); !read)
                return tl::unexpected(read.error());
            MetricView looked = view;
            if (!chosen)
                looked.keys.clear();
            auto fresh = series->readPoints(store, looked, context);
            if (!fresh)
                return tl::unexpected(fresh.error());
            return MetricCharts{.runs = series->runs(), .charts = series->charts(looked), .newPoints = *fresh};
        },
        [this, view = m_view](Result<MetricCharts> loaded) {
            if (loaded) {
                m_shownView = view;
                show(std::move(*loaded));
            } else if (loaded.error().kind != ErrorKind::Cancelled) {
                m_empty->setMessage(tr("The curves could not be read"), errorText(loaded.error()), tr("Try again"));
                m_stack->setCurrentWidget(m_empty);
            }
            if (m_dirty)
                poll();
        });
}

void MetricPage::show(MetricCharts loaded)
{
    m_runs = std::move(loaded.runs);
    m_loadedOnce = true;
    showKeys();
    showGroups();
    if (!m_keysChosen) {
        // Those most runs have, series before single values.
        std::map<QString, std::pair<bool, int>> uses;
        for (const tracking::RunDetails &run : m_runs)
            for (const auto &[key, summary] : run.series) {
                uses[key].first = uses[key].first || summary.count > 1;
                ++uses[key].second;
            }
        std::vector<std::pair<std::pair<bool, int>, QString>> order;
        for (const auto &[key, use] : uses)
            order.emplace_back(use, key);
        std::ranges::stable_sort(order, std::greater<>(), [](const auto &entry) { return entry.first; });
        QStringList keys;
        for (const auto &[use, key] : order)
            if (keys.size() < mostAtFirst && (use.first || order.front().first.first == use.first))
                keys << key;
        keys.sort();
        if (!keys.isEmpty())
            return setMetrics(keys);
    }
    m_runsModel->setRuns(m_runs, runLooks(m_runs, m_shownView, m_shownView.keys.value(0)), m_view,
                         hasDarkBase(palette()));
    showPanels(std::move(loaded.charts));
    if (m_runs.empty() || m_keys->rowCount() == 0) {
        m_empty->setMessage(m_runs.empty() ? tr("None of these runs is here any more") : tr("No metric was logged yet"),
                            m_runs.empty() ? tr("They may have been purged.")
                                           : tr("Curves appear here as soon as a run logs a point."),
                            tr("Choose runs"));
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentIndex(0);
    }
    std::size_t points = 0;
    for (const MetricPanel *panel : m_panels)
        points += panel->view()->chart().points();
    const QString counts = tr("%n run(s)", nullptr, static_cast<int>(m_runs.size() - m_view.hidden.size())) +
                           QStringLiteral(" · ") +
                           tr("%1 points", "of curves").arg(Format::count(static_cast<qint64>(points)));
    m_heading->setSubtitle(counts);
    m_compare->setEnabled(m_runs.size() >= 2);
    emit statusChanged(counts);
    emit titleChanged();
}

void MetricPage::showPanels(std::vector<CurveChart> charts)
{
    const bool other = charts.size() != m_panels.size();
    while (m_panels.size() > charts.size()) {
        m_panels.back()->deleteLater();
        m_panels.pop_back();
    }
    while (m_panels.size() < charts.size())
        m_panels.push_back(makePanel());
    for (std::size_t i = 0; i < charts.size(); ++i) {
        m_panels[i]->view()->setFollowing(m_follow->isChecked());
        m_panels[i]->setChart(m_shownView.keys[static_cast<qsizetype>(i)], std::move(charts[i]));
    }
    if (m_large >= static_cast<int>(m_panels.size()))
        m_large = -1;
    if (other)
        arrangePanels();
    // A crosshair that rests on a chart goes on saying what the curves say there.
    const bool pointed = std::ranges::find(m_panels, m_pointed) != m_panels.end();
    showValues(pointed ? m_pointed : nullptr, pointed ? m_crosshair : std::nullopt);
}

MetricPanel *MetricPage::makePanel()
{
    auto *panel = new MetricPanel(m_grid);
    CurveView *view = panel->view();
    connect(view, &CurveView::crosshairMoved, this,
            [this, panel](const std::optional<double> &x) { crosshairMoved(panel, x); });
    connect(view, &CurveView::litChanged, this, &MetricPage::lightRun);
    connect(view, &CurveView::xRangeChanged, this, [this, panel] { linkRanges(panel); });
    connect(view, &CurveView::probed, this, &MetricPage::statusChanged);
    connect(view, &CurveView::activated, this, [this](int run) {
        if (run >= 0 && run < static_cast<int>(m_runs.size()))
            shell().openRun(m_runs[static_cast<std::size_t>(run)].run.id);
    });
    connect(panel, &MetricPanel::largeToggled, this, [this, panel] {
        const auto at = static_cast<int>(std::ranges::find(m_panels, panel) - m_panels.begin());
        m_large = m_large == at ? -1 : at;
        arrangePanels();
    });
    if (!m_panels.empty() && m_link->isChecked())
        view->setXRange(m_panels.front()->view()->xRange());
    return panel;
}

void MetricPage::crosshairMoved(MetricPanel *from, const std::optional<double> &x)
{
    for (MetricPanel *panel : m_panels)
        if (panel != from && panel->isVisible())
            panel->view()->setCrosshair(x);
    m_pointed = from;
    m_crosshair = x;
    showValues(from, x);
}

/// Beside the runs: what they say at @p x of a chart, else their last value of the first metric.
void MetricPage::showValues(const MetricPanel *of, const std::optional<double> &x)
{
    std::vector<double> values(m_runs.size(), std::nan(""));
    if (of && x) {
        const CurveChart &chart = of->view()->chart();
        for (const CurveReading &reading : readingsAt(chart, *x))
            if (reading.line < chart.lines.size())
                values[static_cast<std::size_t>(chart.lines[reading.line].run)] = reading.y;
        m_runsModel->setValues(std::move(values), tr("At the line"));
        return;
    }
    const QString metric = m_shownView.keys.value(std::max(0, m_large));
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (const auto found = m_runs[i].series.find(metric); found != m_runs[i].series.end())
            values[i] = found->second.last;
    const QString name = Format::metric(metric);
    const QString title = tr("Last %1", "of a metric").arg(fontMetrics().elidedText(name, Qt::ElideMiddle, widestName));
    m_runsModel->setValues(std::move(values), title, tr("Last %1", "of a metric").arg(name));
}

void MetricPage::lightRun(int run)
{
    for (MetricPanel *panel : m_panels)
        panel->view()->setLit(run);
    m_runsModel->setLit(run);
}

void MetricPage::linkRanges(MetricPanel *from)
{
    if (!m_link->isChecked())
        return;
    for (MetricPanel *panel : m_panels)
        if (panel != from)
            panel->view()->setXRange(from->view()->xRange());
}

/// Changes how curves are looked at and draws them so.
void MetricPage::change(const std::function<void(MetricView &)> &how)
{
    MetricView next = m_view;
    how(next);
    if (next == m_view)
        return;
    m_view = std::move(next);
    keep();
    m_dirty = true;
    if (!m_load.isRunning())
        poll();
}

void MetricPage::setMetrics(const QStringList &keys)
{
    m_keysChosen = true;
    m_filling = true;
    for (int i = 0; i < m_keys->rowCount(); ++i)
        m_keys->item(i)->setCheckState(keys.contains(m_keys->item(i)->data().toString()) ? Qt::Checked : Qt::Unchecked);
    m_filling = false;
    change([&](MetricView &view) { view.keys = keys; });
}

void MetricPage::keysTicked()
{
    if (m_filling)
        return;
    QStringList keys;
    for (int i = 0; i < m_keys->rowCount(); ++i)
        if (m_keys->item(i)->checkState() == Qt::Checked)
            keys << m_keys->item(i)->data().toString();
    m_keysChosen = true;
    change([&](MetricView &view) { view.keys = keys; });
}

void MetricPage::xChosen()
{
    const QString chosen = m_x->currentData().toString();
    change([&](MetricView &view) {
        view.x = chosen == QLatin1String("time")       ? CurveX::WallTime
                 : chosen == QLatin1String("relative") ? CurveX::RelativeTime
                 : chosen == QLatin1String("step")     ? CurveX::Step
                                                       : CurveX::Metric;
        view.xMetric = view.x == CurveX::Metric ? chosen.mid(2) : QString();
    });
}

/// Metrics as they occur among the runs; those already listed keep their tick.
void MetricPage::showKeys()
{
    std::map<QString, int> uses;
    for (const tracking::RunDetails &run : m_runs)
        for (const auto &[key, summary] : run.series)
            ++uses[key];
    QStringList known, keys;
    for (int i = 0; i < m_keys->rowCount(); ++i)
        known << m_keys->item(i)->data().toString();
    for (const auto &[key, runs] : uses)
        keys << key;
    if (keys == known)
        return;
    const QString along = m_x->currentData().toString();
    const QSignalBlocker blocker(m_x);
    m_filling = true;
    m_keys->clear();
    while (m_x->count() > 3)
        m_x->removeItem(3);
    for (const auto &[key, runs] : uses) {
        auto *item = new QStandardItem(Format::metric(key));
        item->setData(key);
        item->setEditable(false);
        item->setCheckable(true);
        item->setCheckState(m_view.keys.contains(key) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(tr("%1, in %n run(s)", nullptr, runs).arg(key));
        m_keys->appendRow(item);
        m_x->addItem(Format::metric(key), QStringLiteral("m:") + key);
    }
    m_filling = false;
    // What lies along x stays, wherever it stands now; a metric that no run has any more cannot.
    const int place = m_x->findData(along);
    m_x->setCurrentIndex(std::max(0, place));
    if (place < 0)
        xChosen();
    m_keyList->resizeColumnToContents(0);
}

/// By what the runs can be put together: whatever takes more than one value and fewer than there are runs.
void MetricPage::showGroups()
{
    std::map<QString, std::set<QString>> values;
    for (const tracking::RunDetails &run : m_runs) {
        for (const QString &group : {QStringLiteral("model"), QStringLiteral("experiment"), QStringLiteral("status")})
            values[group].insert(groupValue(run.run, group));
        for (const auto &[name, value] : run.run.params)
            values[QStringLiteral("params.") + text(name)].insert(Format::parameter(value));
        for (const auto &[name, value] : run.run.tags)
            values[QStringLiteral("tags.") + name].insert(value);
    }
    QStringList groups{QString()};
    for (const auto &[group, seen] : values)
        if (group == m_view.group || (seen.size() > 1 && seen.size() <= 24 && seen.size() < m_runs.size()))
            groups << group;
    QStringList known;
    for (int i = 0; i < m_group->count(); ++i)
        known << m_group->itemData(i).toString();
    if (known == groups)
        return;
    const QSignalBlocker blocker(m_group);
    m_group->clear();
    for (const QString &group : groups)
        m_group->addItem(group.isEmpty() ? tr("no grouping") : group.section(u'.', -1), group);
    m_group->setCurrentIndex(std::max(0, m_group->findData(m_view.group)));
}

} // namespace assay::ui
