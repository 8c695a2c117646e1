// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainer.h"

#include "app/workbench/recording.h"
#include "app/workbench/runfacts.h"
#include "app/workbench/trainerfolds.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <map>

namespace assay::app {

namespace {

/// Columns are carried along with predictions up to this many cells, so that any of them can serve as a protected
/// attribute later.
constexpr std::size_t attributeCells = 20'000'000;

void append(engine::Predictions &all, const engine::Predictions &part)
{
    all.rowIds.insert(all.rowIds.end(), part.rowIds.begin(), part.rowIds.end());
    all.truth.insert(all.truth.end(), part.truth.begin(), part.truth.end());
    all.weights.insert(all.weights.end(), part.weights.begin(), part.weights.end());
    const Eigen::Index before = all.scores.rows();
    all.scores.conservativeResize(before + part.scores.rows(), part.scores.cols());
    all.scores.bottomRows(part.scores.rows()) = part.scores;
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
    auto plan = planOf(m_request, m_context.seed);
    if (!plan)
        return Failure(plan.error());
    m_plan = std::move(*plan);
    return m_plan.folds.size() == 1 ? single(opened) : crossValidate(opened);
}

Result<ui::TrainOutcome> Trainer::runFold(std::size_t fold, const RunOpened &opened)
{
    auto plan = planOf(m_request, m_context.seed);
    if (!plan)
        return Failure(plan.error());
    m_plan = std::move(*plan);
    if (fold >= m_plan.folds.size())
        return failure(ErrorKind::Refused, "no_recipe", "The split {} has no fold {}.",
                       {engine::toText(m_request.split), std::to_string(fold + 1)});
    m_plan.folds = {m_plan.folds[fold]};
    m_fold = fold;
    return single(opened);
}

Result<Trainer::Scored> Trainer::score(const engine::Fold &fold, Recording &recording, const Context &context) const
{
    Scored scored;
    scored.choice.params = m_plan.params;
    if (!m_request.grid.empty()) {
        auto choice = searchGrid(m_plan, fold.train, context);
        if (!choice)
            return Failure(choice.error());
        scored.choice = std::move(*choice);
        if (auto logged = m_store.logParams(recording.id(), scored.choice.params); !logged)
            return Failure(logged.error());
        const std::string key = "inner_" + engine::headline(m_plan.target.task).metric;
        for (std::size_t i = 0; i < scored.choice.scores.size(); ++i)
            recording.metric(key, scored.choice.scores[i], static_cast<std::int64_t>(i));
    }
    QElapsedTimer clock;
    clock.start();
    // Rows of the same table are watched while fitting; a test file stays unseen until the end.
    auto model = m_plan.fit(scored.choice.params, fold.train, m_request.test ? engine::Rows{} : fold.test, context);
    if (!model)
        return Failure(model.error());
    scored.model = std::move(*model);
    scored.fitSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    clock.restart();
    auto predictions = scored.model->predictions(m_plan.testTable(), fold.test, attributes(), m_request.task.weight);
    if (!predictions)
        return Failure(predictions.error());
    scored.predictions = std::move(*predictions);
    scored.predictSeconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    auto evaluated = engine::evaluate(scored.predictions, {.threshold = m_request.threshold}, context);
    if (!evaluated)
        return Failure(evaluated.error());
    scored.evaluation = std::move(*evaluated);
    return scored;
}

Result<ui::TrainOutcome> Trainer::recordFold(const engine::Fold &fold, Recording &recording, const Context &given,
                                             Scored &scored) const
{
    Context context = given;
    context.observer = &recording;
    auto result = score(fold, recording, context);
    if (!result) {
        recording.fail(result.error());
        return Failure(result.error());
    }
    scored = std::move(*result);
    auto kept = keep(recording, scored);
    if (kept)
        kept = recording.finish();
    if (!kept) {
        recording.fail(kept.error());
        return Failure(kept.error());
    }
    ui::TrainOutcome out = outcome(recording);
    out.params = scored.choice.params;
    fill(out, scored);
    out.trainRows = static_cast<qint64>(fold.train.size());
    out.testRows = static_cast<qint64>(fold.test.size());
    return out;
}

Result<ui::TrainOutcome> Trainer::single(const RunOpened &opened)
{
    auto recording = Recording::begin(m_store, newRun(), m_context.observer);
    if (!recording)
        return Failure(recording.error());
    if (opened)
        opened((*recording)->id());
    if (auto kept = keepRecipe(**recording, recipe()); !kept) {
        (*recording)->fail(kept.error());
        return Failure(kept.error());
    }
    Scored scored;
    return recordFold(m_plan.folds.front(), **recording, m_context, scored);
}

/// Folds side by side, their runs opened in order.
Result<void> Trainer::scoreFolds(Recording &parent, std::vector<Scored> &folds, std::vector<ui::TrainOutcome> &outcomes)
{
    tracking::NewRun run = newRun();
    run.parent = parent.id();
    std::vector<std::unique_ptr<Recording>> recordings(folds.size());
    const auto begin = [&](std::size_t i, const Context &context) -> Result<void> {
        run.name = QStringLiteral("fold %1").arg(i + 1);
        run.tags[QStringLiteral("fold")] = QString::number(i + 1);
        auto recording = Recording::begin(m_store, run, context.observer);
        if (!recording)
            return Failure(recording.error());
        recordings[i] = std::move(*recording);
        return {};
    };
    const auto work = [&](std::size_t i, const Context &context) -> Result<void> {
        auto one = recordFold(m_plan.folds[i], *recordings[i], context, folds[i]);
        recordings[i].reset();
        folds[i].model.reset(); // it is in the store
        if (!one)
            return Failure(one.error());
        outcomes[i] = std::move(*one);
        return {};
    };
    return eachPiece(folds.size(), "fold", m_context, work, begin);
}

Result<ui::TrainOutcome> Trainer::crossValidate(const RunOpened &opened)
{
    auto recording = Recording::begin(m_store, newRun(), m_context.observer);
    if (!recording)
        return Failure(recording.error());
    Recording &parent = **recording;
    if (opened)
        opened(parent.id());
    ui::TrainOutcome total = outcome(parent);
    std::vector<Scored> folds(m_plan.folds.size());
    std::vector<ui::TrainOutcome> outcomes(folds.size());
    const auto done = keepRecipe(parent, recipe())
                          .and_then([&] { return scoreFolds(parent, folds, outcomes); })
                          .and_then([&] {
                              for (const ui::TrainOutcome &one : outcomes) {
                                  total.fitSeconds += one.fitSeconds;
                                  total.predictSeconds += one.predictSeconds;
                                  total.trainRows = std::max(total.trainRows, one.trainRows);
                                  total.testRows += one.testRows;
                                  total.notes = one.notes;
                              }
                              return pool(parent, folds, total);
                          })
                          .and_then([&] { return tellChoices(parent, folds); })
                          .and_then([&] { return parent.finish(); });
    if (!done) {
        parent.fail(done.error());
        return Failure(done.error());
    }
    total.artifacts = parent.artifacts();
    total.notes += parent.notes();
    return total;
}

/// How often each combination was best: one that wins everywhere is a stable choice.
Result<void> Trainer::tellChoices(Recording &recording, const std::vector<Scored> &folds) const
{
    if (m_request.grid.empty())
        return {};
    std::map<QString, int> times;
    for (const Scored &fold : folds)
        ++times[assignmentsText(fold.choice.values)];
    std::vector<std::pair<QString, int>> order(times.begin(), times.end());
    std::ranges::stable_sort(order, std::greater(), &std::pair<QString, int>::second);
    QStringList parts;
    for (const auto &[choice, count] : order)
        parts << QStringLiteral("%1 (%2 of %3)").arg(choice).arg(count).arg(folds.size());
    const QString text = parts.join(QStringLiteral("; "));
    recording.note("Chosen in the inner folds: " + text.toStdString() + '.');
    return m_store.setTag(recording.id(), QStringLiteral("chosen"), text);
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
    const std::size_t once = engine::foldsOfOnePass(m_request.split);
    engine::Predictions all = folds.front().predictions;
    engine::Rows rows = m_plan.folds.front().test;
    for (std::size_t i = 1; i < std::min(once, folds.size()); ++i) {
        append(all, folds[i].predictions);
        rows.insert(rows.end(), m_plan.folds[i].test.begin(), m_plan.folds[i].test.end());
    }
    all.attributes.clear();
    for (const std::string &name : attributes())
        all.attributes.push_back(m_plan.table().find(name)->select(rows));
    return keepPredictions(recording, all);
}

Recipe Trainer::recipe() const
{
    return {.request = m_request, .seed = m_context.seed, .fold = m_fold};
}

tracking::NewRun Trainer::newRun() const
{
    tracking::NewRun run;
    run.experiment = m_request.experiment;
    run.name = m_request.name;
    run.parent = {m_request.parent};
    run.model = m_request.model;
    run.task = QString::fromLatin1(engine::name(m_plan.target.task));
    run.params = m_plan.params;
    for (const auto &[name, values] : m_request.grid)
        run.params.erase(name); // each fold has its own
    run.tags = m_request.tags;
    for (const auto &[key, value] : taskTags(m_request, m_plan.target))
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
    const engine::Table &from = m_plan.testTable();
    // The protected ones come first: they are what a fairness page shows at once.
    std::vector<std::string> names;
    for (const std::string &column : m_request.task.protectedColumns) {
        if (column != m_plan.target.column && from.find(column))
            names.push_back(column);
    }
    const bool few = from.rows() * from.columnCount() <= attributeCells;
    for (std::size_t i = 0; i < from.columnCount(); ++i) {
        const engine::Column &column = from.column(i);
        const bool isNew = std::ranges::find(names, column.name()) == names.end();
        if (few && isNew && column.name() != m_plan.target.column && column.kind() != engine::Kind::Text)
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
    out.params = m_plan.params;
    out.artifacts = recording.artifacts();
    out.notes = recording.notes();
    return out;
}

} // namespace assay::app
