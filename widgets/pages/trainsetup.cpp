// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/trainsetup.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/previewmodel.h"
#include "widgets/shell.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace assay::ui {

namespace {

enum class Testing { Holdout, KFold, Repeated, Time, Group, File };
enum ColumnColumn { NameColumn, UseColumn, ProtectedColumn };

/// Names by which a column that fairness is judged by is often called.
bool soundsProtected(const QString &name)
{
    static const QStringList words{QStringLiteral("sex"),      QStringLiteral("gender"),
                                   QStringLiteral("race"),     QStringLiteral("ethnicity"),
                                   QStringLiteral("religion"), QStringLiteral("nationality")};
    return words.contains(name.toLower());
}

} // namespace

QString taskText(engine::Task task)
{
    switch (task) {
    case engine::Task::Binary:
        return QCoreApplication::translate("Tasks", "Two classes");
    case engine::Task::Multiclass:
        return QCoreApplication::translate("Tasks", "Several classes");
    case engine::Task::Regression:
        return QCoreApplication::translate("Tasks", "A number");
    }
    return {};
}

TrainSetup::TrainSetup(Shell &shell, DatasetPtr dataset, const QString &target, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_dataset(std::move(dataset))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addLayout(m_form);
    buildTarget(m_form);
    buildSplit(m_form);
    buildColumns();
    layout->addSpacing(4);
    layout->addWidget(roleLabel(tr("Columns"), "heading", this));
    layout->addWidget(m_columns);
    m_target->setCurrentIndex(std::max(0, m_target->findText(target)));
    connect(m_target, &QComboBox::currentIndexChanged, this, &TrainSetup::targetChanged);
    connect(m_task, &QComboBox::currentIndexChanged, this, &TrainSetup::fillPositive);
    connect(m_split, &QComboBox::currentIndexChanged, this, &TrainSetup::splitChanged);
    targetChanged();
    splitChanged();
}

QComboBox *TrainSetup::addCombo(QFormLayout *form, const QString &objectName, const QString &label, const QString &help)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(objectName);
    combo->setAccessibleName(label);
    combo->setToolTip(help);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(label, combo);
    return combo;
}

void TrainSetup::buildTarget(QFormLayout *form)
{
    m_target = addCombo(form, QStringLiteral("target"), tr("Target"), tr("The column that is to be predicted"));
    for (const engine::ColumnProfile &column : m_dataset->profile.columns)
        m_target->addItem(QString::fromStdString(column.name));
    m_task = addCombo(form, QStringLiteral("task"), tr("Task"), tr("What kind of answer is learnt"));
    m_positive = addCombo(form, QStringLiteral("positive"), tr("Positive class"),
                          tr("The class whose probability is predicted"));
    connect(m_positive, &QComboBox::currentIndexChanged, this, &TrainSetup::changed);
}

