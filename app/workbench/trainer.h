// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/trainerrecord.h"
#include "app/workbench/trainersearch.h"
#include "tracking/runstore.h"

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
    /// One of the folds of the split, as a run of its own.
    Result<ui::TrainOutcome> runFold(std::size_t fold, const RunOpened &opened);

private:
    struct Scored : ScoredModel
    {
        Choice choice; ///< of a nested split
    };

    Result<ui::TrainOutcome> single(const RunOpened &opened);
    Result<ui::TrainOutcome> crossValidate(const RunOpened &opened);
    Result<void> scoreFolds(Recording &parent, std::vector<Scored> &folds, std::vector<ui::TrainOutcome> &outcomes);
    Result<Scored> score(const engine::Fold &fold, Recording &recording, const Context &context) const;
    Result<ui::TrainOutcome> recordFold(const engine::Fold &fold, Recording &recording, const Context &context,
                                        Scored &scored) const;
    Result<void> pool(Recording &recording, const std::vector<Scored> &folds, ui::TrainOutcome &outcome) const;
    Result<void> tellChoices(Recording &recording, const std::vector<Scored> &folds) const;

    Recipe recipe() const;
    tracking::NewRun newRun() const;
    std::vector<tracking::DatasetInput> inputs() const;
    std::vector<std::string> attributes() const;
    ui::TrainOutcome outcome(const Recording &recording) const;

    tracking::RunStore &m_store;
    const ui::TrainRequest &m_request;
    Context m_context;
    TrainPlan m_plan;
    std::optional<std::size_t> m_fold;
};

} // namespace assay::app
