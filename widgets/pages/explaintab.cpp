// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/explaintab.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace assay::ui {

ExplainTab::ExplainTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_load(&shell.jobs())
    , m_rowsModel(new AttributionRowsModel(this))
    , m_method(new QComboBox(this))
    , m_class(new QComboBox(this))
    , m_rows(new QSpinBox(this))
    , m_explain(new QPushButton(tr("Explain"), this))
    , m_summary(new QLabel(this))
    , m_charts(new ChartTabs(this))
    , m_rowTable(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
}

ExplainTab::~ExplainTab() = default;

QWidget *ExplainTab::choices()
{
    m_method->setObjectName(QStringLiteral("explainMethod"));
    m_method->setAccessibleName(tr("Method"));
    m_method->addItem(tr("Best for the model"), static_cast<int>(engine::ExplainMethod::Auto));
    m_method->addItem(tr("Tree SHAP"), static_cast<int>(engine::ExplainMethod::Tree));
    m_method->addItem(tr("Linear SHAP"), static_cast<int>(engine::ExplainMethod::Linear));
    m_method->addItem(tr("Permutation importance"), static_cast<int>(engine::ExplainMethod::Permutation));
    m_rows->setObjectName(QStringLiteral("explainRows"));
    m_rows->setAccessibleName(tr("Rows to explain"));
    m_rows->setRange(10, 100000);
    m_rows->setSingleStep(100);
    m_rows->setValue(500);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setSuffix(tr(" rows"));
    m_rows->setToolTip(tr("At most this many test rows, evenly spaced"));
    m_class->setAccessibleName(tr("Class"));
    m_class->hide();
    m_explain->setObjectName(QStringLiteral("explainAgain"));
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_method), static_cast<QWidget *>(m_rows),
                            static_cast<QWidget *>(m_explain), static_cast<QWidget *>(m_class)})
        layout->addWidget(widget);
    layout->addWidget(m_summary, 1);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_explain, &QPushButton::clicked, this, &ExplainTab::load);
    connect(m_method, &QComboBox::activated, this, &ExplainTab::load);
    connect(m_class, &QComboBox::currentIndexChanged, this, &ExplainTab::showCharts);
    return bar;
}

void ExplainTab::build()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_rowsModel);
    sorted->setSortRole(GridModel::SortRole);
    m_rowTable->setModel(sorted);
    m_rowTable->setObjectName(QStringLiteral("explainedRows"));
    m_rowTable->setAccessibleName(tr("Explained rows"));
    styleTable(m_rowTable);
    m_rowTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rowTable->setSortingEnabled(true);
    m_rowTable->horizontalHeader()->setStretchLastSection(true);
    connect(m_rowTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExplainTab::showCharts);
    connect(m_rowTable, &QTableView::clicked, this, [this] { m_charts->setCurrentIndex(m_charts->count() - 1); });
    m_empty->follow(&m_load);
    connect(m_empty, &EmptyPane::actionTriggered, this, &ExplainTab::load);

    auto *rows = new QWidget(this);
    auto *rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 8, 0, 0);
    rowsLayout->setSpacing(8);
    rowsLayout->addWidget(roleLabel(tr("Rows: choose one to see why it got its score"), "heading", rows));
    rowsLayout->addWidget(m_rowTable);
    auto *content = new QSplitter(Qt::Vertical, this);
    content->addWidget(m_charts);
    content->addWidget(rows);
    content->setSizes({420, 190});
    content->setChildrenCollapsible(false);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_empty->setMessage(tr("Nothing is explained yet"), {});
    m_stack->setCurrentWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(choices());
    layout->addWidget(m_stack, 1);
}

void ExplainTab::setRun(const tracking::RunId &run, bool finished)
{
    m_run = run;
    m_finished = finished;
    m_explain->setEnabled(finished);
    if (!finished)
        m_empty->setMessage(tr("There is no model to explain"), tr("Only a finished run keeps its model."));
}

void ExplainTab::start()
{
    if (m_finished && !m_tried)
        load();
}

QString ExplainTab::command(const QString &run) const
{
    const auto method = static_cast<engine::ExplainMethod>(m_method->currentData().toInt());
    QString command = QStringLiteral("assay explain %1 --rows %2").arg(run).arg(m_rows->value());
    if (method != engine::ExplainMethod::Auto)
        command += QStringLiteral(" --method ") + QString::fromLatin1(engine::name(method));
    return command;
}

void ExplainTab::load()
{
    if (!m_finished)
        return;
    m_tried = true;
    m_stack->setCurrentWidget(m_empty);
    Workbench &workbench = m_shell.workbench();
    const auto method = static_cast<engine::ExplainMethod>(m_method->currentData().toInt());
    m_load.start<engine::Attribution>(
        tr("Explaining predictions"),
        [&workbench, run = m_run, method, rows = m_rows->value()](const Context &context) {
            return workbench.explain(run, method, rows, context);
        },
        [this](Result<engine::Attribution> attribution) {
            if (attribution)
                show(std::move(*attribution));
            else if (attribution.error().kind == ErrorKind::Cancelled)
                m_empty->setMessage(tr("Cancelled"), tr("Fewer rows take less time."), tr("Explain"));
            else
                m_empty->setMessage(tr("The predictions cannot be explained this way"),
                                    text(attribution.error().message), tr("Try again"));
        });
}

void ExplainTab::show(engine::Attribution attribution)
{
    m_attribution = std::move(attribution);
    {
        const QSignalBlocker rowsBlocked(m_rowTable->selectionModel()), classBlocked(m_class);
        m_rowsModel->setAttribution(*m_attribution);
        m_class->clear();
        for (const std::string &label : m_attribution->classes)
            m_class->addItem(text(label));
        m_class->setVisible(m_class->count() > 0);
    }
    const bool byRow = m_attribution->values.rows() > 0;
    m_rowTable->parentWidget()->setVisible(byRow && m_rowsModel->rowCount() > 0);
    m_rowTable->sortByColumn(AttributionRowsModel::RowNumber, Qt::AscendingOrder);
    m_rowTable->resizeColumnsToContents();
    m_rowTable->selectRow(0);
    m_summary->setText(byRow ? tr("%1 rows in %2", "number of rows, duration")
                                   .arg(Format::count(static_cast<qint64>(m_attribution->n())),
                                        Format::duration(m_attribution->seconds))
                             : tr("in %1", "duration").arg(Format::duration(m_attribution->seconds)));
    m_summary->setToolTip(tr("Largest deviation of base value and attributions from the model’s margin: %1")
                              .arg(Format::number(m_attribution->additivityMaxError)));
    m_stack->setCurrentIndex(0);
    showCharts();
}

std::size_t ExplainTab::chosenRow() const
{
    const QModelIndex shown = m_rowTable->currentIndex();
    const auto *sorted = qobject_cast<const QSortFilterProxyModel *>(m_rowTable->model());
    return shown.isValid() ? static_cast<std::size_t>(sorted->mapToSource(shown).row()) : 0;
}

void ExplainTab::showCharts()
{
    if (!m_attribution)
        return;
    const int classIndex = std::max(0, m_class->currentIndex());
    std::vector<std::pair<QString, ChartSpec>> charts;
    charts.emplace_back(tr("Importance"), importanceChart(*m_attribution));
    if (m_attribution->values.rows() > 0) {
        charts.emplace_back(tr("Effect by row"), beeswarmChart(*m_attribution, 12, classIndex));
        charts.emplace_back(tr("Chosen row"), waterfallChart(*m_attribution, chosenRow(), 10, classIndex));
    }
    m_charts->setCharts(std::move(charts));
}

} // namespace assay::ui
