// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/fairnesstab.h"

#include "widgets/charts/chartview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/twolinedelegate.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace assay::ui {

FairnessTab::FairnessTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_load(&shell.jobs())
    , m_groups(new GroupModel(this))
    , m_measures(new FairnessMeasuresModel(this))
    , m_attribute(new QComboBox(this))
    , m_privilegedGroup(new QComboBox(this))
    , m_rate(new QComboBox(this))
    , m_warnings(new Banner(Tone::Warning, this))
    , m_groupTable(new QTableView(this))
    , m_measureTable(new QTableView(this))
    , m_chart(new ChartView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
}

FairnessTab::~FairnessTab() = default;

QWidget *FairnessTab::choices()
{
    m_attribute->setObjectName(QStringLiteral("fairnessAttribute"));
    m_privilegedGroup->setObjectName(QStringLiteral("privilegedGroup"));
    m_rate->setObjectName(QStringLiteral("groupRate"));
    m_rate->addItem(tr("Selection rate"), static_cast<int>(GroupRate::Selection));
    m_rate->addItem(tr("Accuracy"), static_cast<int>(GroupRate::Accuracy));
    m_rate->addItem(tr("True positive rate"), static_cast<int>(GroupRate::TruePositive));
    m_rate->addItem(tr("False positive rate"), static_cast<int>(GroupRate::FalsePositive));
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const auto &[caption, combo] : {std::pair{tr("&Column"), m_attribute},
                                         {tr("&Privileged group"), m_privilegedGroup},
                                         {tr("Char&t shows"), m_rate}}) {
        auto *label = new QLabel(caption, bar);
        label->setBuddy(combo);
        combo->setAccessibleName(QString(caption).remove(QLatin1Char('&')));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(label);
        layout->addWidget(combo);
        layout->addSpacing(8);
    }
    layout->addStretch(1);
    connect(m_attribute, &QComboBox::currentIndexChanged, this, &FairnessTab::chooseAttribute);
    connect(m_privilegedGroup, &QComboBox::activated, this, [this] {
        m_privileged[m_attribute->currentText()] = m_privilegedGroup->currentText();
        load();
    });
    connect(m_rate, &QComboBox::currentIndexChanged, this, &FairnessTab::showChart);
    return bar;
}

void FairnessTab::build()
{
    m_groupTable->setModel(m_groups);
    m_groupTable->setObjectName(QStringLiteral("groupTable"));
    m_groupTable->setAccessibleName(tr("Groups"));
    m_groupTable->setItemDelegate(new TwoLineDelegate(m_groupTable));
    m_measureTable->setModel(m_measures);
    m_measureTable->setObjectName(QStringLiteral("fairnessMeasures"));
    m_measureTable->setAccessibleName(tr("Measures of fairness"));
    for (QTableView *table : {m_groupTable, m_measureTable}) {
        styleTable(table);
    }
    m_groupTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_measureTable->horizontalHeader()->setStretchLastSection(true);
    m_groupTable->verticalHeader()->setDefaultSectionSize(44);
    m_empty->follow(&m_load);

    auto *measures = new QWidget(this);
    auto *measuresLayout = new QVBoxLayout(measures);
    measuresLayout->setContentsMargins(0, 8, 0, 0);
    measuresLayout->setSpacing(8);
    measuresLayout->addWidget(roleLabel(tr("Definitions of fairness"), "heading", measures));
    measuresLayout->addWidget(m_measureTable);
    auto *lower = new QSplitter(Qt::Horizontal, this);
    lower->addWidget(measures);
    lower->addWidget(m_chart);
    lower->setSizes({600, 480});
    auto *content = new QSplitter(Qt::Vertical, this);
    content->addWidget(m_groupTable);
    content->addWidget(lower);
    content->setSizes({230, 360});
    for (QSplitter *splitter : {lower, content})
        splitter->setChildrenCollapsible(false);

    auto *results = new QWidget(this);
    auto *resultsLayout = new QVBoxLayout(results);
    resultsLayout->setContentsMargins(0, 8, 0, 0);
    resultsLayout->setSpacing(8);
    resultsLayout->addWidget(choices());
    resultsLayout->addWidget(m_warnings);
    resultsLayout->addWidget(content, 1);
    m_stack->addWidget(results);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void FairnessTab::explain(const QString &title, const QString &text)
{
    m_empty->setMessage(title, text);
    m_stack->setCurrentWidget(m_empty);
}

void FairnessTab::setAnalysis(const tracking::RunId &run, const engine::Predictions &predictions)
{
    m_run = run;
    m_done = false;
    const QSignalBlocker blocker(m_attribute);
    const QString before = m_attribute->currentText();
    m_attribute->clear();
    if (predictions.task != engine::Task::Binary)
        return explain(tr("Fairness is about two classes"),
                       tr("This run has another task; group metrics need a yes or no."));
    for (const engine::Column &column : predictions.attributes)
        m_attribute->addItem(text(column.name()));
    if (m_attribute->count() == 0)
        return explain(
            tr("No column was kept with the predictions"),
            tr("Train again with a protected column marked on the train page: its groups are then compared here."));
    m_attribute->setCurrentIndex(std::max(0, m_attribute->findText(before)));
    if (m_wanted)
        load();
}

void FairnessTab::start()
{
    m_wanted = true;
    if (!m_done && m_attribute->count() > 0 && !m_load.isRunning())
        load();
}

void FairnessTab::chooseAttribute()
{
    if (m_wanted)
        load();
}

void FairnessTab::load()
{
    const QString attribute = m_attribute->currentText();
    std::map<QString, QString> privileged;
    if (const auto chosen = m_privileged.find(attribute); chosen != m_privileged.end())
        privileged.insert(*chosen);
    Workbench &workbench = m_shell.workbench();
    m_load.start<engine::FairnessReport>(
        tr("Comparing groups of “%1”").arg(attribute),
        [&workbench, run = m_run, attribute, privileged](const Context &context) {
            return workbench.fairness(run, {attribute}, privileged, context);
        },
        [this](const Result<engine::FairnessReport> &report) {
            if (report && !report->attributes.empty())
                show(*report);
            else if (!report)
                explain(tr("The groups cannot be compared"), text(report.error().message));
        });
}

void FairnessTab::show(const engine::FairnessReport &report)
{
    m_done = true;
    m_fairness = report.attributes.front();
    m_groups->setFairness(*m_fairness);
    m_measures->setFairness(*m_fairness);
    {
        const QSignalBlocker blocker(m_privilegedGroup);
        m_privilegedGroup->clear();
        for (const engine::GroupMetrics &group : m_fairness->groups)
            m_privilegedGroup->addItem(text(group.group));
        m_privilegedGroup->setCurrentText(text(m_fairness->privileged));
    }
    QStringList warnings;
    for (const std::string &warning : m_fairness->warnings)
        warnings.append(text(warning));
    m_warnings->setMessages(warnings);
    m_measureTable->resizeColumnsToContents();
    showChart();
    m_stack->setCurrentIndex(0);
}

void FairnessTab::showChart()
{
    if (m_fairness)
        m_chart->setSpec(fairnessChart(*m_fairness, static_cast<GroupRate>(m_rate->currentData().toInt())));
}

} // namespace assay::ui
