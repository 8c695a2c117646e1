// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/explorepage.h"

#include "widgets/controls/filterbox.h"
#include "widgets/controls/format.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/exploretable.h"
#include "widgets/models/format.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/exploreviews.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <algorithm>
#include <set>

namespace assay::ui {

namespace {

constexpr std::size_t mostCurves = 200; // runs whose curves can be told apart at all

} // namespace

ExplorePage::~ExplorePage() = default;

QString ExplorePage::key() const
{
    return QStringLiteral("explore");
}

QString ExplorePage::command() const
{
    QStringList words{QStringLiteral("assay"), QStringLiteral("runs")};
    if (!m_query.filter.isEmpty())
        words << m_query.filter;
    if (!m_query.experiment.isEmpty())
        words << QStringLiteral("--experiment") << m_query.experiment;
    if (m_query.deleted)
        words << QStringLiteral("--deleted");
    if (m_query.archived)
        words << QStringLiteral("--archived");
    return commandLine(words << QStringLiteral("--json"));
}

void ExplorePage::refresh()
{
    if (!isVisible())
        m_stale = true; // nobody looks: it is read when somebody does
    else if (m_load.isRunning())
        m_stale = true; // reading again from the start each time would never end while somebody writes
    else
        load();
}

void ExplorePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale && !m_load.isRunning())
        load();
}

void ExplorePage::load()
{
    m_stale = false;
    if (!m_data)
        m_stack->setCurrentWidget(m_empty);
    const tracking::RunStore &store = shell().workbench().store();
    m_load.start<ExplorePtr>(
        tr("Reading runs"),
        [&store, query = m_query, wanted = m_wanted + QStringList(m_metric)](const Context &context) {
            return readExplore(store, query, wanted, context);
        },
        [this](Result<ExplorePtr> read) {
            const bool badQuery = !read && read.error().code == "bad_query";
            if (badQuery)
                m_filter->showProblem(read.error());
            // What is shown stays when the query is wrong.
            if (!read && read.error().kind != ErrorKind::Cancelled && !(badQuery && m_data)) {
                m_empty->setMessage(tr("The runs could not be read"), errorText(read.error()), tr("Show all runs"));
                m_stack->setCurrentWidget(m_empty);
            }
            loaded(std::move(read));
        });
}

/// What a column or all of them came to, and what was asked for meanwhile.
void ExplorePage::loaded(Result<ExplorePtr> read)
{
    const bool came = read.has_value();
    if (came)
        show(std::move(*read));
    // What did not come can be chosen again; what is there stays wanted.
    if (!came && !m_stale)
        m_wanted.removeIf([this](const QString &key) { return !m_data || !m_data->column(key); });
    if (m_stale && isVisible())
        load();
    else if (came && !m_stale)
        readMissing();
}

/// Columns that were left out and are wanted now: of the same runs, and nothing else of them.
void ExplorePage::readMissing()
{
    QStringList missing;
    for (const QString &key : m_wanted + QStringList(m_metric))
        if (!m_data->column(key) && std::ranges::find(m_data->offered, key, &ExploreKey::key) != m_data->offered.end())
            missing << key;
    missing.removeDuplicates();
    if (missing.isEmpty())
        return;
    const tracking::RunStore &store = shell().workbench().store();
    m_load.start<ExplorePtr>(
        tr("Reading runs"),
        [&store, explored = m_data, missing](const Context &context) {
            return readMoreColumns(store, explored, missing, context);
        },
        [this](Result<ExplorePtr> read) { loaded(std::move(read)); });
}

/// Reads a column that was left out.
void ExplorePage::want(const QString &key)
{
    if (m_wanted.contains(key))
        return;
    m_wanted << key;
    if (!m_load.isRunning() && m_data)
        readMissing();
}

void ExplorePage::show(ExplorePtr explored)
{
    // What was chosen stays chosen, by id.
    const std::vector<tracking::RunId> before = chosenRuns();
    m_data = std::move(explored);
    std::vector<char> chosen;
    if (!before.empty()) {
        const std::set<tracking::RunId> ids(before.begin(), before.end());
        for (const tracking::RunId &id : m_data->ids)
            chosen.push_back(ids.contains(id) ? 1 : 0);
    }
    m_chosen = std::move(chosen);
    if (m_data->size() == 0) {
        m_empty->setMessage(m_query.filter.isEmpty() ? tr("No runs yet") : tr("No run matches"),
                            m_query.filter.isEmpty() ? tr("Train a model or import runs; they are explored here.")
                                                     : tr("Change the query, or show all runs."),
                            m_query.filter.isEmpty() ? tr("Go to the start page") : tr("Show all runs"));
        m_stack->setCurrentWidget(m_empty);
        m_heading->setSubtitle({});
        return;
    }
    showMetrics();
    showViews();
    m_stack->setCurrentIndex(0);
}

