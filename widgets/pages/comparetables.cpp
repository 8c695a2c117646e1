// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparetables.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/bardelegate.h"
#include "widgets/models/format.h"
#include "widgets/pages/runselection.h"
#include "widgets/pages/tables.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <set>

namespace assay::ui {

namespace {

const QString onlyDifferencesKey = QStringLiteral("compare/onlyDifferences");
constexpr int twoLines = 44, oneLine = 30;

QSortFilterProxyModel *sorted(QAbstractItemModel *model, QObject *parent)
{
    auto *proxy = new QSortFilterProxyModel(parent);
    proxy->setSourceModel(model);
    proxy->setSortRole(GridModel::SortRole);
    return proxy;
}

} // namespace

CompareTables::CompareTables(RunSelection *selection, QWidget *parent)
    : QTabWidget(parent)
    , m_selection(selection)
    , m_metrics(new ComparisonMetricsModel(this))
    , m_params(new ComparisonParamsModel(this))
    , m_tests(new PairTestsModel(this))
    , m_rows(new DisagreementModel(this))
    , m_sortedMetrics(sorted(m_metrics, this))
    , m_sortedTests(sorted(m_tests, this))
    , m_metricsTable(table("metricsTable", tr("Metrics of the runs"), m_sortedMetrics))
    , m_paramsTable(table("paramsTable", tr("Parameters of the runs"), m_params))
    , m_testsTable(table("testsTable", tr("Tests of every pair"), m_sortedTests))
    , m_rowsTable(table("rowsTable", tr("Rows decided differently"), m_rows))
    , m_rowsText(roleLabel({}, "faint", this))
    , m_rowsPane(new QWidget(this))
    , m_transpose(new QToolButton(this))
    , m_onlyDifferences(new QCheckBox(tr("Only differences"), this))
{
    build();
}

QTableView *CompareTables::table(const char *name, const QString &accessibleName, QAbstractItemModel *model)
{
    auto *view = new QTableView(this);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(accessibleName);
    view->setModel(model);
    styleTable(view);
    view->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    return view;
}

void CompareTables::build()
{
    setAccessibleName(tr("Figures"));
    m_metricsTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_metricsTable->setItemDelegate(new BarDelegate(RunsAcrossModel::ShareRole, -1, m_metricsTable));
    m_testsTable->setItemDelegate(new BarDelegate(-1, PairTestsModel::SharesRole, m_testsTable));
    m_testsTable->setSortingEnabled(true);
    m_testsTable->sortByColumn(-1, Qt::AscendingOrder);
    m_testsTable->verticalHeader()->setDefaultSectionSize(twoLines);
    m_rowsTable->setSortingEnabled(true);
    m_rowsTable->sortByColumn(-1, Qt::AscendingOrder);
    m_rowsText->setObjectName(QStringLiteral("rowsText"));
    m_rowsText->setWordWrap(true);
    m_rowsText->setContentsMargins(4, 6, 4, 0);
    auto *rows = new QVBoxLayout(m_rowsPane);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_rowsText);
    rows->addWidget(m_rowsTable, 1);
    addTab(m_metricsTable, tr("Metrics"));
    addTab(m_paramsTable, tr("Parameters"));
    addTab(m_testsTable, tr("Tests"));
    addTab(m_rowsPane, tr("Rows"));
    setTabToolTip(3, tr("Rows two runs decide differently: the baseline and the selected run"));

    m_transpose->setObjectName(QStringLiteral("transpose"));
    m_transpose->setText(tr("Transpose"));
    m_transpose->setCheckable(true);
    m_transpose->setToolTip(tr("A row a run instead of a column"));
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_onlyDifferences->setToolTip(tr("Leave out parameters that all runs share"));
    m_onlyDifferences->setChecked(QSettings().value(onlyDifferencesKey, true).toBool());
    auto *corner = new QWidget(this);
    auto *tools = new QHBoxLayout(corner);
    tools->setContentsMargins(0, 0, 4, 2);
    tools->addWidget(m_onlyDifferences);
    tools->addWidget(m_transpose);
    setCornerWidget(corner);

    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool on) {
        QSettings().setValue(onlyDifferencesKey, on);
        showParams();
    });
    connect(m_transpose, &QToolButton::toggled, this, [this] {
        showMetrics();
        showParams();
        sortByMetric();
    });
    connect(m_metricsTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CompareTables::selectedInTable);
    connect(m_testsTable, &QTableView::clicked, this, &CompareTables::pairClicked);
    connect(m_testsTable, &QTableView::activated, this, &CompareTables::pairClicked);
    connect(m_selection, &RunSelection::changed, this, [this] {
        if (m_comparison && m_baseline != m_selection->baseline())
            showMetrics();
        select();
    });
}

void CompareTables::setComparison(const RunComparison *comparison, const std::vector<engine::Judgement> &judgements,
                                  const QString &metric, bool dimmed)
{
    const bool first = !m_comparison;
    m_comparison = comparison;
    m_dimmed = dimmed;
    const bool otherMetric = std::exchange(m_metric, metric) != metric;
    if (first) {
        const QSignalBlocker blocker(m_transpose);
        m_transpose->setChecked(static_cast<int>(comparison->runs.size()) >= manyColumns);
    }
    m_tests->setComparison(*comparison, judgements, metric, dimmed);
    m_testsTable->resizeColumnsToContents();
    m_testsTable->setColumnWidth(PairTestsModel::Pair, std::min(260, m_testsTable->columnWidth(PairTestsModel::Pair)));
    showMetrics();
    showParams();
    if (otherMetric)
        sortByMetric();
}

