// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that puts the models of runs together.
#include "app/workbench/ensembling.h"

#include "app/workbench/localworkbench.h"
#include "app/workbench/recording.h"
#include "app/workbench/runfacts.h"
#include "app/workbench/trainerrecord.h"
#include "app/workbench/trainerrequest.h"
#include "engine/estimators/ensemble.h"

#include <QElapsedTimer>

namespace assay::app {

namespace {

Result<ScoredModel> scoreEnsemble(const std::vector<EnsembleMember> &members,
                                  std::shared_ptr<const engine::Model> model, const engine::Table &table,
                                  const std::string &weight, const Context &context)
{
    ScoredModel scored{.model = std::move(model)};
    engine::Rows rows;
    for (const std::string &id : members[0].predictions.rowIds)
        rows.push_back(static_cast<engine::Row>(std::stoul(id)));
    std::vector<std::string> attributes;
    for (const engine::Column &column : members[0].predictions.attributes)
        attributes.push_back(column.name());
    QElapsedTimer clock;
    clock.start();
    auto predictions = scored.model->predictions(table, rows, attributes, weight);
    if (!predictions)
        return Failure(predictions.error());
    scored.predictions = std::move(*predictions);
    scored.predictSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    auto evaluation = engine::evaluate(scored.predictions, {.threshold = thresholdOf(members[0].details.run)}, context);
    if (!evaluation)
        return Failure(evaluation.error());
    scored.evaluation = std::move(*evaluation);
    return scored;
}

engine::Members modelsOf(const std::vector<EnsembleMember> &members)
{
    engine::Members models;
    for (const EnsembleMember &member : members)
        models.push_back(member.model);
    return models;
}

Result<std::shared_ptr<const engine::Model>> combine(const ui::EnsembleRequest &request,
                                                     const std::vector<EnsembleMember> &members,
                                                     const ui::DatasetPtr &data, const ui::DatasetPtr &test,
                                                     const Context &context)
{
    if (!request.stacked)
        return engine::averageModels(modelsOf(members), request.weights);
    if (!request.weights.empty())
        return failure(ErrorKind::Usage, "bad_weights",
                       "Stacking learns how far to trust each member: it takes no weights.");
    const auto held = predictHeldOut(members, data, test, context);
    if (!held)
        return Failure(held.error());
    return engine::stackModels(modelsOf(members), held->scores, held->truth, held->weights, context);
}

Result<ui::TrainOutcome> record(tracking::RunStore &store, const tracking::NewRun &run, const ScoredModel &scored,
                                const Context &context, const std::function<void(const tracking::RunId &)> &opened)
{
    auto begun = Recording::begin(store, run, context.observer);
    if (!begun)
        return Failure(begun.error());
    Recording &recording = **begun;
    if (opened)
        opened(recording.id());
    if (auto done = keep(recording, scored).and_then([&] { return recording.finish(); }); !done) {
        recording.fail(done.error());
        return Failure(done.error());
    }
    ui::TrainOutcome outcome;
    outcome.run = recording.id();
    outcome.experiment = run.experiment;
    outcome.model = run.model;
    outcome.params = run.params;
    outcome.artifacts = recording.artifacts();
    outcome.notes = recording.notes();
    outcome.testRows = static_cast<qint64>(scored.predictions.size());
    fill(outcome, scored);
    return outcome;
}

} // namespace

Result<std::vector<EnsembleMember>> LocalWorkbench::membersOf(const std::vector<tracking::RunId> &runs) const
{
    std::vector<EnsembleMember> members;
    for (const tracking::RunId &run : runs) {
        auto details = m_store->details(run);
        if (!details)
            return Failure(details.error());
        auto fitted = model(run);
        if (!fitted)
            return Failure(fitted.error());
        auto kept = predictions(*details);
        if (!kept)
            return Failure(kept.error());
        members.push_back(
            {.details = std::move(*details), .model = std::move(*fitted), .predictions = std::move(*kept)});
    }
    return checkMembers(members).map([&] { return std::move(members); });
}

Result<ui::TrainOutcome> LocalWorkbench::ensemble(const ui::EnsembleRequest &request, const Context &context,
                                                  const std::function<void(const tracking::RunId &)> &opened)
{
    const auto members = membersOf(request.runs);
    if (!members)
        return Failure(members.error());
    const tracking::RunDetails &first = members->front().details;
    const auto data = input(first, QStringLiteral("train"), context);
    if (!data)
        return Failure(data.error());
    const bool ownTest = inputOfRole(first, QStringLiteral("test")) != nullptr;
    const auto test = ownTest ? input(first, QStringLiteral("test"), context) : Result<ui::DatasetPtr>(nullptr);
    if (!test)
        return Failure(test.error());
    QElapsedTimer clock;
    clock.start();
    Context seeded = context;
    seeded.seed = first.provenance.seed; // the one the run records
    auto combined = combine(request, *members, *data, *test, seeded);
    if (!combined)
        return Failure(combined.error());
    const double fitSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    // Rows weigh what they weighed for the members.
    const auto asked = requestOf(first);
    auto scored = scoreEnsemble(*members, std::move(*combined), (ownTest ? *test : *data)->table(),
                                asked ? asked->task.weight : std::string(), context);
    if (!scored)
        return Failure(scored.error());
    scored->fitSeconds = fitSeconds;
    return record(*m_store, ensembleRun(request, *members, *scored->model, context), *scored, context, opened);
}

} // namespace assay::app
