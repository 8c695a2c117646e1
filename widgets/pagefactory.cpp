// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pagefactory.h"

#include "widgets/pages/comparepage.h"
#include "widgets/pages/driftpage.h"
#include "widgets/pages/experimentsdialog.h"
#include "widgets/pages/explorepage.h"
#include "widgets/pages/exportdialog.h"
#include "widgets/pages/importpage.h"
#include "widgets/pages/metricpage.h"
#include "widgets/pages/profilepage.h"
#include "widgets/pages/registrypage.h"
#include "widgets/pages/reportpage.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/startpage.h"
#include "widgets/pages/takeoverpage.h"
#include "widgets/pages/trainpage.h"

namespace assay::ui::pages {

Page *start(Shell &shell)
{
    return new StartPage(shell);
}

Page *import(Shell &shell, const QString &path)
{
    return new ImportPage(shell, path);
}

Page *profile(Shell &shell, const DatasetPtr &data)
{
    return new ProfilePage(shell, data);
}

Page *train(Shell &shell, const DatasetPtr &data, const QString &target)
{
    return new TrainPage(shell, data, target);
}

Page *runs(Shell &shell, QWidget *parent)
{
    return new RunsPage(shell, parent);
}

Page *run(Shell &shell, const tracking::RunId &run)
{
    return new RunPage(shell, run, nullptr);
}

Page *compare(Shell &shell, const std::vector<tracking::RunId> &runs)
{
    return new ComparePage(shell, runs, nullptr);
}

Page *drift(Shell &shell, const DatasetPtr &reference, const DatasetPtr &current)
{
    return new DriftPage(shell, reference, current, nullptr);
}

Page *registry(Shell &shell, const QString &model)
{
    return new RegistryPage(shell, model, nullptr);
}

void showModel(Page *registry, const QString &model)
{
    if (auto *page = qobject_cast<RegistryPage *>(registry))
        page->showModel(model);
}

Page *report(Shell &shell, const std::vector<tracking::RunId> &runs)
{
    return new ReportPage(shell, runs, nullptr);
}

Page *metrics(Shell &shell, const std::vector<tracking::RunId> &runs)
{
    return new MetricPage(shell, runs, nullptr);
}

Page *explore(Shell &shell, const tracking::RunQuery &query)
{
    return new ExplorePage(shell, query, nullptr);
}

std::vector<tracking::RunId> selectedRuns(Page *page)
{
    const auto *runs = qobject_cast<RunsPage *>(page);
    return runs ? runs->selectedIds() : std::vector<tracking::RunId>();
}

void withSelectedRuns(Page *page, const std::function<void(const std::vector<tracking::RunId> &)> &then)
{
    if (auto *runs = qobject_cast<RunsPage *>(page))
        runs->withSelectedIds(then);
    else
        then({});
}

QString stateOf(Page *page)
{
    const auto *runs = qobject_cast<RunsPage *>(page);
    return runs ? runs->session() : QString();
}

void restoreState(Page *page, const QString &state)
{
    auto *runs = qobject_cast<RunsPage *>(page);
    if (runs && !state.isEmpty())
        runs->restoreSession(state);
}

QString textOf(const tracking::RunQuery &query)
{
    return RunsView{.query = query}.toBody();
}

tracking::RunQuery queryOf(const QString &text)
{
    return RunsView::fromBody(text).query;
}

QDialog *exportRuns(Shell &shell, const std::vector<tracking::RunId> &selected, Page *page, QWidget *window)
{
    const auto *runs = qobject_cast<RunsPage *>(page);
    auto *dialog = new ExportDialog(shell, selected, runs ? std::optional(runs->query()) : std::nullopt, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

QDialog *experiments(Shell &shell, const std::vector<tracking::RunId> &selected, QWidget *window)
{
    auto *dialog = new ExperimentsDialog(shell, selected, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

Page *takeOver(Shell &shell, const QString &path)
{
    return new TakeOverPage(shell, path);
}

} // namespace assay::ui::pages
