// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runspage.h"

#include "widgets/controls/filterbox.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/runsummary.h"

#include <QComboBox>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

/// What the runs page shows. Its columns are in runspagecolumns.cpp, the selection in
/// runspageselection.cpp, what it does with runs in runspageactions.cpp.
namespace assay::ui {

namespace {

/// Whether other runs are meant, and not the same in another order.
bool findsOthers(const tracking::RunQuery &a, const tracking::RunQuery &b)
{
    return a.filter != b.filter || a.experiment != b.experiment || a.deleted != b.deleted || a.archived != b.archived;
}

} // namespace

RunsPage::~RunsPage() = default;

QString RunsPage::title() const
{
    return tr("Runs");
}

QString RunsPage::key() const
{
    return QStringLiteral("runs");
}

QString RunsPage::command() const
{
    QStringList words{QStringLiteral("assay runs")};
    if (!m_query.filter.isEmpty())
        words.append(shellQuoted(m_query.filter));
    if (!m_query.experiment.isEmpty())
        words.append(QStringLiteral("--experiment ") + shellQuoted(m_query.experiment));
    words.append(QStringLiteral("--sort ") + shellQuoted(m_query.sortKey));
    if (!m_query.descending)
        words.append(QStringLiteral("--ascending"));
    if (m_query.deleted)
        words.append(QStringLiteral("--deleted"));
    if (m_query.archived)
        words.append(QStringLiteral("--archived"));
    return words.join(QLatin1Char(' '));
}

void RunsPage::refresh()
{
    if (!isVisible())
        m_stale = true; // nobody looks: it is read when somebody does
    else if (m_load.isRunning())
        m_stale = true; // reading again from the start each time would never end while somebody writes
    else
        load();
}

void RunsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale && !m_load.isRunning())
        load();
}

RunsAsked RunsPage::asked() const
{
    RunsAsked asked{.query = m_query, .groupBy = m_groupBy, .columns = m_columns, .visible = m_table->visibleRuns()};
    if (!m_columnsChosen && findsOthers(m_query, m_shownQuery))
        asked.columns.clear(); // those that suit what is found now
    for (int row = 0; m_model->isGrouped() && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!m_table->isExpanded(index))
            continue;
        const tracking::RunGroup &group = m_model->group(index)->group;
        if (group.missing)
            asked.openedMissing = true;
        else
            asked.opened.push_back(group.value);
    }
    return asked;
}

void RunsPage::load()
{
    m_stale = false;
    const RunsAsked wanted = asked();
    m_load.start<RunsLoaded>(
        tr("Reading runs"), [&store = m_store, wanted](const Context &) { return loadRuns(store, wanted); },
        [this, wanted](Result<RunsLoaded> loaded) {
            if (m_table->isEditing())
                m_stale = true; // somebody types in a cell: read again when that is done
            else if (loaded)
                show(std::move(*loaded), wanted);
            else
                loadFailed(loaded.error());
            if (m_stale && !m_table->isEditing())
                load();
        });
}

void RunsPage::loadFailed(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    if (error.code == "bad_query" && m_loadedOnce) {
        m_filter->showProblem(error); // what is shown stays
        return;
    }
    shell().report(error);
    m_failed = true;
    m_empty->setMessage(tr("The runs could not be read"), errorText(error), tr("Try again"));
    m_stack->setCurrentWidget(m_empty);
}

void RunsPage::show(RunsLoaded loaded, const RunsAsked &asked)
{
    const bool otherQuery = asked.query.filter != m_shownQuery.filter || asked.query.sortKey != m_shownQuery.sortKey ||
                            asked.query.descending != m_shownQuery.descending || asked.groupBy != m_shownGroup;
    const bool newColumns = loaded.columns != m_model->columns() || asked.groupBy.isEmpty() == m_model->isGrouped();
    m_shownQuery = asked.query;
    m_shownGroup = asked.groupBy;
    m_loadedOnce = true;
    m_runs = loaded.runs;
    m_columns = loaded.columns;
    m_pinned = std::clamp(m_pinned, 1, std::max(1, static_cast<int>(m_columns.size())));
    m_failed = false;
    RunsTable::Place place = m_table->place();
    m_wasReset = false;
    if (asked.groupBy.isEmpty())
        m_model->setRows(std::move(loaded.rows), loaded.columns, std::move(loaded.read));
    else
        m_model->setGroups(std::move(loaded.groups), asked.groupBy, loaded.groupMetrics, loaded.columns,
                           std::move(loaded.read));
    if (newColumns)
        applyHeader();
    if (otherQuery)
        place.top = 0;
    if (m_wasReset)
        m_table->setPlace(place);
    if (otherQuery)
        m_table->verticalScrollBar()->setValue(0);
    m_table->setNested(m_model->isGrouped() || m_model->hasNested());
    m_views->setViews(loaded.views);
    showExperiments(loaded.experiments);
    showEmpty();
    if (!m_toSelect.empty())
        selectRuns(std::exchange(m_toSelect, {}));
    selectionChanged();
    m_extrasSoon.start();
    if (m_onlyDifferent)
        findDifferences();
}

