// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "tracking/runtable.h"
#include "widgets/inspector.h"
#include "widgets/mainmenu.h"
#include "widgets/navigator.h"

#include <QFileInfo>

/// The panes beside the documents: what there is to open, and what the open one says.
namespace assay::ui {

namespace {

constexpr qint64 navigatorRuns = 50;

QString fileName(const DatasetPtr &data)
{
    return QFileInfo(data->path).fileName();
}

} // namespace

void MainWindow::updateInspector()
{
    Page *page = m_documents->currentPage();
    m_inspector->setText(page ? page->title() : tr("Assay"), page ? page->inspectorText() : QString());
    setWindowTitle(page ? tr("%1 – Assay").arg(page->title()) : tr("Assay"));
    if (m_menu)
        m_menu->update();
}

void MainWindow::updateNavigator()
{
    using enum Document::Section;
    std::vector<Navigator::Entry> datasets, comparisons, drift, reports;
    for (auto at = m_datasets.crbegin(); at != m_datasets.crend(); ++at)
        datasets.push_back({fileName(*at), (*at)->path, [this, found = *at] { openProfile(found); }});
    for (Page *page : m_documents->pages()) {
        const auto section = m_documents->document(page).section;
        auto *entries = section == Comparisons ? &comparisons
                        : section == Drift     ? &drift
                        : section == Reports   ? &reports
                                               : nullptr;
        if (entries)
            entries->push_back({page->title(), {}, [this, page] { m_documents->setCurrentWidget(page); }});
    }
    m_navigator->setEntries(Datasets, std::move(datasets), tr("Drop a file to begin"));
    m_navigator->setEntries(Comparisons, std::move(comparisons), tr("Choose two runs to compare"));
    m_navigator->setEntries(Drift, std::move(drift), tr("Needs two datasets"));
    m_navigator->setEntries(Reports, std::move(reports), tr("Made from runs"));
}

void MainWindow::readRuns()
{
    m_runsReader.start<std::vector<tracking::Run>>(
        tr("Reading runs"),
        [&store = m_workbench.store()](const Context &) -> Result<std::vector<tracking::Run>> {
            tracking::RunQuery query;
            query.topLevelOnly = true;
            query.limit = navigatorRuns;
            const tracking::RunTable table(store);
            const auto latest = table.rows(query);
            if (!latest)
                return tl::unexpected(latest.error());
            std::vector<qint64> rows;
            for (const tracking::RunRow &run : *latest)
                rows.push_back(run.row);
            return table.read(rows, {});
        },
        [this](const Result<std::vector<tracking::Run>> &runs) {
            if (runs)
                showRuns(*runs);
        });
}

void MainWindow::showRuns(const std::vector<tracking::Run> &runs)
{
    if (runs == m_latestRuns && m_runsShown)
        return; // filling the tree anew would take the focus from its entries
    m_runsShown = true;
    m_latestRuns = runs;
    std::vector<Navigator::Entry> entries;
    if (!runs.empty())
        entries.push_back({tr("All runs"), tr("The table of all runs"), [this] { openRuns(); }});
    for (const tracking::Run &run : runs)
        entries.push_back(
            {run.name, tr("%1, %2").arg(run.model, run.experiment), [this, id = run.id] { openRun(id); }});
    m_navigator->setEntries(Document::Section::Runs, std::move(entries), tr("Train a model to fill this"));
}

void MainWindow::findInNavigator()
{
    showDock(NavigatorDock);
    m_navigator->focusFilter();
}

} // namespace assay::ui
