// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerrecipe.h"

#include "app/workbench/trainerrequest.h"
#include "tracking/exporters/jsonrun.h"

#include <algorithm>

namespace assay::app {

namespace {

Json taskJson(const engine::LearningTask &task)
{
    return {{"target", task.target},
            {"task", task.task ? Json(engine::name(*task.task)) : Json()},
            {"positive", task.positive},
            {"drop", task.drop},
            {"protected", task.protectedColumns},
            {"exclude_protected", task.excludeProtected},
            {"weight", task.weight}};
}

Json fitJson(const engine::FitOptions &fit)
{
    return {{"weight", fit.weight},
            {"preprocess", assay::toJson(fit.preprocess)},
            {"balance", engine::name(fit.balance)},
            {"calibration", fit.calibration ? Json(engine::name(*fit.calibration)) : Json()},
            {"calibration_share", jsonNumber(fit.calibrationShare)}};
}

Failure badRecipe(const std::string &why)
{
    return failure(ErrorKind::Refused, "bad_recipe", "What the run recorded of its training cannot be read: {}.",
                   {why});
}

QString text(const Json &json)
{
    return QString::fromStdString(json.get<std::string>());
}

engine::LearningTask taskFrom(const Json &json)
{
    engine::LearningTask task{.target = json.at("target").get<std::string>(),
                              .positive = json.at("positive").get<std::string>(),
                              .drop = json.at("drop").get<std::vector<std::string>>(),
                              .protectedColumns = json.at("protected").get<std::vector<std::string>>(),
                              .excludeProtected = json.at("exclude_protected").get<bool>(),
                              .weight = json.at("weight").get<std::string>()};
    if (const Json &name = json.at("task"); name.is_string())
        task.task = engine::taskFromName(name.get<std::string>());
    return task;
}

engine::FitOptions fitFrom(const Json &json)
{
    engine::FitOptions fit{.weight = json.at("weight").get<std::string>(),
                           .preprocess = paramsFromJson(json.at("preprocess")),
                           .calibrationShare = numberFromJson(json.at("calibration_share"))};
    fit.balance = engine::balanceFromName(json.at("balance").get<std::string>()).value_or(engine::Balance::None);
    if (const Json &name = json.at("calibration"); name.is_string())
        fit.calibration = engine::calibrationFromName(name.get<std::string>());
    return fit;
}

/// A list of values reads like parameters do: what is whole stays whole.
std::vector<ParamValue> valuesFrom(const Json &json)
{
    std::vector<ParamValue> values;
    for (const Json &value : json)
        for (const auto &[name, read] : paramsFromJson(Json{{"value", value}}))
            values.push_back(read);
    return values;
}

/// Throws what nlohmann::json throws when something is missing or of another type.
Recipe read(const Json &json, const engine::SplitSpec &split)
{
    Recipe recipe{.seed = json.at("seed").get<std::uint64_t>()};
    if (const Json &fold = json.at("fold"); fold.is_number_unsigned())
        recipe.fold = fold.get<std::size_t>();
    ui::TrainRequest &request = recipe.request;
    request.model = text(json.at("model"));
    request.params = paramsFromJson(json.at("params"));
    request.task = taskFrom(json.at("task"));
    request.split = split;
    for (const auto &[name, values] : json.at("grid").items())
        request.grid[name] = valuesFrom(values);
    request.fit = fitFrom(json.at("fit"));
    request.threshold = numberFromJson(json.at("threshold"));
    request.experiment = text(json.at("experiment"));
    request.name = text(json.at("name"));
    request.parent = text(json.at("parent"));
    for (const auto &[key, value] : json.at("tags").items())
        request.tags[QString::fromStdString(key)] = text(value);
    return recipe;
}

} // namespace

Json toJson(const Recipe &recipe)
{
    const ui::TrainRequest &request = recipe.request;
    Json grid = Json::object();
    for (const auto &[name, values] : request.grid) {
        grid[name] = Json::array();
        for (const ParamValue &value : values)
            grid[name].push_back(assay::toJson(value));
    }
    return {{"version", 1},
            {"model", request.model.toStdString()},
            {"params", assay::toJson(request.params)},
            {"task", taskJson(request.task)},
            {"split", engine::toText(request.split)},
            {"seed", recipe.seed},
            {"fold", recipe.fold ? Json(*recipe.fold) : Json()},
            {"grid", grid},
            {"fit", fitJson(request.fit)},
            {"threshold", jsonNumber(request.threshold)},
            {"experiment", request.experiment.toStdString()},
            {"name", request.name.toStdString()},
            {"parent", request.parent.toStdString()},
            {"tags", tracking::textsJson(request.tags)}};
}

Result<Recipe> recipeFromJson(const Json &json)
{
    try {
        const auto split = engine::parseSplit(json.at("split").get<std::string>());
        if (!split)
            return Failure(split.error());
        return read(json, *split);
    } catch (const Json::exception &error) {
        return badRecipe(error.what());
    }
}

Result<Recipe> recipeOf(const tracking::RunStore &store, const tracking::RunDetails &run)
{
    const QString name = QLatin1String(recipeName);
    if (std::ranges::find(run.artifacts, name, &tracking::Artifact::name) != run.artifacts.end()) {
        const auto bytes = store.artifact(run.run.id, name);
        if (!bytes)
            return Failure(bytes.error());
        return parseJson(bytes->toStdString()).and_then(recipeFromJson);
    }
    auto request = requestOf(run);
    if (!request)
        return failure(ErrorKind::Refused, "no_recipe",
                       "The run `{}` cannot be done again, because it was not trained here: nothing says how it was "
                       "made.",
                       {run.run.name.toStdString()});
    return Recipe{.request = std::move(*request), .seed = run.provenance.seed};
}

} // namespace assay::app
