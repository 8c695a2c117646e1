// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/trainmodels.h"

#include "widgets/controls/paramform.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

TrainModels::TrainModels(const std::vector<engine::EstimatorInfo> &models, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const engine::EstimatorInfo &info : models) {
        m_entries.push_back(makeEntry(info));
        layout->addWidget(m_entries.back().box);
    }
}

TrainModels::Entry TrainModels::makeEntry(const engine::EstimatorInfo &info)
{
    const QString id = QString::fromStdString(info.id), label = QString::fromStdString(info.label);
    Entry entry{.info = &info};
    entry.box = new QWidget(this);
    entry.tick = new QCheckBox(label, entry.box);
    entry.tick->setObjectName(QStringLiteral("model-") + id);
    entry.tick->setAccessibleName(tr("Train %1").arg(label));
    entry.open = new QToolButton(entry.box);
    entry.open->setObjectName(QStringLiteral("open-") + id);
    entry.open->setText(tr("Parameters"));
    entry.open->setAccessibleName(tr("Parameters of %1").arg(label));
    entry.open->setCheckable(true);
    entry.open->setVisible(!info.params.empty());
    entry.form = new ParamForm(info.params, entry.box);
    entry.form->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(entry.tick);
    head->addStretch();
    head->addWidget(entry.open);
    auto *layout = new QVBoxLayout(entry.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(24, 0, 0, 8);
    indented->addWidget(entry.form);
    layout->addLayout(indented);
    connect(entry.open, &QToolButton::toggled, entry.form, &QWidget::setVisible);
    connect(entry.tick, &QCheckBox::toggled, this, &TrainModels::changed);
    connect(entry.form, &ParamForm::changed, this, [this, form = entry.form, open = entry.open] {
        const auto count = static_cast<int>(form->changedParams().size());
        open->setText(count == 0 ? tr("Parameters") : tr("%n changed", nullptr, count));
        emit changed();
    });
    return entry;
}

void TrainModels::setTask(engine::Task task)
{
    for (const Entry &entry : m_entries) {
        const bool can = std::ranges::find(entry.info->tasks, task) != entry.info->tasks.end();
        entry.box->setVisible(can);
        if (!can)
            entry.tick->setChecked(false);
    }
}

void TrainModels::tickSuggested()
{
    static const QStringList suggested{QStringLiteral("baseline"), QStringLiteral("logistic"), QStringLiteral("linear"),
                                       QStringLiteral("random_forest"), QStringLiteral("xgboost")};
    for (const Entry &entry : m_entries)
        entry.tick->setChecked(!entry.box->isHidden() && suggested.contains(QString::fromStdString(entry.info->id)));
}

std::vector<TrainModels::Choice> TrainModels::chosen() const
{
    std::vector<Choice> choices;
    for (const Entry &entry : m_entries) {
        if (entry.tick->isChecked())
            choices.push_back({QString::fromStdString(entry.info->id), QString::fromStdString(entry.info->label),
                               entry.form->changedParams()});
    }
    return choices;
}

bool TrainModels::isValid() const
{
    return std::ranges::all_of(m_entries,
                               [](const Entry &entry) { return !entry.tick->isChecked() || entry.form->isValid(); });
}

} // namespace assay::ui
