// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainer.h"

#include "app/workbench/predictionsjson.h"
#include "app/workbench/recording.h"
#include "app/workbench/runfacts.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace assay::app {

namespace {

/// Columns are carried along with predictions up to this many cells, so that any of them can serve as a protected
/// attribute later.
constexpr std::size_t attributeCells = 20'000'000;

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Failure unsupportedTask(const engine::EstimatorInfo &estimator, engine::Task task)
{
    std::vector<std::string> able;
    for (const engine::EstimatorInfo &info : engine::estimators()) {
        if (std::ranges::find(info.tasks, task) != info.tasks.end())
            able.push_back(info.id);
    }
    return failure(ErrorKind::BadInput, "task_not_supported", "The model `{}` does not do {}; {} do.",
                   {estimator.id, engine::name(task), quotedList(able)});
}

void append(engine::Predictions &all, const engine::Predictions &part)
{
    all.rowIds.insert(all.rowIds.end(), part.rowIds.begin(), part.rowIds.end());
    all.truth.insert(all.truth.end(), part.truth.begin(), part.truth.end());
    all.weights.insert(all.weights.end(), part.weights.begin(), part.weights.end());
    const Eigen::Index before = all.scores.rows();
    all.scores.conservativeResize(before + part.scores.rows(), part.scores.cols());
    all.scores.bottomRows(part.scores.rows()) = part.scores;
}

void logEvaluation(Recording &recording, const engine::Evaluation &evaluation)
{
    for (const engine::Metric &metric : evaluation.metrics) {
        if (metric.value)
            recording.metric(metric.name, *metric.value, 0);
    }
}

void fill(ui::TrainOutcome &outcome, const engine::Evaluation &evaluation)
{
    for (const engine::Metric &metric : evaluation.metrics) {
        if (metric.value)
            outcome.metrics.emplace_back(QString::fromStdString(metric.name), *metric.value);
    }
    for (const auto &[name, interval] : evaluation.intervals)
        outcome.intervals.emplace_back(QString::fromStdString(name), interval);
}

} // namespace

Trainer::Trainer(tracking::RunStore &store, const ui::TrainRequest &request, const Context &context)
    : m_store(store)
    , m_request(request)
    , m_context(context)
{
}

Result<ui::TrainOutcome> Trainer::run(const RunOpened &opened)
{
    if (auto prepared = prepare(); !prepared)
        return Failure(prepared.error());
    return m_folds.size() == 1 ? single(opened) : crossValidate(opened);
}

Result<void> Trainer::prepare()
{
    const auto estimator = engine::findEstimator(m_request.model.toStdString());
    if (!estimator)
        return Failure(estimator.error());
    m_estimator = *estimator;
    auto params = resolveParams(m_estimator->params, m_request.params);
    if (!params)
        return Failure(params.error());
    m_params = std::move(*params);
    auto target = engine::resolveTarget(table(), m_request.task);
    if (!target)
        return Failure(at(Failure(target.error()), m_request.data->path.toStdString()));
    m_target = std::move(*target);
    if (std::ranges::find(m_estimator->tasks, m_target.task) == m_estimator->tasks.end())
        return unsupportedTask(*m_estimator, m_target.task);
    if (auto balance = engine::checkBalance(m_request.fit.balance, m_target.task); !balance)
        return balance;
    auto features = engine::featureColumns(table(), m_request.task);
    if (!features)
        return Failure(at(Failure(features.error()), m_request.data->path.toStdString()));
    m_features = std::move(*features);

    const engine::Rows rows = engine::labelledRows(table(), m_target.column);
    if (m_request.test) {
        if (const auto column = m_request.test->table().require(m_target.column); !column)
            return Failure(at(Failure(column.error()), m_request.test->path.toStdString()));
        m_folds = {{.train = rows, .test = engine::labelledRows(m_request.test->table(), m_target.column)}};
        return {};
    }
    std::vector<std::int32_t> strata;
    if (m_target.task != engine::Task::Regression) {
        const auto values = m_target.values(table(), rows);
        if (!values)
            return Failure(values.error());
        strata.assign(values->begin(), values->end());
    }
    auto folds = engine::split(table(), rows, strata, m_request.split, m_context.seed);
    if (!folds)
        return Failure(at(Failure(folds.error()), m_request.data->path.toStdString()));
    m_folds = std::move(*folds);
    return {};
}

