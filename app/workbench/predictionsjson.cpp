// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/predictionsjson.h"

#include <algorithm>
#include <optional>

namespace assay::app {

namespace {

std::vector<double> numbersFromJson(const Json &json)
{
    std::vector<double> values;
    values.reserve(json.size());
    for (const Json &value : json)
        values.push_back(numberFromJson(value));
    return values;
}

Json columnJson(const engine::Column &column)
{
    Json json{{"name", column.name()}, {"kind", engine::name(column.kind())}};
    switch (column.storage()) {
    case engine::Storage::Numbers:
        json["values"] = jsonNumbers(column.numbers());
        break;
    case engine::Storage::Codes:
        json["codes"] = std::vector<std::int32_t>(column.codes().begin(), column.codes().end());
        json["levels"] = column.levels();
        break;
    case engine::Storage::Times:
        json["times"] = std::vector<std::int64_t>(column.times().begin(), column.times().end());
        break;
    }
    return json;
}

engine::Column columnFromJson(const Json &json)
{
    const auto name = json.at("name").get<std::string>();
    const engine::Kind kind = engine::kindFromName(json.at("kind").get<std::string>()).value_or(engine::Kind::Text);
    switch (engine::storageOf(kind)) {
    case engine::Storage::Numbers:
        return engine::Column::numbers(name, kind, numbersFromJson(json.at("values")));
    case engine::Storage::Times:
        return engine::Column::times(name, kind, json.at("times").get<std::vector<std::int64_t>>());
    case engine::Storage::Codes:
        break;
    }
    return engine::Column::codes(name, kind, json.at("codes").get<std::vector<std::int32_t>>(),
                                 json.at("levels").get<std::vector<std::string>>());
}

bool consistent(const engine::Predictions &predictions)
{
    const std::size_t n = predictions.size();
    const auto fits = [n](std::size_t size) { return size == 0 || size == n; };
    return predictions.rowIds.size() == n && static_cast<std::size_t>(predictions.scores.rows()) == n &&
           fits(predictions.predicted.size()) && fits(predictions.weights.size()) &&
           std::ranges::all_of(predictions.attributes, [n](const auto &column) { return column.rows() == n; });
}

/// nullopt when a column of scores is not as long as the truth.
std::optional<engine::Predictions> read(const Json &json)
{
    engine::Predictions predictions;
    predictions.task = engine::taskFromName(json.at("task").get<std::string>()).value_or(engine::Task::Binary);
    predictions.labels = json.at("labels").get<std::vector<std::string>>();
    predictions.rowIds = json.at("row_id").get<std::vector<std::string>>();
    predictions.truth = numbersFromJson(json.at("y_true"));
    const Json &scores = json.at("scores");
    predictions.scores.resize(static_cast<Eigen::Index>(predictions.size()), static_cast<Eigen::Index>(scores.size()));
    for (std::size_t k = 0; k < scores.size(); ++k) {
        const std::vector<double> column = numbersFromJson(scores[k]);
        if (column.size() != predictions.size())
            return std::nullopt;
        predictions.scores.col(static_cast<Eigen::Index>(k)) =
            Eigen::Map<const Eigen::VectorXd>(column.data(), static_cast<Eigen::Index>(column.size()));
    }
    predictions.predicted = numbersFromJson(json.at("y_pred"));
    predictions.weights = numbersFromJson(json.at("weights"));
    for (const Json &column : json.at("attributes"))
        predictions.attributes.push_back(columnFromJson(column));
    return predictions;
}

} // namespace

Json toJson(const engine::Predictions &predictions)
{
    Json scores = Json::array();
    for (Eigen::Index k = 0; k < predictions.scores.cols(); ++k) {
        const Eigen::VectorXd column = predictions.scores.col(k);
        scores.push_back(jsonNumbers({column.data(), static_cast<std::size_t>(column.size())}));
    }
    Json attributes = Json::array();
    for (const engine::Column &column : predictions.attributes)
        attributes.push_back(columnJson(column));
    return {{"task", engine::name(predictions.task)},
            {"labels", predictions.labels},
            {"row_id", predictions.rowIds},
            {"y_true", jsonNumbers(predictions.truth)},
            {"y_pred", jsonNumbers(predictions.predicted)},
            {"scores", std::move(scores)},
            {"weights", jsonNumbers(predictions.weights)},
            {"attributes", std::move(attributes)}};
}

Result<engine::Predictions> predictionsFromJson(const Json &json)
{
    try {
        auto predictions = read(json);
        if (predictions && consistent(*predictions))
            return std::move(*predictions);
    } catch (const Json::exception &) {
    }
    return failure(ErrorKind::BadInput, "bad_predictions",
                   "The predictions of this run cannot be read: its columns do not fit together.");
}

} // namespace assay::app