/// The best run of the metric judged by on top.
void CompareTables::sortByMetric()
{
    const auto &metrics = m_comparison->runs.front().evaluation.metrics;
    const auto at = std::ranges::find(metrics, m_metric.toStdString(), &engine::Metric::name);
    if (m_metrics->isTransposed() && at != metrics.end())
        m_metricsTable->sortByColumn(static_cast<int>(at - metrics.begin()) + 1,
                                     engine::largerIsBetter(at->name) ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void CompareTables::showMetrics()
{
    if (!m_comparison)
        return;
    const bool transposed = m_transpose->isChecked();
    const bool crowd = static_cast<int>(m_comparison->runs.size()) >= crowded;
    m_baseline = m_selection->baseline();
    const bool sameLayout = m_metrics->isTransposed() == transposed;
    const QModelIndex before = m_sortedMetrics->mapToSource(m_metricsTable->currentIndex());
    const int row = before.row(), column = before.column(); // of a model that is about to be reset
    {
        const QScopedValueRollback rollback(m_selecting, true);
        m_metrics->setComparison(*m_comparison, static_cast<std::size_t>(m_baseline),
                                 {.transposed = transposed, .dimmed = m_dimmed, .bars = crowd});
    }
    if (sameLayout && row >= 0)
        m_metricsTable->selectionModel()->setCurrentIndex(m_sortedMetrics->mapFromSource(m_metrics->index(row, column)),
                                                          QItemSelectionModel::NoUpdate);
    m_metricsTable->setSortingEnabled(transposed);
    if (!transposed)
        m_sortedMetrics->sort(-1);
    m_metricsTable->verticalHeader()->setDefaultSectionSize(crowd ? oneLine : twoLines);
    QHeaderView *header = m_metricsTable->horizontalHeader();
    const bool fits = transposed ? m_metrics->columnCount() <= 7 : !crowd;
    header->setSectionResizeMode(fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits) {
        header->resizeSections(QHeaderView::ResizeToContents);
        for (int section = 1; section < header->count(); ++section)
            header->resizeSection(section, header->sectionSize(section) + 12); // for the mark of sorting
    }
    if (transposed) {
        header->setSectionResizeMode(0, QHeaderView::Interactive);
        m_metricsTable->resizeColumnToContents(0);
        m_metricsTable->setColumnWidth(0, std::clamp(m_metricsTable->columnWidth(0) + 24, 100, 220));
    }
    select();
}

void CompareTables::showParams()
{
    if (!m_comparison)
        return;
    m_params->setComparison(*m_comparison, m_onlyDifferences->isChecked(), m_transpose->isChecked());
    const bool few = m_params->columnCount() <= 6;
    m_paramsTable->horizontalHeader()->setSectionResizeMode(few ? QHeaderView::Stretch : QHeaderView::Interactive);
}

/// What is selected elsewhere, in the metrics table.
void CompareTables::select()
{
    std::vector<int> colours;
    for (int run = 0; run < m_selection->count(); ++run)
        colours.push_back(m_selection->slot(run));
    m_metrics->setSlots(colours);
    m_params->setSlots(colours);
    if (m_selecting || !m_comparison)
        return;
    const QScopedValueRollback rollback(m_selecting, true);
    QItemSelection selection;
    const bool transposed = m_metrics->isTransposed();
    for (const int run : m_selection->selected()) {
        const QModelIndex from = m_metrics->index(transposed ? run : 0, transposed ? 0 : run + 1);
        const QModelIndex to = m_metrics->index(transposed ? run : m_metrics->rowCount() - 1,
                                                transposed ? m_metrics->columnCount() - 1 : run + 1);
        selection.select(m_sortedMetrics->mapFromSource(from), m_sortedMetrics->mapFromSource(to));
    }
    m_metricsTable->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CompareTables::selectedInTable()
{
    if (m_selecting)
        return;
    const QScopedValueRollback rollback(m_selecting, true);
    std::set<int> runs;
    const QModelIndexList indexes = m_metricsTable->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes)
        if (const int run = index.data(RunsAcrossModel::RunRole).toInt(); run >= 0)
            runs.insert(run);
    m_selection->setSelected({runs.begin(), runs.end()});
}

int CompareTables::currentRun() const
{
    const QModelIndex index = m_metricsTable->currentIndex();
    return index.isValid() ? index.data(RunsAcrossModel::RunRole).toInt() : -1;
}

void CompareTables::pairClicked(const QModelIndex &index)
{
    m_selection->setSelected(
        {index.data(PairTestsModel::FirstRunRole).toInt(), index.data(PairTestsModel::SecondRunRole).toInt()});
}

void CompareTables::setDisagreements(std::shared_ptr<const engine::Disagreements> rows, const QString &first,
                                     const QString &second, bool samePair)
{
    if (!rows) {
        m_rowsText->setText(tr("Select a run to see the rows that it and the baseline decide differently."));
    } else if (rows->a.task == engine::Task::Regression) {
        m_rowsText->setText(tr("All %n row(s) that %1 and %2 predicted, those furthest apart first.", nullptr,
                               static_cast<int>(rows->rows.size()))
                                .arg(first, second));
    } else {
        m_rowsText->setText(
            tr("%n row(s) are decided differently: only %1 is right on %2, only %3 on %4, neither on %5.", nullptr,
               static_cast<int>(rows->rows.size()))
                .arg(first, Format::count(static_cast<qint64>(rows->onlyARight)), second,
                     Format::count(static_cast<qint64>(rows->onlyBRight)),
                     Format::count(static_cast<qint64>(rows->bothWrong))));
    }
    m_rows->setRows(std::move(rows), first, second);
    QHeaderView *header = m_rowsTable->horizontalHeader();
    if (samePair)
        m_rowsTable->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    else
        header->setSortIndicator(-1, Qt::AscendingOrder);
}

} // namespace assay::ui
