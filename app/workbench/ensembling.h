// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"
#include "widgets/workbench.h"

namespace assay::app {

/// A run whose model goes into an ensemble, and what it predicted.
struct EnsembleMember
{
    tracking::RunDetails details;
    std::shared_ptr<const engine::Model> model;
    engine::Predictions predictions;
};

/// All members learnt the same task from the same rows and were tested on the same ones. Errors: `too_few_members`,
/// `different_tasks`, `different_data` names the runs and what differs.
Result<void> checkMembers(const std::vector<EnsembleMember> &members);

/// What the members say of their own training rows when each is fitted again in folds of them, so that no row was
/// learnt from by what predicts it.
struct HeldOut
{
    engine::Matrix scores; ///< [rows × members · outputs]
    engine::Vector truth, weights;
};
/// @p data, @p test: what the members learnt from and, for runs with a test file of their own, were tested on. Errors:
/// `not_trained_here`, those of fitting.
Result<HeldOut> predictHeldOut(const std::vector<EnsembleMember> &members, const ui::DatasetPtr &data,
                               const ui::DatasetPtr &test, const Context &context);

/// The run an ensemble of @p members is recorded as.
tracking::NewRun ensembleRun(const ui::EnsembleRequest &request, const std::vector<EnsembleMember> &members,
                             const engine::Model &model, const Context &context);

} // namespace assay::app
