// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"
#include "widgets/workbench.h"

namespace assay::app {

class Recording;

using RunOpened = std::function<void(const tracking::RunId &)>;

/// The one place where fitting becomes a recorded run: checks the request, opens the run, fits, scores the rows held
/// out, keeps model and predictions, closes the run. A request that is wrong leaves no run behind; work that fails or
/// is cancelled leaves one that says so.
class Trainer
{
public:
    Trainer(tracking::RunStore &store, const ui::TrainRequest &request, const Context &context);

    Result<ui::TrainOutcome> run(const RunOpened &opened);

private:
    struct Scored
    {
        std::shared_ptr<const engine::Model> model;
        engine::Predictions predictions;
        engine::Evaluation evaluation;
        double fitSeconds = 0, predictSeconds = 0;
    };

    Result<void> prepare();
    Result<ui::TrainOutcome> single(const RunOpened &opened);
    Result<ui::TrainOutcome> crossValidate(const RunOpened &opened);
    Result<Scored> score(const engine::Fold &fold, const Context &context) const;
    Result<engine::Evaluation> evaluation(const engine::Predictions &predictions) const;
    Result<ui::TrainOutcome> recordFold(const engine::Fold &fold, const tracking::NewRun &run, const RunOpened &opened,
                                        Scored &scored);
    Result<void> keep(Recording &recording, const Scored &scored) const;
    Result<void> pool(Recording &recording, const std::vector<Scored> &folds, ui::TrainOutcome &outcome) const;

    tracking::NewRun newRun() const;
    std::vector<tracking::DatasetInput> inputs() const;
    std::vector<std::string> attributes() const;
    ui::TrainOutcome outcome(const Recording &recording) const;
    const engine::Table &table() const { return m_request.data->table(); }
    const engine::Table &testTable() const { return m_request.test ? m_request.test->table() : table(); }

    tracking::RunStore &m_store;
    const ui::TrainRequest &m_request;
    Context m_context;

    const engine::EstimatorInfo *m_estimator = nullptr;
    Params m_params;
    engine::Target m_target;
    std::vector<std::string> m_features;
    std::vector<engine::Fold> m_folds;
};

} // namespace assay::app
