// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/model.h"

#include <QStringList>
#include <QWidget>

class QToolButton;

namespace assay::ui {

class ParamForm;

/// What is done to the rows between reading and learning, and to the scores after it: preprocessing, balancing of
/// classes, calibration. Each is folded away until it is wanted.
class TrainSetupSteps : public QWidget
{
    Q_OBJECT
public:
    explicit TrainSetupSteps(QWidget *parent = nullptr);

    /// Classes are balanced and calibrated only where there are classes.
    void setTask(engine::Task task);
    engine::FitOptions options() const;
    /// Why training cannot begin; empty when it can.
    QString problem() const;
    bool isValid() const;

signals:
    void changed();

private:
    struct Section
    {
        QWidget *box = nullptr;
        QToolButton *open = nullptr;
        ParamForm *form = nullptr;
    };

    Section makeSection(const QString &id, const QString &title, const QString &help, std::vector<ParamSpec> specs);

    Section m_preprocess, m_balance, m_calibration;
    bool m_classes = true;
};

/// The words of `assay train` that ask for @p options; none for what is left as it is.
QStringList fitWords(const engine::FitOptions &options);

} // namespace assay::ui
