// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together.
#include "widgets/controls/pageheader.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/tables.h"
#include "widgets/pages/takeoverpage.h"
#include "widgets/pages/takeoverpagemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>

namespace assay::ui {

QWidget *TakeOverPage::choices()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_all->setText(tr("&All runs"));
    m_all->setTristate(true);
    m_all->setObjectName(QStringLiteral("takeOverAll"));
    auto *experiment = new QLabel(tr("&Experiment"), bar);
    experiment->setBuddy(m_experiment);
    m_experiment->setObjectName(QStringLiteral("takeOverExperiment"));
    m_experiment->setEditable(true);
    m_experiment->setAccessibleName(tr("Experiment"));
    m_experiment->lineEdit()->setPlaceholderText(tr("as at the source"));
    m_experiment->setToolTip(tr("Put all runs into this experiment; empty: each into the one it has"));
    m_experiment->setMinimumContentsLength(20);
    auto *artifacts = new QLabel(tr("&Files in"), bar);
    artifacts->setBuddy(m_artifacts);
    m_artifacts->setObjectName(QStringLiteral("takeOverArtifacts"));
    m_artifacts->setAccessibleName(tr("Folder of the files"));
    m_artifacts->setPlaceholderText(tr("beside the runs"));
    m_artifacts->setToolTip(tr("Where the files of a tracking server lie, if not beside its database"));
    auto *choose = new QPushButton(tr("Choose…"), bar);
    choose->setAccessibleName(tr("Choose the folder of the files"));
    connect(choose, &QPushButton::clicked, this, &TakeOverPage::chooseArtifacts);
    connect(m_artifacts, &QLineEdit::editingFinished, this, [this] {
        if (m_artifacts->isModified())
            look();
    });
    layout->addWidget(m_all);
    layout->addSpacing(16);
    layout->addWidget(experiment);
    layout->addWidget(m_experiment);
    layout->addSpacing(16);
    layout->addWidget(artifacts);
    layout->addWidget(m_artifacts, 1);
    layout->addWidget(choose);
    return bar;
}

QWidget *TakeOverPage::progress()
{
    auto *strip = new QWidget(this);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_progressText = new QLabel(strip);
    m_bar = new QProgressBar(strip);
    m_bar->setObjectName(QStringLiteral("takeOverProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    auto *cancel = new QPushButton(tr("Cancel"), strip);
    cancel->setObjectName(QStringLiteral("takeOverCancel"));
    cancel->setToolTip(tr("Stop; the runs taken over so far stay"));
    connect(cancel, &QPushButton::clicked, &m_take, &JobRunner::cancel);
    connect(&m_take, &JobRunner::progressed, this, [this](const Progress &done) {
        m_bar->setRange(0, static_cast<int>(done.total));
        m_bar->setValue(static_cast<int>(done.done));
        m_progressText->setText(tr("%1 of %2 runs").arg(done.done).arg(done.total));
    });
    layout->addWidget(m_progressText);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    strip->setVisible(false);
    return strip;
}

QWidget *TakeOverPage::results()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TakeOverPageModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setObjectName(QStringLiteral("takeOverRuns"));
    m_table->setAccessibleName(tr("Runs to take over"));
    styleTable(m_table);
    makeCopyable(m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TakeOverPageModel::Started, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_problems->setObjectName(QStringLiteral("takeOverProblems"));
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setColumnCount(3);
    m_problems->setHorizontalHeaderLabels({tr("What"), tr("Where"), tr("Byte")});
    m_problems->setEditTriggers(QAbstractItemView::NoEditTriggers);
    styleTable(m_problems);
    makeCopyable(m_problems);
    m_problems->horizontalHeader()->setStretchLastSection(false);

    auto *below = new QWidget(this);
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 8, 0, 0);
    belowLayout->addWidget(m_problemsTitle);
    belowLayout->addWidget(m_problems, 1);
    m_problemsTitle->setBuddy(m_problems);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("takeOverSplit"));
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);

    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_options = choices();
    m_progress = progress();
    layout->addWidget(m_result);
    layout->addWidget(m_summary);
    layout->addWidget(m_options);
    layout->addWidget(m_progress);
    layout->addWidget(split, 1);
    return page;
}

void TakeOverPage::build()
{
    auto *file = m_heading->addButton(tr("Choose file…"));
    file->setToolTip(tr("An mlflow.db, an archive or a log"));
    auto *folder = m_heading->addButton(tr("Choose folder…"));
    folder->setToolTip(tr("An mlruns folder, or one with TensorBoard's event files"));
    connect(file, &QPushButton::clicked, this, &TakeOverPage::chooseFile);
    connect(folder, &QPushButton::clicked, this, &TakeOverPage::chooseFolder);
    m_next = m_heading->setPrimary(tr("Take over"));
    m_next->setObjectName(QStringLiteral("takeOver"));
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_done)
            shell().openRuns();
        else
            takeOver();
    });
    m_summary->setObjectName(QStringLiteral("takeOverSummary"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->setObjectName(QStringLiteral("takeOverResult"));
    connect(m_all, &QCheckBox::clicked, this, [this] { m_model->tick(m_all->checkState() != Qt::Unchecked); });
    connect(m_model, &TakeOverPageModel::tickedChanged, this, &TakeOverPage::showTicked);
    m_empty->follow(&m_look);
    connect(m_empty, &EmptyPane::actionTriggered, this, &TakeOverPage::chooseFolder);

    m_stack->addWidget(results());
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);
}

} // namespace assay::ui
