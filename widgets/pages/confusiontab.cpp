// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/confusiontab.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/predictionrows.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <cmath>

namespace assay::ui {

ConfusionTab::ConfusionTab(JobRegistry &jobs, QWidget *parent)
    : QWidget(parent)
    , m_filter(&jobs)
    , m_rows(new PredictionRowsModel(this))
    , m_share(new QComboBox(this))
    , m_matrix(new ChartView(this))
    , m_heading(roleLabel({}, "heading", this))
    , m_table(new QTableView(this))
{
    m_share->setObjectName(QStringLiteral("cellShare"));
    m_share->setAccessibleName(tr("Shares and shades"));
    m_share->addItem(tr("Share of the true class"), static_cast<int>(CellShare::TrueClass));
    m_share->addItem(tr("Share of the predicted class"), static_cast<int>(CellShare::PredictedClass));
    m_share->addItem(tr("Counts, share of all rows"), static_cast<int>(CellShare::AllRows));
    connect(m_share, &QComboBox::currentIndexChanged, this, &ConfusionTab::drawMatrix);
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    connect(m_matrix, &ChartView::activated, this, &ConfusionTab::choose);

    auto *left = new QWidget(this);
    auto *bar = new QHBoxLayout;
    auto *shareLabel = new QLabel(tr("Cells &show"), left);
    shareLabel->setBuddy(m_share);
    bar->addWidget(shareLabel);
    bar->addWidget(m_share);
    bar->addStretch(1);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 8, 0, 0);
    leftLayout->setSpacing(8);
    leftLayout->addLayout(bar);
    leftLayout->addWidget(m_matrix, 1);
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(left);
    content->addWidget(rowsPane());
    content->setSizes({600, 520});
    content->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
}

ConfusionTab::~ConfusionTab() = default;

QWidget *ConfusionTab::rowsPane()
{
    m_table->setModel(m_rows);
    m_table->setObjectName(QStringLiteral("cellRows"));
    m_table->setAccessibleName(tr("Rows of the chosen cell"));
    styleTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicator(PredictionRowsModel::RowId, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ConfusionTab::listRows);
    m_heading->setObjectName(QStringLiteral("cellHeading"));
    m_heading->setWordWrap(true);
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_table, 1);
    return pane;
}

void ConfusionTab::setAnalysis(std::shared_ptr<const RunAnalysis> analysis,
                               std::shared_ptr<const ThresholdData> thresholds)
{
    m_analysis = std::move(analysis);
    m_thresholds = std::move(thresholds);
    m_threshold = m_analysis->evaluation.threshold;
    if (m_cell && std::max(m_cell->truth, m_cell->predicted) >= classes())
        m_cell.reset();
    drawMatrix();
    listRows();
}

void ConfusionTab::setThreshold(double threshold)
{
    if (threshold == m_threshold || !m_thresholds)
        return;
    m_threshold = threshold;
    m_stale = true;
    if (isVisible())
        showEvent(nullptr);
}

/// What the slider of another tab changed is drawn when it is looked at.
void ConfusionTab::showEvent(QShowEvent *event)
{
    if (event)
        QWidget::showEvent(event);
    if (!m_stale || !m_analysis)
        return;
    m_stale = false;
    drawMatrix();
    listRows();
}

std::size_t ConfusionTab::classes() const
{
    return m_analysis->evaluation.task == engine::Task::Binary ? 2 : m_analysis->evaluation.labels.size();
}

QString ConfusionTab::label(std::size_t index) const
{
    const std::vector<std::string> &labels = m_analysis->predictions.labels;
    return index < labels.size() ? text(labels[index]) : QString::number(index);
}

void ConfusionTab::drawMatrix()
{
    if (!m_analysis)
        return;
    engine::Evaluation shown;
    shown.task = m_analysis->evaluation.task;
    shown.positive = m_analysis->evaluation.positive;
    shown.labels = m_analysis->predictions.labels;
    shown.confusionMatrix = m_analysis->evaluation.confusionMatrix;
    shown.confusion = m_thresholds ? m_thresholds->sweep.at(m_threshold) : m_analysis->evaluation.confusion;
    ChartSpec spec = confusionChart(shown, static_cast<CellShare>(m_share->currentData().toInt()));
    if (m_thresholds)
        spec.title = tr("Confusion matrix at the threshold %1").arg(Format::number(m_threshold));
    if (m_cell && !spec.series.empty())
        spec.series.front().chosen = static_cast<int>(m_cell->truth * classes() + m_cell->predicted);
    spec.summary += u' ' + tr("Return on a cell lists its rows.");
    m_matrix->setSpec(spec);
}

void ConfusionTab::choose(const QPointF &value)
{
    const auto predicted = std::lround(value.x()), truth = std::lround(value.y());
    const auto n = static_cast<long>(m_analysis ? classes() : 0);
    if (predicted < 0 || truth < 0 || predicted >= n || truth >= n)
        return;
    m_cell = Cell{.truth = static_cast<std::size_t>(truth), .predicted = static_cast<std::size_t>(predicted)};
    drawMatrix();
    listRows();
}

void ConfusionTab::listRows()
{
    showHeading();
    if (!m_cell || !m_analysis) {
        m_rows->setRows(m_analysis, m_threshold, {});
        return;
    }
    const QHeaderView *header = m_table->horizontalHeader();
    const int column = header->sortIndicatorSection();
    const bool descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_filter.start<std::vector<engine::Row>>(
        tr("Listing rows"),
        [analysis = m_analysis, cell = *m_cell, threshold = m_threshold, column,
         descending](const Context &) -> Result<std::vector<engine::Row>> {
            auto rows = rowsOfCell(analysis->predictions, threshold, cell.truth, cell.predicted);
            sortRows(analysis->predictions, threshold, column, descending, rows);
            return rows;
        },
        [this](Result<std::vector<engine::Row>> rows) {
            if (!rows)
                return;
            m_rows->setRows(m_analysis, m_threshold, std::move(*rows));
            m_table->resizeColumnsToContents();
            showHeading();
        });
}

void ConfusionTab::showHeading()
{
    if (!m_cell || !m_analysis) {
        m_heading->setText(tr("Choose a cell to list its rows"));
        return;
    }
    const QString truth = label(m_cell->truth), said = label(m_cell->predicted);
    m_heading->setText(m_cell->truth == m_cell->predicted
                           ? tr("%n row(s) of “%1”, rightly predicted", nullptr, m_rows->rowCount()).arg(truth)
                           : tr("%n row(s) of “%1” predicted “%2”", nullptr, m_rows->rowCount()).arg(truth, said));
}

} // namespace assay::ui
