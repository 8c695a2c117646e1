// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/model.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

// More classes than this are no classes but a text or a number that differs from row to row.
constexpr std::size_t mostClasses = 1000;

std::vector<std::string> presentLabels(const Column &column)
{
    const Column::Groups groups = column.groups();
    std::vector<bool> seen(groups.labels.size(), false);
    for (const std::int32_t code : groups.codes) {
        if (code != Column::missingCode)
            seen[code] = true;
    }
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            labels.push_back(groups.labels[i]);
    }
    return labels;
}

Task guessTask(const Column &column, std::size_t distinct)
{
    if (distinct == 2)
        return Task::Binary;
    return column.isNumeric() && column.kind() != Kind::Boolean ? Task::Regression : Task::Multiclass;
}

Failure badTask(const Column &column, Task task, const std::string &why)
{
    return at(failure(ErrorKind::BadInput, "bad_task", "The target `{}` cannot be used for a {} task: {}.",
                      {column.name(), name(task), why}),
              {}, 0, column.name());
}

Result<void> checkTask(const Column &column, Task task, std::size_t distinct)
{
    const std::string has = "it has " + std::to_string(distinct) + " different values";
    if (column.storage() == Storage::Times)
        return badTask(column, task, "it holds dates");
    if (task == Task::Regression && !column.isNumeric())
        return badTask(column, task, "it does not hold numbers");
    if (task == Task::Binary && distinct != 2)
        return badTask(column, task, has + ", and a binary task needs two");
    if (task == Task::Multiclass && distinct > mostClasses)
        return badTask(column, task, has + ", and at most " + std::to_string(mostClasses) + " classes are taken");
    return {};
}

Result<void> putPositiveLast(std::vector<std::string> &labels, const std::string &positive, const std::string &column)
{
    if (positive.empty())
        return {};
    const auto it = std::ranges::find(labels, positive);
    if (it == labels.end())
        return at(failure(ErrorKind::BadInput, "unknown_label", "The target `{}` has no label `{}`; it has {}.",
                          {column, positive, quotedList(labels)}),
                  {}, 0, column);
    std::iter_swap(it, labels.end() - 1);
    return {};
}

Failure missingTarget(const std::string &column, Row row)
{
    return at(failure(ErrorKind::BadInput, "missing_target", "The target `{}` is missing in row {}.",
                      {column, std::to_string(row)}),
              {}, 0, column);
}

} // namespace

Result<Target> resolveTarget(const Table &table, const LearningTask &task)
{
    const auto column = table.require(task.target);
    if (!column)
        return Failure(column.error());
    std::vector<std::string> labels = presentLabels(**column);
    if (labels.empty())
        return at(
            failure(ErrorKind::BadInput, "target_missing", "The target `{}` has no value in any row.", {task.target}),
            {}, 0, task.target);
    if (labels.size() == 1)
        return at(failure(ErrorKind::BadInput, "one_class",
                          "The target `{}` is `{}` in every row; learning needs at least two values.",
                          {task.target, labels.front()}),
                  {}, 0, task.target);
    Target target{.column = task.target, .task = task.task.value_or(guessTask(**column, labels.size())), .labels = {}};
    if (auto checked = checkTask(**column, target.task, labels.size()); !checked)
        return Failure(checked.error());
    if (target.task == Task::Binary) {
        if (auto placed = putPositiveLast(labels, task.positive, task.target); !placed)
            return Failure(placed.error());
    }
    if (target.task != Task::Regression)
        target.labels = std::move(labels);
    return target;
}

Result<Vector> Target::values(const Table &table, const Rows &rows) const
{
    const auto found = table.require(column);
    if (!found)
        return Failure(found.error());
    const Column &source = **found;
    Vector out(static_cast<Eigen::Index>(rows.size()));
    if (task == Task::Regression) {
        if (!source.isNumeric())
            return badTask(source, task, "it does not hold numbers");
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (source.isMissing(rows[i]))
                return missingTarget(column, rows[i]);
            out[i] = source.numbers()[rows[i]];
        }
        return out;
    }
    const Column::Groups groups = source.groups();
    std::vector<std::ptrdiff_t> classes;
    for (const std::string &label : groups.labels)
        classes.push_back(std::ranges::find(labels, label) - labels.begin());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int32_t code = groups.codes[rows[i]];
        if (code == Column::missingCode)
            return missingTarget(column, rows[i]);
        if (classes[code] == std::ssize(labels))
            return at(failure(ErrorKind::BadInput, "unknown_label",
                              "The target `{}` is `{}` in row {}, which the model does not know; it knows {}.",
                              {column, groups.labels[code], std::to_string(rows[i]), quotedList(labels)}),
                      {}, 0, column);
        out[i] = static_cast<double>(classes[code]);
    }
    return out;
}

Rows labelledRows(const Table &table, const std::string &target)
{
    Rows rows;
    const Column *column = table.find(target);
    for (Row row = 0; column && row < table.rows(); ++row) {
        if (!column->isMissing(row))
            rows.push_back(row);
    }
    return rows;
}

Result<std::vector<std::string>> featureColumns(const Table &table, const LearningTask &task)
{
    std::vector<std::string> left = task.drop;
    left.push_back(task.target);
    if (!task.weight.empty())
        left.push_back(task.weight);
    std::vector<std::string> named = left;
    named.insert(named.end(), task.protectedColumns.begin(), task.protectedColumns.end());
    for (const std::string &name : named) {
        if (const auto column = table.require(name); !column)
            return Failure(column.error());
    }
    if (task.excludeProtected)
        left = std::move(named);
    std::vector<std::string> features;
    for (std::string &name : table.columnNames()) {
        if (std::ranges::find(left, name) == left.end())
            features.push_back(std::move(name));
    }
    if (features.empty())
        return failure(ErrorKind::BadInput, "no_features",
                       "No column is left to learn from beside the target `{}` and those left out.", {task.target});
    return features;
}

} // namespace assay::engine
