// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reportpage.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runsummary.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int mostRunsListed = 500;

/// The columns that a run's predictions carry, and which of them it was trained with as protected.
struct KeptColumns
{
    QStringList all, isProtected;
};

Result<QString> save(const QString &path, const QByteArray &html)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size() || !file.commit())
        return failure(ErrorKind::Refused, "unwritable_file", "The report could not be written to {}: {}.",
                       {path.toStdString(), file.errorString().toStdString()});
    return path;
}

/// Reads what the request still lacks, makes the report and writes it.
Result<QString> makeReport(Workbench &workbench, ReportRequest request, const QString &path, const Context &context)
{
    if (request.drift && request.driftCurrent && !request.driftReference && !request.runs.empty()) {
        auto trained = workbench.trainingData(request.runs.front(), context);
        if (!trained)
            return tl::unexpected(trained.error());
        request.driftReference = std::move(*trained);
    }
    auto html = workbench.report(request, context);
    if (!html)
        return tl::unexpected(html.error());
    if (context.cancelled())
        return cancelled();
    return save(path, *html);
}

} // namespace

ReportPage::~ReportPage() = default;

QString ReportPage::title() const
{
    return tr("Report");
}

QString ReportPage::key() const
{
    QString key = QStringLiteral("report");
    for (const tracking::RunId &run : m_runs)
        key += QLatin1Char(':') + run.value;
    return key;
}

QString ReportPage::command() const
{
    const std::vector<tracking::RunId> runs = chosenRuns();
    if (runs.empty())
        return {};
    QStringList words{QStringLiteral("assay report")};
    for (const tracking::RunId &run : runs)
        words.append(run.value.left(12));
    words.append(QStringLiteral("--out ") + shellQuoted(m_path.isEmpty() ? QStringLiteral("report.html") : m_path));
    if (!m_titleEdit->text().isEmpty())
        words.append(QStringLiteral("--title ") + shellQuoted(m_titleEdit->text()));
    return words.join(QLatin1Char(' '));
}

void ReportPage::refresh()
{
    if (m_loadRuns.isRunning() || m_export.isRunning())
        m_stale = true; // what is being read may be from before the change
    else
        loadRuns();
}

void ReportPage::loadRuns()
{
    m_stale = false;
    Workbench &workbench = shell().workbench();
    tracking::RunQuery query;
    query.topLevelOnly = true;
    query.limit = mostRunsListed;
    m_loadRuns.start<std::vector<tracking::Run>>(
        tr("Reading runs"),
        [&workbench, query, wanted = m_runs](const Context &) -> Result<std::vector<tracking::Run>> {
            auto runs = workbench.runs(query);
            if (!runs)
                return runs;
            // Those asked for come first, however old they are.
            for (auto id = wanted.rbegin(); id != wanted.rend(); ++id) {
                std::erase_if(*runs, [&](const tracking::Run &run) { return run.id == *id; });
                if (auto details = workbench.details(*id); details)
                    runs->insert(runs->begin(), details->run);
            }
            std::erase_if(*runs, [](const tracking::Run &run) { return run.status != tracking::RunStatus::Finished; });
            return runs;
        },
        [this](const Result<std::vector<tracking::Run>> &runs) {
            if (runs)
                showRuns(*runs);
            else if (runs.error().kind != ErrorKind::Cancelled)
                shell().report(runs.error());
            if (m_stale)
                refresh();
        });
}

void ReportPage::showRuns(const std::vector<tracking::Run> &runs)
{
    const bool first = m_runList->count() == 0;
    const std::vector<tracking::RunId> ticked = first ? m_runs : chosenRuns();
    {
        const QSignalBlocker blocker(m_runList);
        m_runList->clear();
        for (const tracking::Run &run : runs) {
            auto *item = new QListWidgetItem(run.name, m_runList);
            item->setData(Qt::UserRole, QVariant::fromValue(run.id));
            item->setToolTip(tr("%1, %2").arg(Format::model(run.model), Format::relativeTime(run.start)));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(std::ranges::find(ticked, run.id) == ticked.end() ? Qt::Unchecked : Qt::Checked);
        }
    }
    if (first && m_titleEdit->text().isEmpty() && !runs.empty() && !ticked.empty())
        m_titleEdit->setText(tr("Comparison of models: %1").arg(runs.front().experiment));
    chosenChanged();
}

std::vector<tracking::RunId> ReportPage::chosenRuns() const
{
    std::vector<tracking::RunId> runs;
    for (int row = 0; row < m_runList->count(); ++row)
        if (m_runList->item(row)->checkState() == Qt::Checked)
            runs.push_back(m_runList->item(row)->data(Qt::UserRole).value<tracking::RunId>());
    return runs;
}

void ReportPage::chosenChanged()
{
    const std::vector<tracking::RunId> runs = chosenRuns();
    m_exportButton->setEnabled(!runs.empty());
    m_exportButton->setToolTip(runs.empty() ? tr("Tick at least one run")
                                            : tr("Write one HTML file that anyone can open"));
    const QString counts = m_runList->count() == 0
                               ? tr("There is no finished run yet: train a model first.")
                               : tr("%1 of %2 runs ticked").arg(runs.size()).arg(m_runList->count());
    m_heading->setSubtitle(counts);
    emit statusChanged(counts);
    loadAttributes();
}