Result<engine::Evaluation> Trainer::evaluation(const engine::Predictions &predictions) const
{
    return engine::evaluate(predictions, {.threshold = m_request.threshold}, m_context);
}

Result<Trainer::Scored> Trainer::score(const engine::Fold &fold, const Context &context) const
{
    Scored scored;
    QElapsedTimer clock;
    clock.start();
    // Rows of the same table are watched while fitting; a test file stays unseen until the end.
    engine::FitOptions options = m_request.fit;
    options.weight = m_request.task.weight;
    auto model = engine::fitModel(*m_estimator, m_params, table(), m_target, m_features, fold.train,
                                  m_request.test ? engine::Rows{} : fold.test, options, context);
    if (!model)
        return Failure(model.error());
    scored.model = std::move(*model);
    scored.fitSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    clock.restart();
    auto predictions = scored.model->predictions(testTable(), fold.test, attributes(), m_request.task.weight);
    if (!predictions)
        return Failure(predictions.error());
    scored.predictions = std::move(*predictions);
    scored.predictSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    auto evaluated = evaluation(scored.predictions);
    if (!evaluated)
        return Failure(evaluated.error());
    scored.evaluation = std::move(*evaluated);
    return scored;
}

Result<void> Trainer::keep(Recording &recording, const Scored &scored) const
{
    logEvaluation(recording, scored.evaluation);
    recording.metric("fit_seconds", scored.fitSeconds, 0);
    recording.metric("predict_seconds", scored.predictSeconds, 0);
    if (auto kept =
            recording.addArtifact(QStringLiteral("model.json"), QStringLiteral("model"), bytes(scored.model->toJson()));
        !kept)
        return kept;
    return recording.addArtifact(QStringLiteral("predictions.json"), QStringLiteral("predictions"),
                                 bytes(toJson(scored.predictions)));
}

Result<ui::TrainOutcome> Trainer::recordFold(const engine::Fold &fold, const tracking::NewRun &run,
                                             const RunOpened &opened, Scored &scored)
{
    auto recording = Recording::begin(m_store, run, m_context.observer);
    if (!recording)
        return Failure(recording.error());
    if (opened)
        opened((*recording)->id());
    Context context = m_context;
    context.observer = recording->get();
    auto result = score(fold, context);
    if (!result) {
        (*recording)->fail(result.error());
        return Failure(result.error());
    }
    scored = std::move(*result);
    auto kept = keep(**recording, scored);
    if (kept)
        kept = (*recording)->finish();
    if (!kept) {
        (*recording)->fail(kept.error());
        return Failure(kept.error());
    }
    ui::TrainOutcome out = outcome(**recording);
    fill(out, scored.evaluation);
    out.fitSeconds = scored.fitSeconds;
    out.predictSeconds = scored.predictSeconds;
    out.trainRows = static_cast<qint64>(fold.train.size());
    out.testRows = static_cast<qint64>(fold.test.size());
    return out;
}

Result<ui::TrainOutcome> Trainer::single(const RunOpened &opened)
{
    Scored scored;
    return recordFold(m_folds.front(), newRun(), opened, scored);
}

Result<ui::TrainOutcome> Trainer::crossValidate(const RunOpened &opened)
{
    auto recording = Recording::begin(m_store, newRun(), m_context.observer);
    if (!recording)
        return Failure(recording.error());
    Recording &parent = **recording;
    if (opened)
        opened(parent.id());
    const auto give = [&](const Error &error) {
        parent.fail(error);
        return Failure(error);
    };

    ui::TrainOutcome total = outcome(parent);
    std::vector<Scored> folds(m_folds.size());
    for (std::size_t i = 0; i < m_folds.size(); ++i) {
        if (m_context.cancelled())
            return give(cancelled().value());
        m_context.progress("fold", static_cast<std::int64_t>(i), static_cast<std::int64_t>(m_folds.size()));
        tracking::NewRun child = newRun();
        child.parent = parent.id();
        child.name = QStringLiteral("fold %1").arg(i + 1);
        child.tags[QStringLiteral("fold")] = QString::number(i + 1);
        const auto one = recordFold(m_folds[i], child, {}, folds[i]);
        if (!one)
            return give(one.error());
        total.fitSeconds += one->fitSeconds;
        total.predictSeconds += one->predictSeconds;
        total.trainRows = std::max(total.trainRows, one->trainRows);
        total.testRows += one->testRows;
        total.notes = one->notes;
    }
    if (auto pooled = pool(parent, folds, total); !pooled)
        return give(pooled.error());
    if (auto finished = parent.finish(); !finished)
        return give(finished.error());
    total.artifacts = parent.artifacts();
    return total;
}

