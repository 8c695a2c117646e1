// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowmodel.h"

#include "engine/core/json.h"
#include "tracking/importers/mlflowfacts.h"

#include <QRegularExpression>

namespace assay::tracking {

namespace {

QString text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

qint64 number(const Json &object, const char *key, qint64 otherwise = 0)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<qint64>() : otherwise;
}

/// What a series is called in the run: the model's own key, on which data, and by which run where it is not the one
/// that made the model. It depends on nothing else, so that a later import gives every series the name it had.
QString seriesName(const MlflowModel &model, const MlflowModelSeries &series)
{
    QString name = mlflowModelPrefix(model.id) + series.key;
    for (const QString &more : {series.dataset, series.digest, series.run == model.run ? QString() : series.run})
        if (!more.isEmpty())
            name += u'@' + more;
    return name;
}

/// The points' runs and data, which points have no place for.
Json addSeries(ImportedRun &run, const MlflowModel &model)
{
    Json told = Json::array();
    for (const MlflowModelSeries &series : model.series) {
        const QString name = seriesName(model, series);
        auto &points = run.metrics[name];
        points.insert(points.end(), series.points.begin(), series.points.end());
        told.push_back({{"name", name.toStdString()},
                        {"key", series.key.toStdString()},
                        {"run_id", series.run.toStdString()},
                        {"dataset", series.dataset.toStdString()},
                        {"digest", series.digest.toStdString()}});
    }
    return told;
}

Json factsOf(const RunDetails &run, const QString &id)
{
    auto json = parseJson(run.run.tags.at(mlflowModelTag + id).toStdString());
    return json && json->is_object() ? *json : Json::object();
}

/// Moves what begins with @p prefix from @p from to the end of @p to.
template<class From, class Take>
void takeNamed(From &from, const QString &prefix, Take take)
{
    for (auto it = from.begin(); it != from.end();) {
        QString name;
        if constexpr (std::is_same_v<typename From::key_type, std::string>)
            name = QString::fromStdString(it->first);
        else
            name = it->first;
        if (!name.startsWith(prefix)) {
            ++it;
            continue;
        }
        take(name, it->second);
        it = from.erase(it);
    }
}

void takeSeries(RunDetails &run, const Json &facts, const QString &prefix, MlflowModelParts &parts)
{
    std::map<QString, MlflowModelSeries> told;
    if (const auto series = facts.find("series"); series != facts.end() && series->is_array())
        for (const Json &one : *series)
            if (one.is_object())
                told[text(one, "name")] = {.key = text(one, "key"),
                                           .run = text(one, "run_id"),
                                           .dataset = text(one, "dataset"),
                                           .digest = text(one, "digest")};
    takeNamed(run.series, prefix, [&](const QString &name, const MetricSummary &) {
        // One that came later is told of by its name alone.
        const auto known = told.find(name);
        parts.model.series.push_back(known != told.end()
                                         ? known->second
                                         : MlflowModelSeries{.key = name.mid(prefix.size()), .run = parts.model.run});
        parts.seriesHere << name;
    });
}

/// Parameters and tags that once were told of there.
void takeTexts(const Json &facts, const char *key, std::map<QString, QString> &texts)
{
    if (const auto found = facts.find(key); found != facts.end() && found->is_object())
        for (const auto &[name, value] : found->items())
            if (value.is_string())
                texts[QString::fromStdString(name)] = QString::fromStdString(value.get<std::string>());
}

MlflowModelParts takeModel(RunDetails &run, const QString &id)
{
    const Json facts = factsOf(run, id);
    const QString prefix = mlflowModelPrefix(id);
    MlflowModelParts parts{.model = {.id = id,
                                     .run = text(facts, "run_id"),
                                     .name = text(facts, "name"),
                                     .type = text(facts, "type"),
                                     .message = text(facts, "message"),
                                     .status = number(facts, "status", 2),
                                     .created = number(facts, "created"),
                                     .updated = number(facts, "updated"),
                                     .step = number(facts, "step"),
                                     .deleted = text(facts, "lifecycle_stage") == u"deleted"}};
    if (parts.model.run.isEmpty() && !standsForModel(run.run))
        parts.model.run = run.run.id.value;
    takeTexts(facts, "params", parts.model.params);
    takeTexts(facts, "tags", parts.model.tags);
    takeNamed(run.run.params, prefix, [&](const QString &name, const ParamValue &value) {
        parts.model.params[name.mid(prefix.size())] = QString::fromStdString(toText(value));
    });
    takeNamed(run.run.tags, prefix,
              [&](const QString &name, const QString &value) { parts.model.tags[name.mid(prefix.size())] = value; });
    takeSeries(run, facts, prefix, parts);
    std::erase_if(run.artifacts, [&](Artifact &artifact) {
        const bool its = artifact.name.startsWith(prefix);
        if (its) {
            parts.artifacts.push_back(artifact);
            parts.artifacts.back().name = artifact.name.mid(prefix.size());
        }
        return its;
    });
    run.run.tags.erase(mlflowModelTag + id);
    return parts;
}

} // namespace

const QString mlflowModelTag = QStringLiteral("mlflow.loggedModel.");

bool isMlflowModelId(const QString &id)
{
    static const QRegularExpression known(QRegularExpression::anchoredPattern(QStringLiteral("m-[\\w-]{1,200}")));
    return known.match(id).hasMatch();
}

QString mlflowModelPrefix(const QString &id)
{
    return QStringLiteral("models/%1/").arg(id);
}

void addModel(ImportedRun &run, const MlflowModel &model)
{
    const QString prefix = mlflowModelPrefix(model.id);
    const Json facts = {{"name", model.name.toStdString()},
                        {"type", model.type.toStdString()},
                        {"status", model.status},
                        {"message", model.message.toStdString()},
                        {"run_id", model.run.toStdString()},
                        {"created", model.created},
                        {"updated", model.updated},
                        {"step", model.step},
                        {"lifecycle_stage", model.deleted ? "deleted" : "active"},
                        {"series", addSeries(run, model)}};
    run.tags[mlflowModelTag + model.id] =
        QString::fromStdString(facts.dump(-1, ' ', false, Json::error_handler_t::replace));
    for (const auto &[key, value] : model.params)
        run.params[(prefix + key).toStdString()] = value.toStdString();
    for (const auto &[key, value] : model.tags)
        run.tags.insert({prefix + key, value});
}

ImportedRun runOfModel(const MlflowModel &model)
{
    ImportedRun run;
    run.id = {model.id};
    run.source = mlflowSource(model.id);
    run.name = model.name.isEmpty() ? model.id : model.name;
    run.status = model.status == 3 ? RunStatus::Failed : RunStatus::Finished;
    run.start = mlflowTime(model.created);
    run.end = mlflowTime(model.updated);
    run.error = run.status == RunStatus::Failed ? model.message : QString();
    run.deleted = model.deleted;
    return run;
}

std::vector<MlflowModelParts> takeLoggedModels(RunDetails &run)
{
    QStringList ids;
    for (const auto &[key, value] : run.run.tags)
        if (key.startsWith(mlflowModelTag) && isMlflowModelId(key.mid(mlflowModelTag.size())))
            ids << key.mid(mlflowModelTag.size());
    std::vector<MlflowModelParts> models;
    for (const QString &id : ids)
        models.push_back(takeModel(run, id));
    return models;
}

bool standsForModel(const Run &run)
{
    return run.source.startsWith(mlflowSource(QStringLiteral("m-")));
}

} // namespace assay::tracking
