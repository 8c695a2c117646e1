// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/jobboardmodel.h"
#include "widgets/pages/page.h"

class QLabel;
class QPushButton;

namespace assay::ui {

class PageHeader;
class TrainBoard;
class TrainModels;
class TrainSetup;
class TrainSetupSteps;

/// Several models trained one after another on one data set, with a leaderboard that fills while they work.
class TrainPage : public Page
{
    Q_OBJECT
public:
    TrainPage(Shell &shell, DatasetPtr dataset, const QString &target, QWidget *parent = nullptr);

    QString title() const override;
    QString key() const override;
    QString command() const override;
    QString inspectorText() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What a training gives, with the interval of the metric it is ranked by where there is one.
    struct Trained
    {
        TrainOutcome outcome;
        std::optional<engine::Interval> interval = {};
    };

    QWidget *buildSetup();
    static Result<Trained> train(Workbench &bench, const TrainRequest &request, const Context &context);
    void queueChosen();
    void trainNext();
    void trained(int row, Result<Trained> trained);
    void cancelAll();
    void compare();
    void updateState();
    QString problem() const;
    QString labelFor(const QString &label) const;

    DatasetPtr m_dataset;
    QString m_target;
    JobBoardModel *m_board;
    PageHeader *m_header;
    TrainSetup *m_setup = nullptr;
    TrainSetupSteps *m_steps = nullptr;
    TrainModels *m_models = nullptr;
    TrainBoard *m_results = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_train = nullptr, *m_compare = nullptr, *m_runs = nullptr;
    int m_current = -1; ///< row that is being trained
    JobRunner m_job;
};

} // namespace assay::ui
