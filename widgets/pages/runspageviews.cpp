// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/filterbox.h"
#include "widgets/models/format.h"
#include "widgets/pages/runspage.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalBlocker>
#include <algorithm>

/// What is chosen above the runs table: experiment, groups, and views of all that together.
namespace assay::ui {

namespace {

constexpr int selectedKept = 200;
const QString viewName = QStringLiteral("view"), selectedName = QStringLiteral("selected");

} // namespace

/// The one whose runs are shown may have another name by now, or be gone: then all runs are shown.
void RunsPage::followExperiment(const std::vector<tracking::Experiment> &now)
{
    if (m_query.experiment.isEmpty())
        return;
    const auto before = std::ranges::find(m_experiments, m_query.experiment, &tracking::Experiment::name);
    // One that was never seen was chosen in another session.
    const auto after = before == m_experiments.end()
                           ? std::ranges::find(now, m_query.experiment, &tracking::Experiment::name)
                           : std::ranges::find(now, before->id, &tracking::Experiment::id);
    const QString name = after == now.end() ? QString() : after->name;
    if (name == m_query.experiment)
        return;
    m_query.experiment = name;
    m_stale = true; // what was read is not what is asked for any more
}

void RunsPage::showExperiments(const std::vector<tracking::Experiment> &experiments)
{
    if (experiments == m_experiments && m_experiment->count() > 0)
        return;
    followExperiment(experiments);
    m_experiments = experiments;
    const QSignalBlocker blocker(m_experiment);
    m_experiment->clear();
    m_experiment->addItem(tr("All experiments"), QString());
    for (const tracking::Experiment &experiment : experiments)
        m_experiment->addItem(
            tr("%1 (%2)", "experiment, number of runs").arg(experiment.name, Format::count(experiment.runs)),
            experiment.name);
    m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(m_query.experiment)));
    m_experiment->setVisible(experiments.size() > 1);
}

void RunsPage::setGroupBy(const QString &key)
{
    if (key == m_groupBy)
        return;
    m_groupBy = key;
    const QSignalBlocker blocker(m_group);
    if (m_group->findData(key) < 0)
        m_group->addItem(key, key);
    m_group->setCurrentIndex(m_group->findData(key));
    load();
}

RunsView RunsPage::currentView() const
{
    return {.query = m_query,
            .groupBy = m_groupBy,
            .columns = m_columnsChosen ? m_columns : RunColumns(),
            .pinned = m_pinned};
}

QString RunsPage::session() const
{
    QJsonArray selected;
    for (const tracking::Run &run : selectedRuns()) {
        if (selected.size() < selectedKept)
            selected.append(run.id.value);
    }
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{viewName, currentView().toBody()}, {selectedName, selected}}).toJson());
}

void RunsPage::restoreSession(const QString &session)
{
    const QJsonObject kept = QJsonDocument::fromJson(session.toUtf8()).object();
    for (const QJsonValue &run : kept[selectedName].toArray())
        m_toSelect.push_back({run.toString()});
    RunsView view = RunsView::fromBody(kept[viewName].toString());
    view.columns = m_columns; // kept apart, for all stores
    view.pinned = m_pinned;
    showView(view);
}

void RunsPage::showView(const RunsView &view)
{
    m_query = view.query;
    m_filter->setFilter(m_query.filter);
    {
        const QSignalBlocker one(m_experiment), two(m_which);
        m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(m_query.experiment)));
        m_which->setCurrentIndex(m_query.deleted ? 2 : m_query.archived ? 1 : 0);
    }
    m_groupBy = view.groupBy;
    {
        const QSignalBlocker blocker(m_group);
        if (m_group->findData(m_groupBy) < 0)
            m_group->addItem(m_groupBy, m_groupBy);
        m_group->setCurrentIndex(m_group->findData(m_groupBy));
    }
    m_pinned = view.pinned;
    m_columns = view.columns;
    m_columnsChosen = !view.columns.empty();
    applyHeader();
    load();
}

} // namespace assay::ui