void ReportPage::loadAttributes()
{
    const std::vector<tracking::RunId> runs = chosenRuns();
    if (runs.empty())
        return;
    Workbench &workbench = shell().workbench();
    m_loadAttributes.start<KeptColumns>(
        tr("Looking for protected columns"),
        [&workbench, run = runs.front()](const Context &context) -> Result<KeptColumns> {
            return workbench.analysis(run, context).map([](const RunAnalysis &analysis) {
                KeptColumns columns;
                for (const engine::Column &column : analysis.predictions.attributes)
                    columns.all.append(text(column.name()));
                const auto tag = analysis.details.run.tags.find(QStringLiteral("protected"));
                if (tag != analysis.details.run.tags.end())
                    columns.isProtected = tag->second.split(u',');
                return columns;
            });
        },
        [this](const Result<KeptColumns> &columns) {
            const QStringList found = columns ? columns->all : QStringList();
            QStringList shown;
            for (int row = 0; row < m_attributes->count(); ++row)
                shown.append(m_attributes->item(row)->text());
            if (shown == found)
                return;
            m_attributes->clear();
            for (const QString &name : found) {
                auto *item = new QListWidgetItem(name, m_attributes);
                item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
                item->setCheckState(columns->isProtected.contains(name) ? Qt::Checked : Qt::Unchecked);
            }
            m_attributes->setVisible(!found.isEmpty());
            m_fairness->setEnabled(!found.isEmpty());
            m_fairness->setToolTip(found.isEmpty() ? tr("The first ticked run kept no protected column")
                                                   : tr("Rates of every group of the ticked columns"));
        });
}

void ReportPage::showDatasets()
{
    const auto known = shell().datasets();
    const DatasetPtr before = request().driftCurrent;
    m_datasets.assign(known.begin(), known.end());
    const QSignalBlocker referenceBlocked(m_driftReference), currentBlocked(m_driftCurrent);
    m_driftReference->clear();
    m_driftCurrent->clear();
    m_driftReference->addItem(tr("Training data of the first run"));
    m_driftCurrent->addItem(tr("none"));
    for (const DatasetPtr &dataset : m_datasets) {
        m_driftReference->addItem(QFileInfo(dataset->path).fileName());
        m_driftCurrent->addItem(QFileInfo(dataset->path).fileName());
    }
    const auto at = std::ranges::find(m_datasets, before);
    m_driftCurrent->setCurrentIndex(before && at != m_datasets.end() ? static_cast<int>(at - m_datasets.begin()) + 1
                                                                     : 0);
}

void ReportPage::chooseDriftFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Data of today"));
    if (path.isEmpty())
        return;
    Workbench &workbench = shell().workbench();
    m_import.start<DatasetPtr>(
        tr("Reading %1").arg(QFileInfo(path).fileName()),
        [&workbench, path](const Context &context) { return workbench.import(path, {}, context); },
        [this](const Result<DatasetPtr> &read) {
            if (!read) {
                if (read.error().kind != ErrorKind::Cancelled)
                    shell().report(read.error());
                return;
            }
            shell().addDataset(*read);
            showDatasets();
            m_driftCurrent->setCurrentIndex(static_cast<int>(m_datasets.size()));
            m_drift->setChecked(true);
        });
}

ReportRequest ReportPage::request() const
{
    const auto chosen = [this](const QComboBox *box) {
        const int index = box->currentIndex() - 1;
        return index < 0 || index >= static_cast<int>(m_datasets.size()) ? nullptr
                                                                         : m_datasets[static_cast<std::size_t>(index)];
    };
    ReportRequest request;
    request.runs = chosenRuns();
    request.title = m_titleEdit->text().trimmed();
    for (int row = 0; row < m_attributes->count(); ++row)
        if (m_attributes->item(row)->checkState() == Qt::Checked)
            request.protectedColumns.append(m_attributes->item(row)->text());
    request.curves = m_curves->isChecked();
    request.fairness = m_fairness->isChecked();
    request.explain = m_explain->isChecked();
    request.profile = m_profile->isChecked();
    request.drift = m_drift->isChecked();
    request.driftReference = chosen(m_driftReference);
    request.driftCurrent = chosen(m_driftCurrent);
    return request;
}

void ReportPage::askWhereTo()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the report"), QStringLiteral("report.html"),
                                                      tr("Web pages (*.html)"));
    if (!path.isEmpty())
        exportTo(path);
}

void ReportPage::exportTo(const QString &path)
{
    Workbench &workbench = shell().workbench();
    m_outcome->hide();
    m_stack->setCurrentWidget(m_busy);
    m_export.start<QString>(
        tr("Writing the report"),
        [&workbench, request = request(), path](const Context &context) {
            return makeReport(workbench, request, path, context);
        },
        [this](const Result<QString> &written) {
            m_stack->setCurrentIndex(0);
            if (m_stale)
                refresh();
            if (!written) {
                if (written.error().kind != ErrorKind::Cancelled)
                    shell().report(written.error());
                return;
            }
            m_path = *written;
            const QFileInfo file(m_path);
            m_outcomeText->setText(tr("Wrote %1 (%2).").arg(file.fileName(), Format::bytes(file.size())));
            m_outcomeText->setToolTip(m_path);
            m_outcome->show();
            shell().tell(m_outcomeText->text());
            emit exported(m_path);
        });
}

} // namespace assay::ui
