// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowfacts.h"

#include "engine/core/json.h"

#include <QHash>
#include <algorithm>
#include <limits>

namespace assay::tracking {

namespace {

QString tag(const ImportedRun &run, const char *key)
{
    const auto found = run.tags.find(QLatin1String(key));
    return found == run.tags.end() ? QString() : found->second;
}

/// The text at @p key of the JSON object @p text; empty when it is not there.
std::string memberText(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string();
}

Json object(const QString &text)
{
    auto json = parseJson(text.toStdString());
    return json && json->is_object() ? *json : Json::object();
}

qint64 firstOf(const Json &shape)
{
    return shape.is_array() && !shape.empty() && shape.front().is_number_integer() ? shape.front().get<qint64>() : 0;
}

/// Rows as one of MLflow's kinds of profile tells them.
qint64 rowsOf(const Json &profile)
{
    for (const char *key : {"num_rows", "approx_count"})
        if (const auto rows = profile.find(key); rows != profile.end() && rows->is_number_integer())
            return rows->get<qint64>();
    const auto shape = profile.find("features_shape");
    if (shape == profile.end())
        return 0;
    return shape->is_object() && !shape->empty() ? firstOf(shape->front()) : firstOf(*shape);
}

qint64 columnsOf(const Json &schema)
{
    const auto columns = schema.find("mlflow_colspec");
    return columns != schema.end() && columns->is_array() ? static_cast<qint64>(columns->size()) : 0;
}

} // namespace

QString mlflowSource(const QString &runId)
{
    return runId.isEmpty() ? QString() : QStringLiteral("mlflow:") + runId;
}

RunStatus mlflowStatus(const QString &status)
{
    static const QHash<QString, RunStatus> known = {
        {QStringLiteral("RUNNING"), RunStatus::Running},   {QStringLiteral("1"), RunStatus::Running},
        {QStringLiteral("SCHEDULED"), RunStatus::Running}, {QStringLiteral("2"), RunStatus::Running},
        {QStringLiteral("FAILED"), RunStatus::Failed},     {QStringLiteral("4"), RunStatus::Failed},
        {QStringLiteral("KILLED"), RunStatus::Cancelled},  {QStringLiteral("5"), RunStatus::Cancelled},
    };
    return known.value(status.toUpper(), RunStatus::Finished);
}

QDateTime mlflowTime(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

qint64 mlflowPointTime(qint64 milliseconds)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 1000;
    return std::clamp(milliseconds, -most, most) * 1000;
}

double mlflowValue(double value, bool isNan)
{
    constexpr double largest = std::numeric_limits<double>::max();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (isNan)
        return std::numeric_limits<double>::quiet_NaN();
    return value >= largest ? infinity : value <= -largest ? -infinity : value;
}

void setExperiment(ImportedRun &run, const MlflowExperiment &experiment)
{
    run.experiment = experiment.name;
    run.experimentSource =
        QStringLiteral("mlflow:experiment:%1:%2")
            .arg(experiment.id, experiment.created > 0 ? QString::number(experiment.created) : experiment.name);
    run.follows = true;
    run.experimentTags = experiment.tags;
    const auto note = experiment.tags.find(QStringLiteral("mlflow.note.content"));
    run.experimentNote = note == experiment.tags.end() ? QString() : note->second;
    run.experimentDeleted = experiment.deleted;
    run.deleted = run.deleted || experiment.deleted;
}

void takeFromTags(ImportedRun &run)
{
    if (run.name.isEmpty())
        run.name = tag(run, "mlflow.runName");
    run.note = tag(run, "mlflow.note.content");
    const QString parent = tag(run, "mlflow.parentRunId");
    run.parentSource = parent == run.id.value ? QString() : mlflowSource(parent);
    run.model = tag(run, "estimator_name");
    run.task = tag(run, "assay.task"); // of a run that was exported from here
    Provenance &made = run.provenance;
    const auto fill = [&](QString &to, const char *key) { to = tag(run, key).isEmpty() ? to : tag(run, key); };
    fill(made.user, "mlflow.user");
    fill(made.program, "mlflow.source.name");
    fill(made.gitCommit, "mlflow.source.git.commit");
    made.gitDirty = tag(run, "mlflow.source.git.dirty").compare(u"true", Qt::CaseInsensitive) == 0;
}

DatasetInput datasetInput(const MlflowDataset &dataset)
{
    const auto role = dataset.tags.find(QStringLiteral("mlflow.data.context"));
    const Json source = object(dataset.source);
    std::string path = memberText(source, "uri");
    if (path.empty())
        path = memberText(source, "path");
    Json kept = {{"source_type", dataset.sourceType.toStdString()},
                 {"source", dataset.source.toStdString()},
                 {"schema", dataset.schema.toStdString()},
                 {"profile", dataset.profile.toStdString()},
                 {"tags", Json::object()}};
    for (const auto &[key, value] : dataset.tags)
        kept["tags"][key.toStdString()] = value.toStdString();
    return {.role = role == dataset.tags.end() ? QString() : role->second,
            .name = dataset.name,
            .path = QString::fromStdString(path),
            .digest = dataset.digest,
            .rows = rowsOf(object(dataset.profile)),
            .columns = columnsOf(object(dataset.schema)),
            .readOptions =
                QString::fromStdString(Json{{"mlflow", kept}}.dump(-1, ' ', false, Json::error_handler_t::replace))};
}

MlflowDataset mlflowDataset(const DatasetInput &input)
{
    const Json options = object(input.readOptions);
    const auto found = options.find("mlflow");
    const Json kept = found != options.end() && found->is_object() ? *found : Json::object();
    const auto text = [&](const char *key) { return QString::fromStdString(memberText(kept, key)); };
    MlflowDataset dataset{.name = input.name,
                          .digest = input.digest,
                          .sourceType = text("source_type"),
                          .source = text("source"),
                          .schema = text("schema"),
                          .profile = text("profile")};
    if (const auto tags = kept.find("tags"); tags != kept.end() && tags->is_object())
        for (const auto &[key, value] : tags->items())
            dataset.tags[QString::fromStdString(key)] = QString::fromStdString(memberText(*tags, key.c_str()));
    if (!input.role.isEmpty())
        dataset.tags[QStringLiteral("mlflow.data.context")] = input.role;
    if (kept.empty()) {
        const Json source = {{"uri", input.path.toStdString()}};
        dataset.sourceType = QStringLiteral("local");
        dataset.source = QString::fromStdString(source.dump(-1, ' ', false, Json::error_handler_t::replace));
        if (input.rows > 0)
            dataset.profile = QStringLiteral("{\"num_rows\": %1}").arg(input.rows);
    }
    return dataset;
}

std::vector<std::size_t> parentsFirst(const QStringList &ids, const QStringList &parents)
{
    QHash<QString, std::size_t> positions;
    for (qsizetype i = 0; i < ids.size(); ++i)
        positions.insert(ids[i], static_cast<std::size_t>(i));
    std::vector<std::size_t> order;
    std::vector<bool> placed(static_cast<std::size_t>(ids.size()));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        // From the run up to one that is placed, then down again.
        std::vector<std::size_t> line;
        auto current = positions.constFind(ids[i]);
        while (current != positions.constEnd() && !placed[*current]) {
            placed[*current] = true;
            line.push_back(*current);
            current = positions.constFind(parents[static_cast<qsizetype>(*current)]);
        }
        order.insert(order.end(), line.rbegin(), line.rend());
    }
    return order;
}

} // namespace assay::tracking