void RunsPage::loadExtras()
{
    tracking::RunQuery query = m_query;
    query.topLevelOnly = m_model->hasNested();
    m_extras.start<Extras>(
        tr("Reading runs"),
        [&store = m_store, query, columns = m_columns](const Context &context) -> Result<Extras> {
            const auto best = bestOf(store, query, columns);
            if (!best)
                return tl::unexpected(best.error());
            if (context.cancelled())
                return cancelled();
            const auto params = store.paramKeys(), tags = store.tagKeys();
            return Extras{
                .best = *best, .params = params.value_or(QStringList()), .tags = tags.value_or(QStringList())};
        },
        [this](const Result<Extras> &extras) {
            if (extras)
                showExtras(*extras);
        });
}

void RunsPage::showExtras(const Extras &extras)
{
    m_model->setBest(extras.best);
    QStringList keys{QString()};
    for (const RunColumn &column : factColumns())
        if (!column.groupKey().isEmpty())
            keys.append(column.groupKey());
    keys.append(QStringLiteral("dataset"));
    for (const QString &key : extras.params)
        keys.append(RunColumn{.kind = RunColumn::Param, .key = key}.groupKey());
    for (const QString &key : extras.tags)
        keys.append(RunColumn{.kind = RunColumn::Tag, .key = key}.groupKey());
    if (!m_groupBy.isEmpty() && !keys.contains(m_groupBy))
        keys.append(m_groupBy);
    QStringList known;
    for (int i = 0; i < m_group->count(); ++i)
        known.append(m_group->itemData(i).toString());
    if (known == keys)
        return;
    const QSignalBlocker blocker(m_group);
    m_group->clear();
    for (const QString &key : std::as_const(keys)) {
        const auto column = RunColumn::fromId(key);
        const bool fact = column && column->kind < RunColumn::Metric;
        m_group->addItem(key.isEmpty()                     ? tr("No groups")
                         : fact                            ? column->title()
                         : key == QLatin1String("dataset") ? tr("Dataset")
                                                           : key,
                         key);
    }
    m_group->setCurrentIndex(std::max(0, m_group->findData(m_groupBy)));
}

void RunsPage::showEmpty()
{
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (!m_query.filter.isEmpty() || !m_query.experiment.isEmpty())
        m_empty->setMessage(
            tr("No run matches"),
            tr("The filter finds none: words must occur in the name, model, experiment, a tag or a parameter."),
            tr("Show all runs"));
    else if (m_query.deleted)
        m_empty->setMessage(tr("Nothing is deleted"), tr("Deleted runs stay here until they are purged."),
                            tr("Show all runs"));
    else if (m_query.archived)
        m_empty->setMessage(tr("Nothing is archived"), tr("Archived runs are kept, and left out of the table."),
                            tr("Show all runs"));
    else
        m_empty->setMessage(tr("No runs yet"),
                            tr("Drop a dataset or open a sample, then train a model: its run appears here at once."),
                            tr("Go to the start page"));
    m_stack->setCurrentWidget(m_empty);
}

void RunsPage::emptyAction()
{
    if (m_failed)
        return load();
    const bool filtered =
        !m_query.filter.isEmpty() || !m_query.experiment.isEmpty() || m_query.deleted || m_query.archived;
    if (m_loadedOnce && !filtered && m_stack->currentWidget() == m_empty && m_model->rowCount() == 0) {
        shell().openStart();
        return;
    }
    RunsView all = currentView();
    all.query.filter.clear();
    all.query.experiment.clear();
    all.query.deleted = all.query.archived = false;
    showView(all);
}

} // namespace assay::ui
