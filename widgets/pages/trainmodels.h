// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

#include <QWidget>

class QCheckBox;
class QToolButton;

namespace assay::ui {

class ParamForm;

/// The models that can learn a task: tick any number, open one to change its parameters.
class TrainModels : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        QString id;
        QString label;
        Params params;
    };

    explicit TrainModels(const std::vector<engine::EstimatorInfo> &models, QWidget *parent = nullptr);

    /// Hides and unticks what cannot learn @p task.
    void setTask(engine::Task task);
    /// A baseline and the models that usually do well.
    void tickSuggested();
    std::vector<Choice> chosen() const;
    /// False when a ticked model has a parameter that is not accepted.
    bool isValid() const;

signals:
    void changed();

private:
    struct Entry
    {
        const engine::EstimatorInfo *info = nullptr;
        QWidget *box = nullptr;
        QCheckBox *tick = nullptr;
        QToolButton *open = nullptr;
        ParamForm *form = nullptr;
    };

    Entry makeEntry(const engine::EstimatorInfo &info);

    std::vector<Entry> m_entries;
};

} // namespace assay::ui
