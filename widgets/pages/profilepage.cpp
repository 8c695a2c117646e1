// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/profilepage.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/format.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/sparkdelegate.h"
#include "widgets/models/previewmodel.h"
#include "widgets/models/profilemodel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>

namespace assay::ui {

ProfilePage::ProfilePage(Shell &shell, DatasetPtr dataset, QWidget *parent)
    : Page(shell, parent)
    , m_dataset(std::move(dataset))
    , m_model(new ProfileModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_header(new PageHeader(QFileInfo(m_dataset->path).fileName(), this))
    , m_target(new QComboBox(this))
    , m_profiler(&shell.jobs())
{
    m_model->setProfile(m_dataset->profile);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ProfileModel::SortRole);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setToolTip(tr("The column that is to be predicted. Leakage and imbalance are judged against it."));
    m_target->setMinimumWidth(180);
    QLabel *label = roleLabel(tr("Predict"), "faint", m_header);
    label->setBuddy(m_target);
    QPushButton *next = m_header->setPrimary(tr("Choose models"));
    m_header->addWidget(label);
    m_header->addWidget(m_target);
    connect(next, &QPushButton::clicked, this, [this] { this->shell().openTrain(m_dataset, target()); });
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(12);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildColumns());
    splitter->addWidget(buildSide());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_header);
    layout->addWidget(splitter, 1);
    fillTargets();
    showProfile(m_dataset->profile);
    selectColumn(m_dataset->profile.suggestedTarget.empty() ? m_dataset->profile.columns.front().name
                                                            : m_dataset->profile.suggestedTarget);
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] { setTarget(target()); });
}

QString ProfilePage::title() const
{
    return QFileInfo(m_dataset->path).fileName();
}

QString ProfilePage::key() const
{
    return QStringLiteral("profile:%1#%2").arg(m_dataset->path, QString::fromStdString(m_dataset->table().digest()));
}

QString ProfilePage::command() const
{
    QStringList words{QStringLiteral("assay"), QStringLiteral("profile"), m_dataset->path};
    if (!target().isEmpty())
        words << QStringLiteral("--target") << target();
    return commandLine(words);
}

QString ProfilePage::inspectorText() const
{
    const engine::Dialect &dialect = m_dataset->read.dialect;
    return tr("<p>%1</p><p>%2, %3</p><p>Digest:<br>%4</p><p>The digest is of the content: the same data has the same "
              "digest wherever it lies.</p>")
        .arg(m_dataset->path.toHtmlEscaped(), QString::fromStdString(dialect.format).toUpper(),
             QString::fromStdString(dialect.encoding).toUpper(),
             QString::fromStdString(m_dataset->table().digest()).left(23) + QStringLiteral("…"));
}

QString ProfilePage::target() const
{
    return m_target->currentData().toString();
}

// Building -----------------------------------------------------------------------------------------------------------

QWidget *ProfilePage::buildColumns()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("columns"));
    m_table->setAccessibleName(tr("Columns"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_table->setItemDelegateForColumn(ProfileModel::Distribution, new SparkDelegate(ProfileModel::HistogramRole, this));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->resizeColumnsToContents();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showColumn(m_sorted->mapToSource(current).row()); });
    return m_table;
}

QLayout *ProfilePage::buildWarnings()
{
    m_warningsTitle = roleLabel({}, "heading", this);
    m_warnings = new QListWidget(this);
    m_warnings->setIconSize({16, 16});
    m_warnings->setAccessibleName(tr("Warnings"));
    m_warnings->setWordWrap(true);
    connect(m_warnings, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { selectColumn(item->data(Qt::UserRole).toString().toStdString()); });
    connect(m_warnings, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { selectColumn(item->data(Qt::UserRole).toString().toStdString()); });
    auto *layout = new QVBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_warningsTitle);
    layout->addWidget(m_warnings, 1);
    return layout;
}