void TrainSetup::buildSplit(QFormLayout *form)
{
    m_split =
        addCombo(form, QStringLiteral("split"), tr("Tested on"), tr("Which rows are kept from learning, to test on"));
    m_split->addItems({tr("A random share"), tr("Folds in turn"), tr("Folds, repeated"), tr("The latest share"),
                       tr("Whole groups"), tr("Another data set")});
    const auto spin = [this, form](const QString &objectName, const QString &label, int low, int high, int value,
                                   const QString &suffix) {
        auto *box = new QSpinBox(this);
        box->setObjectName(objectName);
        box->setAccessibleName(label);
        box->setRange(low, high);
        box->setValue(value);
        box->setSuffix(suffix);
        form->addRow(label, box);
        connect(box, &QSpinBox::valueChanged, this, &TrainSetup::changed);
        return box;
    };
    m_share = spin(QStringLiteral("share"), tr("Share tested"), 5, 90, 25, tr(" %"));
    m_folds = spin(QStringLiteral("folds"), tr("Folds"), 2, 50, 5, {});
    m_by = addCombo(form, QStringLiteral("by"), tr("By column"),
                    tr("The time by which rows are ordered, or the group that is never divided"));
    connect(m_by, &QComboBox::currentIndexChanged, this, &TrainSetup::changed);
    m_test = addCombo(form, QStringLiteral("testData"), tr("Test data"),
                      tr("A data set with the same columns, imported before"));
    connect(m_test, &QComboBox::currentIndexChanged, this, &TrainSetup::changed);
    m_seed = spin(QStringLiteral("seed"), tr("Seed"), 0, 2'000'000'000, 42, {});
    m_seed->setToolTip(tr("The same seed, data and parameters give the same result to the last bit"));
    m_experiment = new QLineEdit(QStringLiteral("Default"), this);
    m_experiment->setObjectName(QStringLiteral("experiment"));
    m_experiment->setAccessibleName(tr("Experiment"));
    m_experiment->setToolTip(tr("The name under which these runs are gathered"));
    form->addRow(tr("Experiment"), m_experiment);
    connect(m_experiment, &QLineEdit::textChanged, this, &TrainSetup::changed);
    updateTestData();
}

void TrainSetup::buildColumns()
{
    m_columns = new QTreeWidget(this);
    m_columns->setObjectName(QStringLiteral("featureColumns"));
    m_columns->setAccessibleName(tr("Columns to use and to protect"));
    m_columns->setToolTip(tr("Use: the model may learn from it. Protected: fairness is judged by it."));
    m_columns->setRootIsDecorated(false);
    m_columns->setUniformRowHeights(true);
    m_columns->setHeaderLabels({tr("Column"), tr("Use"), tr("Protected")});
    m_columns->header()->setStretchLastSection(false);
    m_columns->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_columns->header()->setSectionResizeMode(UseColumn, QHeaderView::ResizeToContents);
    m_columns->header()->setSectionResizeMode(ProtectedColumn, QHeaderView::ResizeToContents);
    m_columns->setMinimumHeight(180);
    for (const engine::ColumnProfile &column : m_dataset->profile.columns) {
        const QString name = QString::fromStdString(column.name);
        auto *item = new QTreeWidgetItem(m_columns, {name});
        item->setToolTip(NameColumn, kindText(column.kind));
        item->setCheckState(UseColumn, Qt::Checked);
        item->setCheckState(ProtectedColumn, soundsProtected(name) ? Qt::Checked : Qt::Unchecked);
    }
    connect(m_columns, &QTreeWidget::itemChanged, this, &TrainSetup::changed);
}

void TrainSetup::updateTestData()
{
    const QString before = m_test->currentText();
    const QSignalBlocker quiet(m_test);
    m_test->clear();
    m_testData.clear();
    for (const DatasetPtr &other : m_shell.datasets()) {
        if (other == m_dataset)
            continue;
        m_testData.append(other);
        m_test->addItem(QFileInfo(other->path).fileName());
    }
    m_test->setCurrentIndex(std::max(0, m_test->findText(before)));
}

// Reactions
// ------------------------------------------------------------------------------------------------------------

const engine::ColumnProfile *TrainSetup::targetProfile() const
{
    const auto &columns = m_dataset->profile.columns;
    const auto at = std::ranges::find(columns, m_target->currentText().toStdString(), &engine::ColumnProfile::name);
    return at == columns.end() ? nullptr : &*at;
}

engine::Task TrainSetup::guessedTask() const
{
    const engine::ColumnProfile *target = targetProfile();
    if (!target || target->distinct == 2)
        return engine::Task::Binary;
    return engine::storageOf(target->kind) == engine::Storage::Numbers ? engine::Task::Regression
                                                                       : engine::Task::Multiclass;
}

engine::Task TrainSetup::task() const
{
    return m_task->currentIndex() <= 0 ? guessedTask() : static_cast<engine::Task>(m_task->currentData().toInt());
}

void TrainSetup::targetChanged()
{
    {
        const QSignalBlocker quiet(m_task);
        m_task->clear();
        m_task->addItem(tr("%1 (from the data)").arg(taskText(guessedTask())), -1);
        for (const auto task : {engine::Task::Binary, engine::Task::Multiclass, engine::Task::Regression})
            m_task->addItem(taskText(task), static_cast<int>(task));
    }
    fillColumns();
    fillPositive();
}

void TrainSetup::fillPositive()
{
    {
        const QSignalBlocker quiet(m_positive);
        m_positive->clear();
        const bool binary = task() == engine::Task::Binary;
        m_form->setRowVisible(m_positive, binary);
        if (const engine::Column *column = m_dataset->table().find(m_target->currentText().toStdString());
            column && binary) {
            for (const std::string &label : column->groups().labels)
                m_positive->addItem(QString::fromStdString(label));
            m_positive->setCurrentIndex(m_positive->count() - 1);
        }
    }
    emit changed();
}

void TrainSetup::fillColumns()
{
    const QSignalBlocker quiet(m_columns);
    for (int i = 0; i < m_columns->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_columns->topLevelItem(i);
        item->setHidden(item->text(NameColumn) == m_target->currentText());
    }
}

void TrainSetup::splitChanged()
{
    const auto testing = static_cast<Testing>(m_split->currentIndex());
    const bool folds = testing == Testing::KFold || testing == Testing::Repeated;
    const bool by = testing == Testing::Time || testing == Testing::Group;
    m_form->setRowVisible(m_share, !folds && testing != Testing::File);
    m_form->setRowVisible(m_folds, folds);
    m_form->setRowVisible(m_by, by);
    m_form->setRowVisible(m_test, testing == Testing::File);
    const QSignalBlocker quiet(m_by);
    m_by->clear();
    for (const engine::ColumnProfile &column : m_dataset->profile.columns) {
        const bool isTime = engine::storageOf(column.kind) == engine::Storage::Times;
        if (by && (testing == Testing::Group || isTime || column.kind == engine::Kind::Integer))
            m_by->addItem(QString::fromStdString(column.name));
    }
    emit changed();
}

// Reading the form
// -----------------------------------------------------------------------------------------------------

engine::SplitSpec TrainSetup::split() const
{
    static constexpr std::array rules{engine::SplitRule::Holdout, engine::SplitRule::KFold, engine::SplitRule::Repeated,
                                      engine::SplitRule::Time,    engine::SplitRule::Group, engine::SplitRule::Holdout};
    engine::SplitSpec spec;
    spec.rule = rules[static_cast<std::size_t>(m_split->currentIndex())];
    spec.testShare = m_share->value() / 100.0;
    spec.folds = m_folds->value();
    spec.repeats = spec.rule == engine::SplitRule::Repeated ? 2 : 1;
    if (spec.rule == engine::SplitRule::Time || spec.rule == engine::SplitRule::Group)
        spec.column = m_by->currentText().toStdString();
    return spec;
}

TrainRequest TrainSetup::request() const
{
    TrainRequest request;
    request.data = m_dataset;
    request.split = split();
    if (static_cast<Testing>(m_split->currentIndex()) == Testing::File && m_test->currentIndex() >= 0)
        request.test = m_testData[m_test->currentIndex()];
    request.task.target = m_target->currentText().toStdString();
    request.task.task = task();
    if (task() == engine::Task::Binary)
        request.task.positive = m_positive->currentText().toStdString();
    for (int i = 0; i < m_columns->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_columns->topLevelItem(i);
        if (item->isHidden())
            continue;
        if (item->checkState(UseColumn) != Qt::Checked)
            request.task.drop.push_back(item->text(NameColumn).toStdString());
        if (item->checkState(ProtectedColumn) == Qt::Checked)
            request.task.protectedColumns.push_back(item->text(NameColumn).toStdString());
    }
    const QString experiment = m_experiment->text().trimmed();
    if (!experiment.isEmpty())
        request.experiment = experiment;
    return request;
}

quint64 TrainSetup::seed() const
{
    return static_cast<quint64>(m_seed->value());
}

QString TrainSetup::problem() const
{
    if (task() == engine::Task::Binary && m_positive->count() != 2)
        return tr("%1 has %n value(s); a task of two classes needs exactly two.", nullptr, m_positive->count())
            .arg(m_target->currentText());
    if (task() == engine::Task::Regression && targetProfile() &&
        engine::storageOf(targetProfile()->kind) != engine::Storage::Numbers)
        return tr("%1 holds no numbers, so no number can be predicted from it.").arg(m_target->currentText());
    const auto testing = static_cast<Testing>(m_split->currentIndex());
    if (testing == Testing::File && m_test->count() == 0)
        return tr("Import the data to test on first; then choose it here.");
    if ((testing == Testing::Time || testing == Testing::Group) && m_by->count() == 0)
        return tr("No column can order the rows; choose another way to test.");
    if (static_cast<int>(request().task.drop.size()) >= m_columns->topLevelItemCount() - 1)
        return tr("No column is left to learn from.");
    return {};
}

} // namespace assay::ui
