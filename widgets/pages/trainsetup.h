// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTreeWidget;

namespace assay::ui {

class Shell;

/// What is learnt and how it is tested: target, task, positive class, split, columns, seed. Fills a TrainRequest but
/// for the model.
class TrainSetup : public QWidget
{
    Q_OBJECT
public:
    TrainSetup(Shell &shell, DatasetPtr dataset, const QString &target, QWidget *parent = nullptr);

    TrainRequest request() const;
    quint64 seed() const;
    /// The chosen task, or the one the target suggests.
    engine::Task task() const;
    /// Why training cannot begin; empty when it can.
    QString problem() const;
    /// Other data sets came or went.
    void updateTestData();

signals:
    void changed();

private:
    void buildTarget(QFormLayout *form);
    void buildSplit(QFormLayout *form);
    void buildColumns();
    void targetChanged();
    void splitChanged();
    void fillPositive();
    void fillColumns();
    engine::SplitSpec split() const;
    const engine::ColumnProfile *targetProfile() const;
    engine::Task guessedTask() const;
    QComboBox *addCombo(QFormLayout *form, const QString &objectName, const QString &label, const QString &help);

    Shell &m_shell;
    DatasetPtr m_dataset;
    QList<DatasetPtr> m_testData;
    QComboBox *m_target = nullptr, *m_task = nullptr, *m_positive = nullptr, *m_split = nullptr, *m_by = nullptr,
              *m_test = nullptr;
    QSpinBox *m_share = nullptr, *m_folds = nullptr, *m_seed = nullptr;
    QLineEdit *m_experiment = nullptr;
    QTreeWidget *m_columns = nullptr;
    QFormLayout *m_form = nullptr;
};

/// "Two classes", "Several classes", "A number".
QString taskText(engine::Task task);

} // namespace assay::ui
