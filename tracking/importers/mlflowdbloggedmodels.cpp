// SPDX-License-Identifier: GPL-3.0-or-later
// The logged models of an MLflow 3 database, which lie beside the runs that made them.
#include "tracking/importers/mlflowdbruns.h"

#include <algorithm>

namespace assay::tracking {

Result<void> MlflowDbRuns::listLoggedModels()
{
    auto done = m_database.each("logged_models",
                                {"model_id", "experiment_id", "name", "artifact_location", "source_run_id",
                                 "model_type", "status", "status_message", "creation_timestamp_ms",
                                 "last_updated_timestamp_ms", "lifecycle_stage"},
                                "ORDER BY creation_timestamp_ms, model_id", {}, [&](const Row &row) {
                                    // A part of paths from here on.
                                    if (!isMlflowModelId(row.text(0))) {
                                        m_oddModels << row.text(0);
                                        return;
                                    }
                                    m_models[row.text(0)] = {.model = {.id = row.text(0),
                                                                       .run = row.text(4),
                                                                       .name = row.text(2),
                                                                       .type = row.text(5),
                                                                       .message = row.text(7),
                                                                       .status = row.integer(6),
                                                                       .created = row.integer(8),
                                                                       .updated = row.integer(9),
                                                                       .deleted = row.text(10) == u"deleted"},
                                                             .experiment = row.text(1),
                                                             .location = row.text(3)};
                                });
    if (done)
        done = countLoggedModels();
    if (done)
        giveLoggedModels();
    return done;
}

Result<void> MlflowDbRuns::countLoggedModels()
{
    const auto each = [&](const QByteArray &table, const QByteArrayList &columns, const QByteArray &rest,
                          const std::function<void(LoggedModel &, const Row &)> &take) {
        return m_database.each(table, columns, rest, {}, [&](const Row &row) {
            if (const auto model = m_models.find(row.text(0)); model != m_models.end())
                take(model->second, row);
        });
    };
    auto done = each("logged_model_tags", {"model_id", "tag_key", "tag_value"}, {},
                     [](LoggedModel &one, const Row &row) { one.model.tags[row.text(1)] = row.text(2); });
    if (done)
        done = each("logged_model_params", {"model_id", "count(*)"}, "GROUP BY model_id",
                    [](LoggedModel &one, const Row &row) { one.params = row.integer(1); });
    if (done)
        done = each("logged_model_metrics", {"model_id", "count(*)"}, "GROUP BY model_id",
                    [](LoggedModel &one, const Row &row) { one.points = row.integer(1); });
    if (done)
        done = each("inputs", {"destination_id", "step", "source_id"}, "WHERE destination_type = 'MODEL_OUTPUT'",
                    [](LoggedModel &one, const Row &row) {
                        one.model.step = row.integer(1);
                        if (one.model.run.isEmpty())
                            one.model.run = row.text(2);
                    });
    return done;
}

/// To the runs that made them; what no run made gets one that stands for it.
void MlflowDbRuns::giveLoggedModels()
{
    for (const auto &[id, one] : m_models) {
        const bool made = find(one.model.run) != nullptr;
        m_modelsOfRun[made ? one.model.run : id] << id;
        if (made)
            continue;
        Listed listed{.run = runOfModel(one.model), .experiment = one.experiment};
        placeIn(listed);
        m_positions.insert(id, m_runs.size());
        m_runs.push_back(std::move(listed));
    }
}

void MlflowDbRuns::tellMissing(std::vector<ImportProblem> &problems) const
{
    for (const QString &id : m_oddModels)
        problems.push_back({.path = id, .what = QStringLiteral("This is no id of a logged model; it is left out.")});
    m_artifacts.tellMissing(problems);
}

void MlflowDbRuns::addLoggedModels(ImportedRun &run, std::vector<ImportProblem> &problems)
{
    const auto models = m_modelsOfRun.find(run.id.value);
    if (models == m_modelsOfRun.end())
        return;
    for (const QString &id : models->second) {
        const LoggedModel &one = m_models.at(id);
        addModel(run, one.model);
        m_artifacts.add(run, one.location, QStringLiteral("%1/models/%2/artifacts").arg(one.experiment, id),
                        mlflowModelPrefix(id), problems);
    }
}

Result<void> MlflowDbRuns::readLoggedModel(ImportedRun &run, MlflowModel model) const
{
    auto done = m_database.each("logged_model_params", {"param_key", "param_value"}, "WHERE model_id = ?", {model.id},
                                [&](const Row &row) { model.params[row.text(0)] = row.text(1); });
    if (done)
        done = m_database.each(
            "logged_model_metrics",
            {"metric_name", "run_id", "dataset_name", "dataset_digest", "metric_step", "metric_timestamp_ms",
             "metric_value"},
            "WHERE model_id = ? ORDER BY metric_name, run_id, dataset_name, dataset_digest,"
            " metric_step, metric_timestamp_ms",
            {model.id}, [&](const Row &row) {
                const MlflowModelSeries head{
                    .key = row.text(0), .run = row.text(1), .dataset = row.text(2), .digest = row.text(3)};
                const auto same = [&](const MlflowModelSeries &one) {
                    return one.key == head.key && one.run == head.run && one.dataset == head.dataset &&
                           one.digest == head.digest;
                };
                if (model.series.empty() || !same(model.series.back()))
                    model.series.push_back(head);
                model.series.back().points.push_back({.step = row.integer(4),
                                                      .time = mlflowPointTime(row.integer(5)),
                                                      .value = mlflowValue(row.real(6), row.isNull(6))});
            });
    if (done)
        addModel(run, model);
    return done;
}

} // namespace assay::tracking
