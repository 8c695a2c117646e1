// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/model.h"

#include "engine/estimators/calibrating.h"
#include "engine/estimators/ensemble.h"
#include "engine/estimators/prepare.h"

#include <algorithm>

namespace assay::engine {

namespace {

Result<void> checkSupported(const EstimatorInfo &estimator, Task task)
{
    if (std::ranges::find(estimator.tasks, task) != estimator.tasks.end())
        return {};
    std::vector<std::string> names;
    for (const Task known : estimator.tasks)
        names.emplace_back(name(known));
    return failure(ErrorKind::BadInput, "bad_task", "The model `{}` does not do {} tasks; it does {}.",
                   {estimator.id, name(task), quotedList(names)});
}

} // namespace

Model::Model(std::string estimator, Params params, Target target, Preprocessor preprocessor,
             std::unique_ptr<Estimator> fitted)
    : m_estimatorId(std::move(estimator))
    , m_params(std::move(params))
    , m_target(std::move(target))
    , m_preprocessor(std::move(preprocessor))
    , m_estimator(std::move(fitted))
{
}

Model::Model(std::string estimator, Params params, Target target, std::vector<std::shared_ptr<const Model>> members,
             std::unique_ptr<Estimator> combiner)
    : m_estimatorId(std::move(estimator))
    , m_params(std::move(params))
    , m_target(std::move(target))
    , m_estimator(std::move(combiner))
    , m_members(std::move(members))
{
}

Result<Matrix> Model::predict(const Table &table, const Rows &rows) const
{
    const auto X = m_members.empty() ? m_preprocessor.transform(table, rows) : memberScores(m_members, table, rows);
    if (!X)
        return Failure(X.error());
    Matrix scores = m_estimator->predict(*X);
    return m_calibrator ? m_calibrator->apply(scores) : scores;
}

Result<Predictions> Model::predictions(const Table &table, const Rows &rows, const std::vector<std::string> &attributes,
                                       const std::string &weight) const
{
    const auto column = table.require(m_target.column);
    if (!column)
        return Failure(column.error());
    Rows labelled;
    std::ranges::copy_if(rows, std::back_inserter(labelled), [&](Row row) { return !(*column)->isMissing(row); });
    const auto truth = m_target.values(table, labelled);
    if (!truth)
        return Failure(truth.error());
    const auto weights = weightsOf(table, labelled, weight);
    if (!weights)
        return Failure(weights.error());
    auto scores = predict(table, labelled);
    if (!scores)
        return Failure(scores.error());
    Predictions out{.task = m_target.task,
                    .rowIds = {},
                    .labels = m_target.labels,
                    .truth = {truth->begin(), truth->end()},
                    .scores = std::move(*scores),
                    .predicted = {},
                    .weights = {weights->begin(), weights->end()},
                    .attributes = {}};
    for (const Row row : labelled)
        out.rowIds.push_back(std::to_string(row));
    for (const std::string &name : attributes) {
        const auto attribute = table.require(name);
        if (!attribute)
            return Failure(attribute.error());
        out.attributes.push_back((*attribute)->select(labelled));
    }
    return out;
}

Result<std::shared_ptr<const Model>> fitModel(const EstimatorInfo &estimator, const Params &params, const Table &table,
                                              const Target &target, const std::vector<std::string> &features,
                                              const Rows &train, const Rows &validation, const FitOptions &options,
                                              const Context &context)
{
    if (auto supported = checkSupported(estimator, target.task); !supported)
        return Failure(supported.error());
    if (options.calibration)
        return fitCalibrated(estimator, params, table, target, features, train, validation, options, context);
    auto resolved = resolveParams(estimator.params, params);
    if (!resolved)
        return Failure(resolved.error());
    if (train.empty())
        return failure(ErrorKind::BadInput, "no_rows", "There are no rows to train on.");
    context.progress("Preparing", 0, 0);
    auto prepared = prepareTraining(estimator, table, target, features, train, validation, options, context);
    if (!prepared)
        return Failure(prepared.error());
    if (context.cancelled())
        return cancelled();
    std::unique_ptr<Estimator> fitted = estimator.make(*resolved, target.task);
    if (auto done = fitted->fit(prepared->data, context); !done)
        return Failure(done.error());
    return std::make_shared<const Model>(estimator.id, std::move(*resolved), target, std::move(prepared->preprocessor),
                                         std::move(fitted));
}

} // namespace assay::engine
