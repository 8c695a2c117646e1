// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/xgbooster.h"
#include "engine/explain/methods.h"
#include "engine/preprocess/columnvalues.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>

namespace assay::engine {

namespace {

Failure notXgboost(const std::string &path)
{
    return at(failure(ErrorKind::BadInput, "not_xgboost",
                      "The file {} is no XGBoost model in JSON or UBJSON, as `save_model` writes it.", {path}),
              path);
}

Result<std::string> contentsOf(const std::string &path)
{
    std::error_code status;
    std::ifstream file(path, std::ios::binary);
    if (!std::filesystem::is_regular_file(path, status) || !file)
        return at(failure(ErrorKind::NotFound, "unreadable_file", "The file {} cannot be read.", {path}), path);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// Both forms hold the same document: text JSON begins a name with a quote, binary UBJSON with its length.
Result<Json> modelDocument(const std::string &path)
{
    const auto contents = contentsOf(path);
    if (!contents)
        return Failure(contents.error());
    Json document = Json::parse(*contents, nullptr, false);
    if (document.is_discarded())
        document = Json::from_ubjson(contents->begin(), contents->end(), true, false);
    const bool model = document.is_object() && document.contains("learner") && document["learner"].is_object() &&
                       document["learner"].contains("gradient_booster");
    if (!model)
        return notXgboost(path);
    return document;
}

std::vector<std::string> featureNames(const Json &document)
{
    const Json &learner = document["learner"];
    if (!learner.contains("feature_names") || !learner["feature_names"].is_array())
        return {};
    std::vector<std::string> names;
    for (const Json &name : learner["feature_names"])
        names.push_back(name.is_string() ? name.get<std::string>() : name.dump());
    return names;
}

Result<const Column *> columnOf(const Table &table, const std::string &feature)
{
    for (std::size_t j = 0; j < table.columnCount(); ++j) {
        const Column &column = table.column(j);
        if (column.name() != feature && xgbFeatureName(column.name()) != feature)
            continue;
        if (column.storage() == Storage::Codes && column.missingCount() < column.rows())
            return at(failure(ErrorKind::BadInput, "wrong_kind",
                              "The column `{}` holds {} values where the model needs numbers.",
                              {column.name(), name(column.kind())}),
                      {}, 0, column.name());
        return &column;
    }
    return at(failure(ErrorKind::BadInput, "missing_feature",
                      "The data lacks the column `{}`, which the model needs; it has {}.",
                      {feature, quotedList(table.columnNames())}),
              {}, 0, feature);
}

// A model without names takes columns by position, if there are as many.
Result<std::vector<std::string>> wantedColumns(const Json &document, const XgbBooster &booster, const Table &table)
{
    std::vector<std::string> names = featureNames(document);
    if (!names.empty())
        return names;
    const auto count = booster.featureCount();
    if (!count)
        return Failure(count.error());
    if (*count == table.columnCount())
        return table.columnNames();
    return failure(ErrorKind::BadInput, "missing_feature",
                   "The model names no features and needs {} columns in its own order, but the data has {}.",
                   {std::to_string(*count), std::to_string(table.columnCount())});
}

Result<Matrix> featuresOf(const Table &table, const std::vector<std::string> &names)
{
    Matrix X(static_cast<Eigen::Index>(table.rows()), static_cast<Eigen::Index>(names.size()));
    for (std::size_t j = 0; j < names.size(); ++j) {
        const auto column = columnOf(table, names[j]);
        if (!column)
            return Failure(column.error());
        const bool empty = (*column)->storage() == Storage::Codes;
        for (Row row = 0; row < table.rows(); ++row)
            X(row, static_cast<Eigen::Index>(j)) = empty ? std::nan("") : numericCell(**column, row);
    }
    return X;
}

} // namespace

Result<Attribution> explainXgboostFile(const std::string &path, const Table &table, const Context &context)
{
    const auto start = std::chrono::steady_clock::now();
    const auto document = modelDocument(path);
    if (!document)
        return Failure(document.error());
    const auto booster = XgbBooster::fromJson(*document);
    if (!booster)
        return at(Failure(booster.error()), path);
    auto names = wantedColumns(*document, *booster, table);
    if (!names)
        return Failure(names.error());
    if (table.rows() == 0)
        return failure(ErrorKind::BadInput, "no_rows", "There are no rows to explain.");
    const auto X = featuresOf(table, *names);
    if (!X)
        return Failure(X.error());
    if (context.cancelled())
        return cancelled();
    const auto features = XgbMatrix::make(*X, xgbThreads(context.threadCount()));
    if (!features)
        return Failure(features.error());
    const auto contributions = booster->predict(*features, XgbBooster::Output::Contributions);
    if (!contributions)
        return Failure(contributions.error());
    const auto margins = booster->predict(*features, XgbBooster::Output::Margin);
    if (!margins)
        return Failure(margins.error());
    Attribution attribution = attributionBy("tree", std::move(*names));
    for (Eigen::Index k = 0; margins->cols() > 1 && k < margins->cols(); ++k)
        attribution.classes.push_back(std::to_string(k));
    std::vector<std::size_t> featureOfColumn(attribution.features.size());
    std::iota(featureOfColumn.begin(), featureOfColumn.end(), std::size_t(0));
    addContributions(attribution, *contributions, *margins, featureOfColumn);
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), Row(0));
    addCells(attribution, table, rows);
    attribution.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return attribution;
}

} // namespace assay::engine
