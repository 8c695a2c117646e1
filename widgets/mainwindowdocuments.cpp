// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "widgets/documents.h"
#include "widgets/pagefactory.h"

#include <QDialog>
#include <QPointer>

/// The documents: each opened once, by the key of what it shows.
namespace assay::ui {

namespace {

/// What a document of @p data is known by: the same file read another way is another one.
QString dataKey(const DatasetPtr &data)
{
    return data->path + QLatin1Char('#') + QString::fromStdString(data->table().digest());
}

} // namespace

void MainWindow::openStart()
{
    m_documents->open(documents::start(), [this] { return pages::start(*this); });
}

void MainWindow::openProfile(const DatasetPtr &dataset)
{
    addDataset(dataset);
    m_documents->open({.key = QStringLiteral("profile:") + dataKey(dataset),
                       .section = Document::Section::Datasets,
                       .iconName = QStringLiteral("dataset"),
                       .data = dataset},
                      [&] { return pages::profile(*this, dataset); });
}

void MainWindow::openTrain(const DatasetPtr &dataset, const QString &target)
{
    addDataset(dataset);
    m_documents->open({.key = QStringLiteral("train:%1:%2").arg(dataKey(dataset), target),
                       .iconName = QStringLiteral("train"),
                       .data = dataset},
                      [&] { return pages::train(*this, dataset, target); });
}

void MainWindow::openRuns()
{
    m_documents->open(documents::runs(), [this] { return pages::runs(*this, m_documents->pageParent()); });
}

void MainWindow::openRun(const tracking::RunId &run)
{
    m_documents->open(documents::run(run), [&] { return pages::run(*this, run); });
}

void MainWindow::openCompare(const std::vector<tracking::RunId> &runs)
{
    m_documents->open(documents::compare(runs), [&] { return pages::compare(*this, runs); });
}

void MainWindow::openDrift(const DatasetPtr &reference, const DatasetPtr &current)
{
    for (const DatasetPtr &dataset : {reference, current}) {
        if (dataset)
            addDataset(dataset);
    }
    const QString key =
        (reference ? dataKey(reference) : QString()) + QLatin1Char('|') + (current ? dataKey(current) : QString());
    m_documents->open({.key = QStringLiteral("drift:") + key,
                       .section = Document::Section::Drift,
                       .iconName = QStringLiteral("drift"),
                       .data = reference},
                      [&] { return pages::drift(*this, reference, current); });
}

void MainWindow::openRegistry(const QString &model)
{
    Page *page = m_documents->open(documents::registry(), [&] { return pages::registry(*this, model); });
    pages::showModel(page, model);
}

void MainWindow::openReport(const std::vector<tracking::RunId> &runs)
{
    m_documents->open(documents::report(runs), [&] { return pages::report(*this, runs); });
}

void MainWindow::openMetrics(const std::vector<tracking::RunId> &runs)
{
    m_documents->open(documents::metrics(runs), [&] { return pages::metrics(*this, runs); });
}

void MainWindow::openExplore(const tracking::RunQuery &query)
{
    m_documents->open(documents::explore(query), [&] { return pages::explore(*this, query); });
}

void MainWindow::openTakeOver(const QString &path)
{
    m_documents->open({.key = QStringLiteral("takeover:") + path, .iconName = QStringLiteral("open")},
                      [&] { return pages::takeOver(*this, path); });
}

void MainWindow::openSample(const Sample &sample)
{
    m_samples.open(sample);
}

void MainWindow::openDriftOfCurrent()
{
    const DatasetPtr reference = currentData();
    DatasetPtr current;
    for (const DatasetPtr &dataset : m_datasets) {
        if (dataset != reference)
            current = dataset;
    }
    openDrift(reference, current);
}

DatasetPtr MainWindow::currentData() const
{
    if (const DatasetPtr dataset = m_documents->document(m_documents->currentPage()).data)
        return dataset;
    return m_datasets.isEmpty() ? nullptr : m_datasets.last();
}

std::vector<tracking::RunId> MainWindow::currentRuns() const
{
    Page *page = m_documents->currentPage();
    const auto selected = pages::selectedRuns(page);
    return selected.empty() ? m_documents->document(page).runs : selected;
}

void MainWindow::withCurrentRuns(const std::function<void(const std::vector<tracking::RunId> &)> &then)
{
    const QPointer<Page> page = m_documents->currentPage();
    pages::withSelectedRuns(page, [this, page, then](const std::vector<tracking::RunId> &selected) {
        then(selected.empty() && page ? m_documents->document(page).runs : selected);
    });
}

void MainWindow::exportRuns()
{
    withCurrentRuns([this, page = QPointer<Page>(m_documents->currentPage())](const auto &runs) {
        pages::exportRuns(*this, runs, page, this)->open();
    });
}

void MainWindow::showExperiments()
{
    withCurrentRuns([this](const auto &runs) { pages::experiments(*this, runs, this)->open(); });
}

} // namespace assay::ui