/// The metric most runs have, at first.
void ExplorePage::showMetrics()
{
    const QSignalBlocker blocker(m_metrics);
    m_metrics->clear();
    for (const QString &key : m_data->metricKeys)
        m_metrics->addItem(Format::metric(key), QStringLiteral("metrics.") + key);
    if (m_metrics->findData(m_metric) < 0) {
        const QString kept = QSettings().value(QStringLiteral("explore/metric")).toString();
        m_metric = m_metrics->findData(kept) >= 0 && m_data->column(kept) ? kept : m_metrics->itemData(0).toString();
        if (!m_data->column(m_metric) && !m_data->metrics().empty())
            m_metric = m_data->metrics().front()->key;
    }
    m_metrics->setCurrentIndex(m_metrics->findData(m_metric));
}

void ExplorePage::setMetric(const QString &metric)
{
    if (metric == m_metric || metric.isEmpty())
        return;
    m_metric = metric;
    QSettings().setValue(QStringLiteral("explore/metric"), metric);
    if (!m_data)
        return load();
    if (!m_data->column(metric)) { // of very many metrics not all were read
        if (!m_load.isRunning())
            readMissing();
        return;
    }
    const QSignalBlocker blocker(m_metrics);
    m_metrics->setCurrentIndex(m_metrics->findData(metric));
    showViews();
}

void ExplorePage::showViews()
{
    {
        // What is brushed is told when all views have the new runs.
        const QSignalBlocker blocker(m_parallel->plot());
        m_parallel->setData(m_data, m_metric);
    }
    m_scatter->setData(m_data, m_metric);
    m_boxes->setData(m_data, m_metric);
    m_importance->setData(m_data, m_metric);
    showTable();
    chosenChanged();
    if (m_parallel->plot()->isBrushed())
        m_parallel->plot()->tellBrushed();
}

void ExplorePage::showTable()
{
    if (m_data)
        m_table->setData(m_data, m_parallel->axes());
}

void ExplorePage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ExplorePage::choose(std::vector<char> chosen)
{
    if (std::ranges::none_of(chosen, [](char one) { return one != 0; }) && !m_parallel->plot()->isBrushed())
        chosen.clear();
    if (chosen == m_chosen)
        return;
    m_chosen = std::move(chosen);
    chosenChanged();
}

void ExplorePage::chooseRuns(const std::vector<int> &runs)
{
    std::vector<char> chosen(m_data ? m_data->size() : 0, 0);
    for (const int run : runs)
        chosen[static_cast<std::size_t>(run)] = 1;
    choose(std::move(chosen));
}

void ExplorePage::toggleRun(int run)
{
    std::vector<char> chosen = m_chosen;
    chosen.resize(m_data->size(), 0);
    chosen[static_cast<std::size_t>(run)] ^= 1;
    choose(std::move(chosen));
}

std::vector<tracking::RunId> ExplorePage::chosenRuns() const
{
    std::vector<tracking::RunId> ids;
    for (std::size_t run = 0; run < m_chosen.size(); ++run)
        if (m_chosen[run])
            ids.push_back(m_data->ids[run]);
    return ids;
}

void ExplorePage::chosenChanged()
{
    m_parallel->plot()->setChosen(m_chosen);
    m_scatter->setChosen(m_chosen);
    m_boxes->setChosen(m_chosen);
    m_table->setChosen(m_chosen);
    const auto count = static_cast<std::size_t>(std::ranges::count(m_chosen, 1));
    const QString all = tr("%Ln run(s)", nullptr, static_cast<int>(m_data->size()));
    const QString counts =
        m_chosen.empty() ? all : tr("%1 · %2 selected").arg(all, Format::count(static_cast<qint64>(count)));
    m_heading->setSubtitle(counts);
    m_tableTitle->setText(m_chosen.empty() ? tr("All runs")
                                           : tr("%Ln selected run(s)", nullptr, static_cast<int>(count)));
    m_clear->setVisible(!m_chosen.empty());
    m_open->setEnabled(count == 1);
    m_compare->setEnabled(count >= 2 && count <= mostCurves);
    m_compare->setToolTip(count > mostCurves ? tr("Select at most %1 runs to compare them").arg(mostCurves)
                                             : tr("Set the selected runs against each other"));
    m_curves->setEnabled(count >= 1 && count <= mostCurves);
    emit statusChanged(counts);
}

} // namespace assay::ui
