// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/model.h"
#include "engine/metrics/evaluation.h"
#include "tests/engine/datasets.h"
#include "tests/engine/refs.h"

/// By how much figures of a model on test rows miss the references', at most, relative to them where they are larger
/// than
/// 1. A figure given as a range is missed by what lies outside it.
struct Misses
{
    double logLoss = 0, rocAuc = 0, others = 0;
    int checked = 0;
    std::string worst; ///< of the others

    void add(const std::string &name, double ours, const assay::Json &expected)
    {
        const double low = expected.is_object() ? expected["min"].get<double>() : expected.get<double>();
        const double high = expected.is_object() ? expected["max"].get<double>() : low;
        const double miss = std::max({0.0, low - ours, ours - high}) / std::max(1.0, std::abs(high));
        double &largest = name == "log_loss" ? logLoss : (name.starts_with("roc_auc") ? rocAuc : others);
        if (miss > others && &largest == &others)
            worst = name;
        largest = std::max(largest, miss);
        ++checked;
    }
};

/// A data set beside the project with its reference values, divided as those were.
struct TrainingCase
{
    assay::Json reference; ///< of the data and its encoding
    assay::Json trained;   ///< of the models
    assay::engine::Table table;
    datasets::Division division;
    std::vector<std::string> features;

    static TrainingCase load(const std::string &dataset)
    {
        TrainingCase out{.reference = refs::json(dataset + ".json"),
                         .trained = refs::json("train_" + dataset + ".json"),
                         .table = {},
                         .division = {},
                         .features = {}};
        const datasets::Csv rows = dataset == "adult"
                                       ? datasets::adult()
                                       : datasets::csv(datasets::data(out.reference["files"][0].get<std::string>()));
        const auto categories = out.reference["categorical"].get<std::vector<std::string>>();
        out.table = datasets::table(rows, categories);
        out.division = datasets::division(dataset, out.table.rows());
        out.features = out.reference["numeric"].get<std::vector<std::string>>();
        out.features.insert(out.features.end(), categories.begin(), categories.end());
        return out;
    }

    /// On the training rows, with the features made as @p info asks.
    assay::Result<std::shared_ptr<const assay::engine::Model>>
    fit(const assay::engine::EstimatorInfo &info, const assay::Params &params, const assay::Context &context = {}) const
    {
        using namespace assay::engine;
        LearningTask task{.target = reference["target"].get<std::string>()};
        if (reference["positive"].is_string())
            task.positive = reference["positive"].get<std::string>();
        if (reference["task"] == "multiclass")
            task.task = Task::Multiclass;
        const auto target = resolveTarget(table, task);
        if (!target)
            return assay::Failure(target.error());
        return fitModel(info, params, table, *target, features, division.train, {}, {}, context);
    }

    /// Numbers as a library in single precision sees them.
    void roundToFloats()
    {
        using namespace assay::engine;
        std::vector<Column> columns;
        for (const std::string &name : table.columnNames()) {
            const Column &column = *table.find(name);
            std::vector<double> values;
            if (column.isNumeric() && name != reference["target"].get<std::string>()) {
                for (const double value : column.numbers())
                    values.push_back(static_cast<double>(static_cast<float>(value)));
                columns.push_back(Column::numbers(name, column.kind(), std::move(values)));
            } else {
                columns.push_back(column);
            }
        }
        table = Table(std::move(columns));
    }

    /// Of @p model on the first @p most test rows (0: all).
    Misses misses(const assay::engine::Model &model, const assay::Json &expected, std::size_t most = 0) const
    {
        assay::engine::Rows rows = division.test;
        rows.resize(most > 0 ? std::min(most, rows.size()) : rows.size());
        const auto predictions = model.predictions(table, rows, {}).value();
        const auto evaluation = assay::engine::evaluate(predictions, {.intervals = false}).value();
        Misses out;
        for (const auto &[name, value] : expected.items()) {
            const auto figure = evaluation.metric(name == "macro_f1" ? "f1_macro" : name);
            if (name == "log_loss")
                out.add(name, logLoss(predictions), value);
            else if (figure)
                out.add(name, *figure, value);
        }
        return out;
    }

private:
    /// Clipped at 1e-15 as the references are, two classes by the second one's probability.
    static double logLoss(const assay::engine::Predictions &p)
    {
        double sum = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            const auto row = static_cast<Eigen::Index>(i), label = static_cast<Eigen::Index>(p.truth[i]);
            const double share = std::clamp(p.scores(row, p.scores.cols() > 1 ? label : 0), 1e-15, 1 - 1e-15);
            sum -= std::log(p.scores.cols() > 1 || label == 1 ? share : 1 - share);
        }
        return sum / static_cast<double>(p.size());
    }
};
