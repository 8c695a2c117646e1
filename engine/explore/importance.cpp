// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explore/importance.h"

#include "engine/compare/ranktests.h"
#include "engine/explore/importanceforest.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace assay::engine {

namespace {

constexpr std::size_t fewestRuns = 8;

std::size_t distinctValues(const std::vector<double> &values)
{
    std::set<double> seen;
    for (const double value : values)
        if (std::isfinite(value))
            seen.insert(value);
    return seen.size();
}

std::vector<double> chosen(const std::vector<double> &values, const std::vector<std::size_t> &rows)
{
    std::vector<double> out;
    for (const std::size_t row : rows)
        out.push_back(values[row]);
    return out;
}

ParameterImportance association(const ImportanceColumn &column, const std::vector<double> &metric, double level)
{
    ParameterImportance out{.name = column.name, .categorical = column.categorical};
    if (!column.categorical || distinctValues(column.values) == 2)
        out.correlation = rankCorrelation(column.values, metric, level);
    else
        out.strength = groupStrength(column.values, metric);
    return out;
}

} // namespace

Result<ImportanceReport> parameterImportance(const std::vector<ImportanceColumn> &columns,
                                             const std::vector<double> &metric, const ImportanceOptions &options,
                                             const Context &context)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < metric.size(); ++i)
        if (std::isfinite(metric[i]))
            rows.push_back(i);
    if (rows.size() < fewestRuns)
        return failure(ErrorKind::BadInput, "too_few_runs",
                       "Only {} runs have the metric; importance takes at least {}.",
                       {std::to_string(rows.size()), std::to_string(fewestRuns)});
    const std::vector<double> values = chosen(metric, rows);
    ImportanceReport report{.parameters = {}, .runs = rows.size()};
    std::vector<ImportanceColumn> used;
    for (const ImportanceColumn &column : columns) {
        ImportanceColumn part{
            .name = column.name, .values = chosen(column.values, rows), .categorical = column.categorical};
        const std::size_t distinct = distinctValues(part.values);
        const auto present =
            static_cast<std::size_t>(std::ranges::count_if(part.values, [](double v) { return std::isfinite(v); }));
        const bool name = column.categorical && distinct > 2 && distinct * 2 > present;
        if (distinct < 2 || name)
            report.leftOut.push_back(column.name);
        else
            used.push_back(std::move(part));
    }
    if (used.empty())
        return failure(ErrorKind::BadInput, "no_parameters",
                       "None of the {} parameters takes different values in these runs.",
                       {std::to_string(columns.size())});
    Matrix X(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(used.size()));
    for (std::size_t j = 0; j < used.size(); ++j)
        for (std::size_t i = 0; i < rows.size(); ++i)
            X(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
                std::isfinite(used[j].values[i]) ? used[j].values[i] : std::nan("");
    const auto forest = forestImportance(X, midRanks(values).ranks, options, context);
    if (!forest)
        return Failure(forest.error());
    for (std::size_t j = 0; j < used.size(); ++j) {
        ParameterImportance one = association(used[j], values, options.level);
        one.forest = forest->mean[j];
        one.forestLow = forest->low[j];
        one.forestHigh = forest->high[j];
        report.parameters.push_back(std::move(one));
    }
    std::ranges::stable_sort(report.parameters, std::greater<>(), &ParameterImportance::forest);
    report.explained = forest->explained;
    report.fewRuns = rows.size() < std::max<std::size_t>(30, 10 * used.size());
    report.weakForest = forest->explained < 0.1;
    return report;
}

} // namespace assay::engine