QWidget *ProfilePage::buildSide()
{
    auto *side = new QWidget(this);
    m_chart = new ChartView(side);
    m_chart->setMinimumSize(260, 220);
    m_top = new QTreeWidget(side);
    m_top->setAccessibleName(tr("Most frequent values"));
    m_top->setRootIsDecorated(false);
    m_top->setUniformRowHeights(true);
    m_top->setHeaderLabels({tr("Most frequent values"), tr("Rows"), tr("Share")});
    m_top->header()->setStretchLastSection(false);
    m_top->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_top->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_top->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    for (const int section : {1, 2})
        m_top->headerItem()->setTextAlignment(section, Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_chart, 3);
    layout->addWidget(m_top, 2);
    layout->addLayout(buildWarnings(), 2);
    return side;
}

void ProfilePage::fillTargets()
{
    m_target->addItem(tr("Nothing yet"), QString());
    for (const engine::ColumnProfile &column : m_dataset->profile.columns) {
        const QString name = QString::fromStdString(column.name);
        const bool suggested = column.name == m_dataset->profile.suggestedTarget;
        m_target->addItem(suggested ? tr("%1 (suggested)").arg(name) : name, name);
    }
    const int suggestion = m_target->findData(QString::fromStdString(m_dataset->profile.suggestedTarget));
    m_target->setCurrentIndex(std::max(0, suggestion));
}

// Showing ------------------------------------------------------------------------------------------------------------

void ProfilePage::setTarget(const QString &target)
{
    if (!target.isEmpty())
        selectColumn(target.toStdString());
    m_header->primary()->setEnabled(!target.isEmpty());
    m_profiler.start<engine::Profile>(
        tr("Profiling %1").arg(title()),
        [&bench = shell().workbench(), dataset = m_dataset, target](const Context &context) {
            return bench.profile(dataset, target, context);
        },
        [this](Result<engine::Profile> profile) {
            if (profile)
                showProfile(std::move(*profile));
            else
                shell().report(profile.error());
        });
}

void ProfilePage::showProfile(engine::Profile profile)
{
    const int row = m_sorted->mapToSource(m_table->currentIndex()).row();
    QStringList parts{tr("%n row(s)", nullptr, static_cast<int>(profile.rows)),
                      tr("%n column(s)", nullptr, static_cast<int>(profile.columns.size()))};
    if (profile.duplicateRows > 0)
        parts << tr("%n duplicate row(s)", nullptr, static_cast<int>(profile.duplicateRows));
    if (m_dataset->read.rejectedCount > 0)
        parts << tr("%n cell(s) did not fit", nullptr, static_cast<int>(m_dataset->read.rejectedCount));
    m_header->setSubtitle(parts.join(QStringLiteral("  ·  ")));
    m_model->setProfile(std::move(profile));
    showWarnings();
    if (row >= 0)
        selectColumn(m_model->columnProfile(row).name);
    emit statusChanged(parts.mid(0, 2).join(QStringLiteral(" · ")));
}

void ProfilePage::showWarnings()
{
    const auto &warnings = m_model->profile().warnings;
    m_warnings->clear();
    m_warningsTitle->setText(warnings.empty() ? tr("No warnings")
                                              : tr("%n warning(s)", nullptr, static_cast<int>(warnings.size())));
    m_warnings->setVisible(!warnings.empty());
    for (const engine::DataWarning &warning : warnings) {
        auto *item =
            new QListWidgetItem(icon(QStringLiteral("warning")), QString::fromStdString(warning.message), m_warnings);
        item->setData(Qt::UserRole, QString::fromStdString(warning.column));
    }
}

void ProfilePage::selectColumn(const std::string &column)
{
    const int row = m_model->rowOf(column);
    if (row >= 0)
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, ProfileModel::Name)));
}

void ProfilePage::showColumn(int row)
{
    m_top->clear();
    if (row < 0)
        return;
    const engine::ColumnProfile &column = m_model->columnProfile(row);
    m_chart->setSpec(histogramChart(column));
    for (const engine::ValueCount &value : column.top) {
        const double share =
            static_cast<double>(value.count) / static_cast<double>(std::max<std::size_t>(1, m_model->profile().rows));
        auto *item = new QTreeWidgetItem(m_top, {QString::fromStdString(value.value),
                                                 countText(static_cast<qint64>(value.count)), shareText(share)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace assay::ui
