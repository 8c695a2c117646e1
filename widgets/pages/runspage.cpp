// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runspage.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/ensembledialog.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/storeedits.h"

#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <algorithm>

namespace assay::ui {

namespace {

const QString columnsKey = QStringLiteral("runs/columns");

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
    words.append(QStringLiteral("--sort ") + m_query.sortKey);
    return words.join(QLatin1Char(' '));
}

QString RunsPage::inspectorText() const
{
    const std::vector<tracking::Run> runs = selectedRuns();
    return runs.size() == 1 ? runSummaryHtml(runs.front()) : QString();
}

void RunsPage::refresh()
{
    if (m_load.isRunning())
        m_stale = true; // reading again from the start each time would never end while somebody writes
    else
        load();
}

void RunsPage::load()
{
    m_stale = false;
    Workbench &workbench = shell().workbench();
    m_load.start<Loaded>(
        tr("Reading runs"),
        [&workbench, query = m_query](const Context &) -> Result<Loaded> {
            auto runs = workbench.runs(query);
            if (!runs)
                return tl::unexpected(runs.error());
            auto experiments = workbench.experiments();
            if (!experiments)
                return tl::unexpected(experiments.error());
            return Loaded{.runs = std::move(*runs), .experiments = std::move(*experiments)};
        },
        [this](Result<Loaded> loaded) {
            if (loaded) {
                show(std::move(*loaded));
            } else if (loaded.error().kind != ErrorKind::Cancelled) {
                shell().report(loaded.error());
                m_empty->setMessage(tr("The runs could not be read"), text(loaded.error().message), tr("Try again"));
                m_stack->setCurrentWidget(m_empty);
            }
            if (m_stale)
                load();
        });
}

void RunsPage::show(Loaded loaded)
{
    const bool keysChange = m_query.filter.isEmpty() && !m_query.deleted && m_query.experiment.isEmpty();
    if (RunKeys keys = keysOf(loaded.runs); keysChange || !m_loadedOnce)
        m_keys = std::move(keys);
    m_loadedOnce = true;
    const std::vector<tracking::Run> before = selectedRuns();
    const QPoint scrolled(m_table->horizontalScrollBar()->value(), m_table->verticalScrollBar()->value());
    const RunColumns columns = m_columnsChosen ? m_model->columns() : defaultRunColumns(m_keys);
    const bool newColumns = columns != m_model->columns();
    m_model->setRuns(std::move(loaded.runs), columns);
    if (newColumns)
        applyColumnWidths();
    selectRuns(idsOf(before));
    m_table->horizontalScrollBar()->setValue(scrolled.x());
    m_table->verticalScrollBar()->setValue(scrolled.y());
    showExperiments(loaded.experiments);
    showEmpty();
    selectionChanged();
}

void RunsPage::showExperiments(const std::vector<tracking::Experiment> &experiments)
{
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

void RunsPage::showEmpty()
{
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (!m_query.filter.isEmpty() || !m_query.experiment.isEmpty())
        m_empty->setMessage(tr("No run matches"),
                            tr("Every word must occur in the name, model, experiment, a tag or a parameter."),
                            tr("Show all runs"));
    else if (m_query.deleted)
        m_empty->setMessage(tr("Nothing is deleted"), tr("Deleted runs stay here until they are purged."),
                            tr("Show all runs"));
    else
        m_empty->setMessage(tr("No runs yet"),
                            tr("Drop a dataset or open a sample, then train a model: its run appears here at once."),
                            tr("Go to the start page"));
    m_stack->setCurrentWidget(m_empty);
}

void RunsPage::emptyAction()
{
    const bool filtered = !m_query.filter.isEmpty() || !m_query.experiment.isEmpty() || m_query.deleted;
    if (m_loadedOnce && !filtered) {
        shell().openStart();
        return;
    }
    const QSignalBlocker blocker(m_filter);
    m_filter->clear();
    m_query.filter.clear();
    m_query.experiment.clear();
    m_showDeleted->setChecked(false);
    load();
}

void RunsPage::sortBy(int section, Qt::SortOrder order)
{
    const auto &columns = m_model->columns();
    if (section < 0 || section >= static_cast<int>(columns.size()))
        return;
    const QString sortKey = columns[static_cast<std::size_t>(section)].sortKey();
    if (sortKey.isEmpty()) {
        shell().tell(tr("The runs cannot be sorted by “%1”.").arg(columns[static_cast<std::size_t>(section)].title()));
        return;
    }
    m_query.sortKey = sortKey;
    m_query.descending = order == Qt::DescendingOrder;
    load();
}

void RunsPage::setColumns(const RunColumns &columns)
{
    QStringList ids;
    for (const RunColumn &column : columns)
        ids.append(column.id());
    QSettings().setValue(columnsKey, ids);
    m_columnsChosen = true;
    const std::vector<tracking::Run> selected = selectedRuns();
    m_model->setColumns(columns);
    applyColumnWidths();
    selectRuns(idsOf(selected));
    m_chooser->setColumns(m_keys, columns);
}

void RunsPage::restoreColumns()
{
    const QStringList ids = QSettings().value(columnsKey).toStringList();
    RunColumns columns;
    for (const QString &id : ids)
        if (const auto column = RunColumn::fromId(id))
            columns.push_back(*column);
    m_columnsChosen = !columns.empty() && columns.front().kind == RunColumn::Name;
    if (m_columnsChosen)
        m_model->setRuns({}, columns);
}

void RunsPage::applyColumnWidths()
{
    QHeaderView *header = m_table->header();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int sorted = -1;
    for (int i = 0; i < header->count(); ++i) {
        const RunColumn &column = m_model->columns()[static_cast<std::size_t>(i)];
        int characters = std::max<int>(10, static_cast<int>(column.title().size()) + 4);
        if (column.kind == RunColumn::Name)
            characters = 26;
        else if (column.kind == RunColumn::Model || column.kind == RunColumn::Note)
            characters = 20;
        else if (column.kind == RunColumn::Started || column.kind == RunColumn::Status)
            characters = 15;
        header->resizeSection(i, characters * digit);
        if (column.sortKey() == m_query.sortKey)
            sorted = i;
    }
    const QSignalBlocker blocker(header);
    header->setSortIndicator(sorted, m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

std::vector<tracking::Run> RunsPage::selectedRuns() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, [](const QModelIndex &index) {
        return index.parent().isValid() ? std::pair{index.parent().row(), index.row()} : std::pair{index.row(), -1};
    });
    std::vector<tracking::Run> runs;
    for (const QModelIndex &row : std::as_const(rows))
        runs.push_back(*m_model->run(row));
    return runs;
}

void RunsPage::selectRuns(const std::vector<tracking::RunId> &runs)
{
    QItemSelection selection;
    QModelIndex first;
    for (const tracking::RunId &run : runs)
        if (const QModelIndex index = m_model->indexOf(run); index.isValid()) {
            selection.select(index, index);
            first = first.isValid() ? first : index;
        }
    if (first.isValid() && !m_table->currentIndex().isValid())
        m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RunsPage::selectionChanged()
{
    const std::vector<tracking::Run> runs = selectedRuns();
    const bool any = !runs.empty();
    const bool comparable = runs.size() >= 2;
    m_compare->setEnabled(comparable);
    m_compare->setToolTip(comparable ? tr("Compare the selected runs (Ctrl+Return)")
                                     : tr("Select two or more runs to compare them"));
    m_ensemble->setEnabled(comparable && !m_query.deleted);
    for (QPushButton *button : {m_open, m_rename})
        button->setEnabled(runs.size() == 1);
    for (QPushButton *button : {m_report, m_tag, m_note, m_delete})
        button->setEnabled(any);
    m_delete->setText(m_query.deleted ? tr("Restore") : tr("Delete"));
    if (m_details->isChecked())
        m_editor->setRuns(runs);
    const QString shown = tr("%n run(s)", nullptr, m_model->rowCount());
    const QString counts =
        any ? tr("%1 · %2 selected").arg(shown, Format::count(static_cast<qint64>(runs.size()))) : shown;
    m_heading->setSubtitle(counts);
    emit statusChanged(counts);
    emit inspectorChanged();
}

void RunsPage::compareSelected()
{
    shell().openCompare(idsOf(selectedRuns()));
}

void RunsPage::reportSelected()
{
    shell().openReport(idsOf(selectedRuns()));
}

void RunsPage::ensembleSelected()
{
    EnsembleDialog::ask(shell(), m_train, selectedRuns(), this);
}

void RunsPage::openSelected()
{
    if (const auto runs = selectedRuns(); runs.size() == 1)
        shell().openRun(runs.front().id);
}

void RunsPage::tagSelected()
{
    m_details->setChecked(true);
    m_editor->focusTags();
}

void RunsPage::noteSelected()
{
    m_details->setChecked(true);
    m_editor->focusNote();
}

void RunsPage::renameSelected()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() == 1)
        m_table->edit(rows.front().siblingAtColumn(0));
}

void RunsPage::deleteSelected()
{
    const std::vector<tracking::Run> runs = selectedRuns();
    if (runs.empty())
        return;
    StoreEdits &edits = StoreEdits::of(shell());
    if (m_query.deleted) {
        edits.restore(runs);
        return;
    }
    edits.remove(runs);
    shell().tell(tr("Deleted %n run(s); Undo brings them back.", nullptr, static_cast<int>(runs.size())));
}

} // namespace assay::ui
