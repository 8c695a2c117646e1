// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/predictions.h"

#include <set>

namespace assay::engine {

namespace {

Column classColumn(std::string name, const std::vector<double> &classes, const std::vector<std::string> &labels)
{
    std::vector<std::int32_t> codes;
    codes.reserve(classes.size());
    for (const double code : classes)
        codes.push_back(static_cast<std::int32_t>(code));
    return Column::codes(std::move(name), Kind::Categorical, std::move(codes), labels);
}

std::vector<double> predictedValues(const Predictions &p, double threshold)
{
    if (!p.predicted.empty())
        return p.predicted;
    std::vector<double> values;
    values.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        if (p.task == Task::Multiclass)
            values.push_back(static_cast<double>(MulticlassRescorer::predictedClass(p, i)));
        else
            values.push_back(p.task == Task::Regression ? p.scores(row, 0)
                                                        : (p.scores(row, 0) >= threshold ? 1.0 : 0.0));
    }
    return values;
}

std::vector<double> scoreColumn(const Predictions &p, Eigen::Index column)
{
    const auto values = p.scores.col(column);
    return {values.begin(), values.end()};
}

void addScores(const Predictions &p, std::vector<Column> &columns)
{
    if (p.scores.size() == 0 || p.task == Task::Regression)
        return; // a regression's score is its prediction
    if (p.task == Task::Binary) {
        columns.push_back(Column::numbers("y_score", Kind::Real, scoreColumn(p, 0)));
        return;
    }
    for (std::size_t k = 0; k < p.labels.size(); ++k)
        columns.push_back(
            Column::numbers("score_" + p.labels[k], Kind::Real, scoreColumn(p, static_cast<Eigen::Index>(k))));
}

} // namespace

Table toTable(const Predictions &p, double threshold)
{
    std::vector<std::optional<std::string>> ids(p.rowIds.begin(), p.rowIds.end());
    for (std::size_t i = ids.size(); i < p.size(); ++i)
        ids.emplace_back(std::to_string(i));
    std::vector<Column> columns{Column::texts("row_id", Kind::Text, ids)};
    const std::vector<double> predicted = predictedValues(p, threshold);
    if (p.task == Task::Regression) {
        columns.push_back(Column::numbers("y_true", Kind::Real, p.truth));
        columns.push_back(Column::numbers("y_pred", Kind::Real, predicted));
    } else {
        const std::vector<std::string> labels = p.labels.empty() ? std::vector<std::string>{"0", "1"} : p.labels;
        columns.push_back(classColumn("y_true", p.truth, labels));
        columns.push_back(classColumn("y_pred", predicted, labels));
    }
    addScores(p, columns);
    if (!p.weights.empty())
        columns.push_back(Column::numbers("weight", Kind::Real, p.weights));
    std::set<std::string> taken;
    for (const Column &column : columns)
        taken.insert(column.name());
    for (const Column &attribute : p.attributes) {
        std::string name = attribute.name();
        while (!taken.insert(name).second)
            name = "attribute_" + name;
        columns.push_back(attribute.renamed(name));
    }
    return Table(std::move(columns));
}

} // namespace assay::engine