/// The parent run carries mean and standard deviation (n − 1) of each metric over the folds, and the out-of-fold
/// predictions of the first repeat, in which every row occurs once.
Result<void> Trainer::pool(Recording &recording, const std::vector<Scored> &folds, ui::TrainOutcome &outcome) const
{
    for (const engine::Metric &metric : folds.front().evaluation.metrics) {
        std::vector<double> values;
        for (const Scored &fold : folds) {
            if (const auto value = fold.evaluation.metric(metric.name))
                values.push_back(*value);
        }
        if (values.empty())
            continue;
        const Eigen::Map<const Eigen::ArrayXd> array(values.data(), static_cast<Eigen::Index>(values.size()));
        const double mean = array.mean();
        recording.metric(metric.name, mean, 0);
        outcome.metrics.emplace_back(QString::fromStdString(metric.name), mean);
        if (values.size() > 1) {
            const double sd = std::sqrt((array - mean).square().sum() / static_cast<double>(values.size() - 1));
            recording.metric(metric.name + "_std", sd, 0);
            outcome.metrics.emplace_back(QString::fromStdString(metric.name + "_std"), sd);
        }
    }
    recording.metric("fit_seconds", outcome.fitSeconds, 0);
    const std::size_t once = m_request.split.rule == engine::SplitRule::Repeated
                                 ? static_cast<std::size_t>(m_request.split.folds)
                                 : folds.size();
    engine::Predictions all = folds.front().predictions;
    engine::Rows rows = m_folds.front().test;
    for (std::size_t i = 1; i < std::min(once, folds.size()); ++i) {
        append(all, folds[i].predictions);
        rows.insert(rows.end(), m_folds[i].test.begin(), m_folds[i].test.end());
    }
    all.attributes.clear();
    for (const std::string &name : attributes())
        all.attributes.push_back(table().find(name)->select(rows));
    return recording.addArtifact(QStringLiteral("predictions.json"), QStringLiteral("predictions"), bytes(toJson(all)));
}

tracking::NewRun Trainer::newRun() const
{
    tracking::NewRun run;
    run.experiment = m_request.experiment;
    run.name = m_request.name;
    run.parent = {m_request.parent};
    run.model = m_request.model;
    run.task = QString::fromLatin1(engine::name(m_target.task));
    run.params = m_params;
    run.tags = m_request.tags;
    for (const auto &[key, value] : taskTags(m_request, m_target))
        run.tags.emplace(key, value);
    run.inputs = inputs();
    run.provenance = provenanceOf(m_request, m_context);
    return run;
}

std::vector<tracking::DatasetInput> Trainer::inputs() const
{
    std::vector<tracking::DatasetInput> inputs{inputOf(*m_request.data, QStringLiteral("train"))};
    if (m_request.test)
        inputs.push_back(inputOf(*m_request.test, QStringLiteral("test")));
    return inputs;
}

std::vector<std::string> Trainer::attributes() const
{
    const engine::Table &from = testTable();
    // The protected ones come first: they are what a fairness page shows at once.
    std::vector<std::string> names;
    for (const std::string &column : m_request.task.protectedColumns) {
        if (column != m_target.column && from.find(column))
            names.push_back(column);
    }
    const bool few = from.rows() * from.columnCount() <= attributeCells;
    for (std::size_t i = 0; i < from.columnCount(); ++i) {
        const engine::Column &column = from.column(i);
        const bool isNew = std::ranges::find(names, column.name()) == names.end();
        if (few && isNew && column.name() != m_target.column && column.kind() != engine::Kind::Text)
            names.push_back(column.name());
    }
    return names;
}

ui::TrainOutcome Trainer::outcome(const Recording &recording) const
{
    ui::TrainOutcome out;
    out.run = recording.id();
    out.experiment = m_request.experiment;
    out.model = m_request.model;
    out.params = m_params;
    out.artifacts = recording.artifacts();
    out.notes = recording.notes();
    return out;
}

} // namespace assay::app
