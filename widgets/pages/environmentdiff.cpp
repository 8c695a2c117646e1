// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/environmentdiff.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/environmentmodel.h"
#include "widgets/pages/changesdiff.h"
#include "widgets/pages/tables.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace assay::ui {

EnvironmentDiff::EnvironmentDiff(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_model(new EnvironmentModel(this))
    , m_onlyDifferences(new QCheckBox(tr("Only differences"), this))
    , m_summary(roleLabel({}, "faint", this))
    , m_table(new QTableView(this))
    , m_changes(new ChangesDiff(shell, this))
{
    m_onlyDifferences->setObjectName(QStringLiteral("environmentOnlyDifferences"));
    m_onlyDifferences->setToolTip(tr("Leave out what is the same for all runs"));
    connect(m_onlyDifferences, &QCheckBox::toggled, m_model, &EnvironmentModel::setOnlyDifferences);
    m_table->setObjectName(QStringLiteral("environmentTable"));
    m_table->setAccessibleName(tr("Environment of the runs"));
    m_table->setModel(m_model);
    styleTable(m_table);
    makeCopyable(m_table);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);

    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_onlyDifferences);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(m_changes);
    parts->setSizes({300, 300});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(parts, 1);
}

void EnvironmentDiff::setRuns(const std::vector<tracking::RunDetails> &runs)
{
    m_model->setRuns(runs);
    m_changes->setRuns(runs);
    m_onlyDifferences->setVisible(runs.size() > 1);
    // The name of the fact needs less room than the values.
    if (!runs.empty()) {
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
        m_table->setColumnWidth(0, 170);
    }
    tell();
}

void EnvironmentDiff::tell()
{
    if (m_model->columnCount() < 3) {
        m_summary->clear();
        return;
    }
    const int count = m_model->differences();
    m_summary->setText(count == 0 ? tr("These runs were made under the same circumstances.")
                                  : tr("The circumstances differ in %n fact(s).", nullptr, count));
}

} // namespace assay::ui
