// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/reportpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

/// How the report page is put together; what it does is in reportpage.cpp.
namespace assay::ui {

ReportPage::ReportPage(Shell &shellOfPage, std::vector<tracking::RunId> runs, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_runs(std::move(runs))
    , m_loadRuns(&shellOfPage.jobs())
    , m_loadAttributes(&shellOfPage.jobs())
    , m_import(&shellOfPage.jobs())
    , m_export(&shellOfPage.jobs())
    , m_heading(new PageHeader(tr("Report"), this))
    , m_runList(new QListWidget(this))
    , m_attributes(new QListWidget(this))
    , m_titleEdit(new QLineEdit(this))
    , m_driftReference(new QComboBox(this))
    , m_driftCurrent(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new EmptyPane(this))
{
    build();
    showDatasets();
    loadRuns();
}

void ReportPage::build()
{
    QPushButton *copy = m_heading->addButton(tr("Copy as command"));
    copy->setObjectName(QStringLiteral("copyCommand"));
    connect(copy, &QPushButton::clicked, this, [this] {
        if (const QString line = command(); !line.isEmpty()) {
            QApplication::clipboard()->setText(line);
            shell().tell(tr("Copied: %1").arg(line));
        }
    });
    m_exportButton = m_heading->setPrimary(tr("Export…"));
    m_exportButton->setObjectName(QStringLiteral("exportReport"));
    m_exportButton->setEnabled(false);
    connect(m_exportButton, &QPushButton::clicked, this, &ReportPage::askWhereTo);
    m_busy->follow(&m_export);

    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(runsPane());
    content->addWidget(sectionsPane());
    content->setSizes({420, 700});
    content->setChildrenCollapsible(false);
    m_stack->addWidget(content);
    m_stack->addWidget(m_busy);
    m_outcome = outcomePane();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_outcome);
    layout->addWidget(m_stack, 1);
}

QWidget *ReportPage::runsPane()
{
    m_runList->setObjectName(QStringLiteral("reportRunList"));
    m_runList->setAccessibleName(tr("Runs in the report"));
    connect(m_runList, &QListWidget::itemChanged, this, &ReportPage::chosenChanged);
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 8, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel(tr("Runs"), "heading", pane));
    layout->addWidget(m_runList);
    return pane;
}

QCheckBox *ReportPage::section(const QString &text, const QString &toolTip, const char *name)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(toolTip);
    box->setChecked(true);
    return box;
}

QWidget *ReportPage::sectionsPane()
{
    m_titleEdit->setObjectName(QStringLiteral("reportTitle"));
    m_titleEdit->setPlaceholderText(tr("What the report says on top"));
    m_curves = section(tr("&Curves"), tr("ROC, precision–recall and calibration, or residuals"), "sectionCurves");
    m_fairness = section(tr("&Fairness by"), tr("Rates of every group of the ticked columns"), "sectionFairness");
    m_explain = section(tr("E&xplanation"), tr("What drives the predictions of each model"), "sectionExplain");
    m_profile = section(tr("Data &profile"), tr("Columns, missing values and warnings"), "sectionProfile");
    m_drift = section(tr("&Drift against a second file"), tr("Has the data changed since training?"), "sectionDrift");
    m_attributes->setAccessibleName(tr("Protected columns"));
    m_attributes->setObjectName(QStringLiteral("reportAttributes"));
    m_attributes->setMaximumHeight(110);
    m_attributes->hide();
    m_driftReference->setAccessibleName(tr("Reference data"));
    m_driftCurrent->setAccessibleName(tr("Current data"));
    m_driftCurrent->setObjectName(QStringLiteral("reportDriftCurrent"));
    auto *file = new QPushButton(tr("Choose file…"), this);
    connect(file, &QPushButton::clicked, this, &ReportPage::chooseDriftFile);
    connect(m_fairness, &QCheckBox::toggled, m_attributes, &QWidget::setEnabled);

    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(16, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel(tr("Title"), "heading", pane));
    layout->addWidget(m_titleEdit);
    layout->addSpacing(8);
    layout->addWidget(roleLabel(tr("Sections"), "heading", pane));
    for (QCheckBox *box : {m_profile, m_curves, m_explain, m_fairness})
        layout->addWidget(box);
    auto *indented = new QVBoxLayout;
    indented->setContentsMargins(24, 0, 0, 0);
    indented->addWidget(m_attributes);
    layout->addLayout(indented);
    layout->addWidget(m_drift);
    auto *drift = new QFormLayout;
    drift->setContentsMargins(24, 0, 0, 0);
    drift->setSpacing(8);
    auto *current = new QHBoxLayout;
    current->setSpacing(8);
    current->addWidget(m_driftCurrent, 1);
    current->addWidget(file);
    drift->addRow(tr("Reference"), m_driftReference);
    drift->addRow(tr("Current"), current);
    layout->addLayout(drift);
    layout->addStretch(1);
    return pane;
}

QWidget *ReportPage::outcomePane()
{
    auto *pane = new QWidget(this);
    m_outcomeText = new QLabel(pane);
    m_outcomeText->setObjectName(QStringLiteral("reportOutcome"));
    auto *open = new QPushButton(tr("Open"), pane);
    auto *folder = new QPushButton(tr("Show folder"), pane);
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)); });
    connect(folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath())); });
    auto *layout = new QHBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_outcomeText, 1);
    layout->addWidget(open);
    layout->addWidget(folder);
    pane->hide();
    return pane;
}

} // namespace assay::ui
