// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowdbruns.h"

#include <algorithm>

namespace assay::tracking {

MlflowDbRuns::MlflowDbRuns(const MlflowDatabase &database, MlflowArtifacts artifacts)
    : m_database(database)
    , m_artifacts(std::move(artifacts))
{
}

MlflowDbRuns::Listed *MlflowDbRuns::find(const QString &id)
{
    const auto found = m_positions.constFind(id);
    return found == m_positions.constEnd() ? nullptr : &m_runs[*found];
}

Result<void> MlflowDbRuns::list()
{
    for (const auto step : {&MlflowDbRuns::listExperiments, &MlflowDbRuns::listRuns, &MlflowDbRuns::listFacts,
                            &MlflowDbRuns::listLoggedModels})
        if (auto done = (this->*step)(); !done)
            return done;
    return {};
}

Result<void> MlflowDbRuns::listExperiments()
{
    auto done = m_database.each("experiments", {"experiment_id", "name", "lifecycle_stage", "creation_time"}, {}, {},
                                [&](const Row &row) {
                                    m_experiments[row.text(0)] = {.id = row.text(0),
                                                                  .name = row.text(1),
                                                                  .created = row.integer(3),
                                                                  .deleted = row.text(2) == u"deleted"};
                                });
    if (!done)
        return done;
    return m_database.each("experiment_tags", {"experiment_id", "key", "value"}, {}, {},
                           [&](const Row &row) { m_experiments[row.text(0)].tags[row.text(1)] = row.text(2); });
}

Result<void> MlflowDbRuns::listRuns()
{
    return m_database.each("runs",
                           {"run_uuid", "name", "status", "start_time", "end_time", "lifecycle_stage", "artifact_uri",
                            "experiment_id", "user_id", "source_name", "source_version"},
                           "ORDER BY start_time, run_uuid", {}, [&](const Row &row) {
                               Listed listed{.experiment = row.text(7), .artifacts = row.text(6)};
                               ImportedRun &run = listed.run;
                               run.id = {row.text(0)};
                               run.source = mlflowSource(run.id.value);
                               run.name = row.text(1);
                               run.status = mlflowStatus(row.text(2));
                               run.start = mlflowTime(row.integer(3));
                               run.end = mlflowTime(row.integer(4));
                               run.deleted = row.text(5) == u"deleted";
                               run.provenance.user = row.text(8);
                               run.provenance.program = row.text(9);
                               run.provenance.gitCommit = row.text(10);
                               m_positions.insert(run.id.value, m_runs.size());
                               m_runs.push_back(std::move(listed));
                           });
}

Result<void> MlflowDbRuns::listFacts()
{
    auto done = m_database.each("tags", {"run_uuid", "key", "value"}, {}, {}, [&](const Row &row) {
        if (Listed *listed = find(row.text(0)))
            listed->run.tags[row.text(1)] = row.text(2);
    });
    const auto count = [&](const QByteArray &table, qint64 Listed::*number) {
        return m_database.each(table, {"run_uuid", "count(*)"}, "GROUP BY run_uuid", {}, [&](const Row &row) {
            if (Listed *listed = find(row.text(0)))
                listed->*number = row.integer(1);
        });
    };
    if (done)
        done = count("params", &Listed::params);
    if (done)
        done = count("metrics", &Listed::points);
    for (Listed &listed : m_runs) {
        takeFromTags(listed.run);
        placeIn(listed);
    }
    return done;
}

void MlflowDbRuns::placeIn(Listed &listed) const
{
    const auto experiment = m_experiments.find(listed.experiment);
    setExperiment(listed.run, experiment != m_experiments.end()
                                  ? experiment->second
                                  : MlflowExperiment{.id = listed.experiment, .name = listed.experiment});
}

std::vector<std::size_t> MlflowDbRuns::order() const
{
    QStringList ids, parents;
    for (const Listed &listed : m_runs) {
        ids << listed.run.source;
        parents << listed.run.parentSource;
    }
    return parentsFirst(ids, parents);
}

ImportedRun MlflowDbRuns::outline(std::size_t run, std::vector<ImportProblem> &problems)
{
    const Listed &listed = m_runs[run];
    ImportedRun outline = listed.run;
    m_artifacts.add(outline, listed.artifacts,
                    QStringLiteral("%1/%2/artifacts").arg(listed.experiment, outline.id.value), {}, problems);
    addLoggedModels(outline, problems);
    return outline;
}

void MlflowDbRuns::count(std::size_t run, ImportPlanRun &plan) const
{
    plan.points = m_runs[run].points;
    plan.params = m_runs[run].params;
    if (const auto models = m_modelsOfRun.find(m_runs[run].run.id.value); models != m_modelsOfRun.end())
        for (const QString &id : models->second) {
            plan.points += m_models.at(id).points;
            plan.params += m_models.at(id).params;
        }
}

Result<ImportedRun> MlflowDbRuns::read(ImportedRun run) const
{
    auto done = m_database.each("params", {"key", "value"}, "WHERE run_uuid = ?", {run.id.value}, [&](const Row &row) {
        run.params[row.text(0).toStdString()] = row.text(1).toStdString();
    });
    if (done)
        done = readPoints(run);
    if (done)
        done = readInputs(run);
    if (const auto models = m_modelsOfRun.find(run.id.value); models != m_modelsOfRun.end())
        for (const QString &id : models->second)
            if (done)
                done = readLoggedModel(run, m_models.at(id).model);
    if (!done)
        return Failure(done.error());
    return run;
}

/// By step, then time: the rows lie in the order of the primary key, which is another.
Result<void> MlflowDbRuns::readPoints(ImportedRun &run) const
{
    QString key;
    std::vector<MetricPoint> *points = nullptr;
    auto done = m_database.each("metrics", {"key", "step", "timestamp", "value", "is_nan"},
                                "WHERE run_uuid = ? ORDER BY key", {run.id.value}, [&](const Row &row) {
                                    const QString name = row.text(0);
                                    if (!points || name != key)
                                        points = &run.metrics[key = name];
                                    points->push_back({.step = row.integer(1),
                                                       .time = mlflowPointTime(row.integer(2)),
                                                       .value = mlflowValue(row.real(3), row.integer(4) != 0)});
                                });
    for (auto &[name, series] : run.metrics)
        std::ranges::stable_sort(series, {},
                                 [](const MetricPoint &point) { return std::pair(point.step, point.time); });
    return done;
}

Result<void> MlflowDbRuns::readInputs(ImportedRun &run) const
{
    std::vector<std::pair<QString, QString>> uses; // of a dataset
    auto done =
        m_database.each("inputs", {"input_uuid", "source_id", "source_type", "destination_id"},
                        "WHERE (destination_id = ? AND source_type = 'DATASET')"
                        " OR (source_id = ? AND destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT'))"
                        " ORDER BY rowid",
                        {run.id.value, run.id.value}, [&](const Row &row) {
                            if (row.text(2) == u"DATASET")
                                uses.emplace_back(row.text(0), row.text(1));
                            else if (row.text(2) == u"RUN_INPUT")
                                run.tags.insert({QStringLiteral("mlflow.inputModel.") + row.text(3), QString()});
                        });
    for (const auto &[use, id] : uses) {
        MlflowDataset dataset;
        if (done)
            done = m_database.each(
                "datasets",
                {"name", "digest", "dataset_source_type", "dataset_source", "dataset_schema", "dataset_profile"},
                "WHERE dataset_uuid = ?", {id}, [&](const Row &row) {
                    dataset = {.name = row.text(0),
                               .digest = row.text(1),
                               .sourceType = row.text(2),
                               .source = row.text(3),
                               .schema = row.text(4),
                               .profile = row.text(5)};
                });
        if (done)
            done = m_database.each("input_tags", {"name", "value"}, "WHERE input_uuid = ?", {use},
                                   [&](const Row &row) { dataset.tags[row.text(0)] = row.text(1); });
        run.inputs.push_back(datasetInput(dataset));
    }
    return done;
}

} // namespace assay::tracking
