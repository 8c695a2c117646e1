// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/driftpage.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>

namespace assay::ui {

namespace {

QString nameOf(const DatasetPtr &data)
{
    return data ? QFileInfo(data->path).fileName() : QString();
}

QStringList localFiles(const QMimeData &mime)
{
    QStringList files;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

DriftPage::DriftPage(Shell &shellOfPage, DatasetPtr reference, DatasetPtr current, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_reference(std::move(reference))
    , m_current(std::move(current))
    , m_import(&shellOfPage.jobs())
    , m_compare(&shellOfPage.jobs())
    , m_model(new DriftModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_heading(new PageHeader(tr("Drift"), this))
    , m_referenceBox(new QComboBox(this))
    , m_currentBox(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_warnings(new Banner(Tone::Warning, this))
    , m_table(new QTableView(this))
    , m_charts(new ChartTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    setAcceptDrops(true);
    build();
    compare();
}

DriftPage::~DriftPage() = default;

QWidget *DriftPage::choices()
{
    m_referenceBox->setObjectName(QStringLiteral("driftReference"));
    m_currentBox->setObjectName(QStringLiteral("driftCurrent"));
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    using Member = DatasetPtr DriftPage::*;
    for (const auto &[caption, box, member] :
         {std::tuple<QString, QComboBox *, Member>{tr("&Reference"), m_referenceBox, &DriftPage::m_reference},
          {tr("&Current"), m_currentBox, &DriftPage::m_current}}) {
        auto *label = new QLabel(caption, bar);
        label->setBuddy(box);
        box->setAccessibleName(QString(caption).remove(QLatin1Char('&')));
        box->setMinimumContentsLength(18);
        layout->addWidget(label);
        layout->addWidget(box);
        layout->addSpacing(8);
        connect(box, &QComboBox::activated, this, [this, box = box, member = member](int index) {
            const auto known = shell().datasets();
            if (index >= 0 && index < known.size()) {
                this->*member = known[index];
                compare();
            } else {
                chooseFile(member);
            }
        });
    }
    layout->addStretch(1);
    return bar;
}

void DriftPage::build()
{
    m_open = m_heading->addButton(tr("Choose file…"));
    m_open->setObjectName(QStringLiteral("chooseDriftFile"));
    m_open->setToolTip(tr("Compare with another file; dropping it anywhere on the page does the same"));
    connect(m_open, &QPushButton::clicked, this,
            [this] { chooseFile(m_reference ? &DriftPage::m_current : &DriftPage::m_reference); });
    m_next = m_heading->setPrimary(tr("Report…"));
    m_next->setObjectName(QStringLiteral("reportDrift"));
    connect(m_next, &QPushButton::clicked, this, [this] { shell().openReport({}); });

    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(GridModel::SortRole);
    m_table->setModel(m_sorted);
    m_table->setObjectName(QStringLiteral("driftColumns"));
    m_table->setAccessibleName(tr("Columns by movement"));
    styleTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DriftPage::showColumn);
    m_summary->setObjectName(QStringLiteral("driftSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont larger = m_summary->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.1);
    m_summary->setFont(larger);
    m_empty->follow(&m_import);
    m_empty->follow(&m_compare);
    connect(m_empty, &EmptyPane::actionTriggered, m_open, &QPushButton::click);

    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(m_table);
    content->addWidget(m_charts);
    content->setSizes({640, 520});
    content->setChildrenCollapsible(false);
    auto *results = new QWidget(this);
    auto *resultsLayout = new QVBoxLayout(results);
    resultsLayout->setContentsMargins(0, 0, 0, 0);
    resultsLayout->setSpacing(8);
    resultsLayout->addWidget(m_summary);
    resultsLayout->addWidget(m_warnings);
    resultsLayout->addWidget(content, 1);
    m_stack->addWidget(results);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(choices());
    layout->addWidget(m_stack, 1);
}

QString DriftPage::title() const
{
    return m_current ? tr("Drift: %1").arg(nameOf(m_current)) : tr("Drift");
}

QString DriftPage::key() const
{
    return QStringLiteral("drift:%1:%2")
        .arg(m_reference ? m_reference->path : QString(), m_current ? m_current->path : QString());
}

QString DriftPage::command() const
{
    if (!m_reference || !m_current)
        return {};
    return QStringLiteral("assay drift %1 %2").arg(shellQuoted(m_reference->path), shellQuoted(m_current->path));
}

QString DriftPage::inspectorText() const
{
    return m_report ? QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title().toHtmlEscaped(), summary().toHtmlEscaped())
                    : QString();
}

void DriftPage::showDatasets()
{
    for (const auto &[box, chosen] : {std::pair{m_referenceBox, m_reference}, {m_currentBox, m_current}}) {
        const QSignalBlocker blocker(box);
        box->clear();
        const auto known = shell().datasets();
        for (const DatasetPtr &dataset : known)
            box->addItem(
                tr("%1 (%2 rows)").arg(nameOf(dataset), Format::count(static_cast<qint64>(dataset->table().rows()))));
        box->insertSeparator(box->count());
        box->addItem(tr("Choose file…"));
        box->setCurrentIndex(chosen ? static_cast<int>(known.indexOf(chosen)) : -1);
        box->setPlaceholderText(chosen ? nameOf(chosen) : tr("none yet"));
    }
}

void DriftPage::chooseFile(DatasetPtr DriftPage::*target)
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Data to compare"));
    showDatasets(); // the box goes back to what is compared
    if (!path.isEmpty())
        importFile(path, target);
}

void DriftPage::importFile(const QString &path, DatasetPtr DriftPage::*target)
{
    // Read as its counterpart was read, so that decimal marks and date orders are taken alike.
    const DatasetPtr &other = target == &DriftPage::m_current ? m_reference : m_current;
    const engine::ReadOptions options = other ? other->options : engine::ReadOptions();
    Workbench &workbench = shell().workbench();
    m_stack->setCurrentWidget(m_empty);
    m_import.start<DatasetPtr>(
        tr("Reading %1").arg(QFileInfo(path).fileName()),
        [&workbench, path, options](const Context &context) { return workbench.import(path, options, context); },
        [this, target](Result<DatasetPtr> read) {
            if (!read) {
                if (read.error().kind != ErrorKind::Cancelled)
                    shell().report(read.error());
                compare();
                return;
            }
            this->*target = *read;
            shell().addDataset(*read);
            compare();
        });
}

void DriftPage::compare()
{
    showDatasets();
    m_next->setEnabled(false);
    if (!m_reference || !m_current) {
        const bool none = !m_reference && !m_current;
        m_empty->setMessage(
            none ? tr("Drop the data a model was trained on") : tr("Drop the second file"),
            none ? tr("Then drop the data of today: every column of both is compared.")
                 : tr("It is compared column by column with %1.").arg(nameOf(m_reference ? m_reference : m_current)),
            tr("Choose file…"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    Workbench &workbench = shell().workbench();
    m_compare.start<engine::DriftReport>(
        tr("Comparing %1 with %2").arg(nameOf(m_reference), nameOf(m_current)),
        [&workbench, reference = m_reference, current = m_current](const Context &context) {
            return workbench.drift(reference, current, context);
        },
        [this](Result<engine::DriftReport> report) {
            if (report)
                show(std::move(*report));
            else if (report.error().kind == ErrorKind::Cancelled)
                m_empty->setMessage(tr("Cancelled"), {}, tr("Choose file…"));
            else
                m_empty->setMessage(tr("The data cannot be compared"), text(report.error().message),
                                    tr("Choose file…"));
        });
    emit titleChanged();
}

void DriftPage::show(engine::DriftReport report)
{
    m_report = std::move(report);
    m_model->setReport(*m_report);
    m_table->resizeColumnsToContents();
    m_table->sortByColumn(DriftModel::Movement, Qt::DescendingOrder);
    QStringList warnings;
    for (const std::string &warning : m_report->warnings)
        warnings.append(text(warning));
    m_warnings->setMessages(warnings);
    m_summary->setText(summary());
    m_heading->setSubtitle(tr("%1 against %2 rows")
                               .arg(Format::count(static_cast<qint64>(m_report->currentRows)),
                                    Format::count(static_cast<qint64>(m_report->referenceRows))));
    m_stack->setCurrentIndex(0);
    m_next->setEnabled(true);
    m_table->selectRow(0);
    showColumn();
    emit titleChanged();
    emit inspectorChanged();
    emit statusChanged(tr("%n column(s)", nullptr, m_model->rowCount()));
}

QString DriftPage::summary() const
{
    const auto drifted = std::ranges::count_if(m_report->columns, &engine::ColumnDrift::drifted);
    const QString counts = tr("%1 of %2 columns drifted (%3).")
                               .arg(drifted)
                               .arg(m_report->columns.size())
                               .arg(Format::percent(m_report->shareDrifted));
    if (m_report->action == "retrain")
        return tr("%1 Train again on newer data before you trust the model’s figures.").arg(counts);
    if (m_report->action == "experiment")
        return tr("%1 This is hardly the same population: question the data and the model, not only its parameters.")
            .arg(counts);
    if (m_report->action == "watch")
        return tr("%1 Nothing to do yet; look at those columns again with the next data.").arg(counts);
    return tr("%1 The data still looks like the reference.").arg(counts);
}

void DriftPage::showColumn()
{
    if (!m_report)
        return;
    std::vector<std::pair<QString, ChartSpec>> charts;
    const int row = m_sorted->mapToSource(m_table->currentIndex()).row();
    if (row >= 0 && row < static_cast<int>(m_report->columns.size()))
        charts.emplace_back(tr("Chosen column"), driftHistogramChart(m_report->columns[static_cast<std::size_t>(row)]));
    charts.emplace_back(tr("All columns"), driftOverviewChart(*m_report));
    m_charts->setCharts(std::move(charts));
}

bool DriftPage::dropFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return false;
    importFile(paths.first(), m_reference ? &DriftPage::m_current : &DriftPage::m_reference);
    return true;
}

void DriftPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DriftPage::dropEvent(QDropEvent *event)
{
    if (dropFiles(localFiles(*event->mimeData())))
        event->acceptProposedAction();
}

} // namespace assay::ui
