// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/runsgroups.h"

#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "engine/metrics/evaluation.h"

#include <cmath>
#include <span>

namespace assay::app {

namespace {

/// Of losses and errors the smallest is the best.
qint64 bestRow(const tracking::MetricSpread &spread, const QString &metric)
{
    return engine::largerIsBetter(metric.toStdString()) ? spread.maxRow : spread.minRow;
}

Json spreadDocument(const tracking::MetricSpread &spread, const QString &metric, const RunNames &names)
{
    const auto number = [](double value) { return std::isnan(value) ? Json() : jsonNumber(value); };
    const auto run = [&](qint64 row) {
        const auto found = names.find(row);
        return found == names.end() ? Json() : Json(found->second.id.value.toStdString());
    };
    return {{"count", spread.count},         {"mean", number(spread.mean)},
            {"sd", number(spread.sd)},       {"min", number(spread.min)},
            {"max", number(spread.max)},     {"min_run", run(spread.minRow)},
            {"max_run", run(spread.maxRow)}, {"best_run", run(bestRow(spread, metric))}};
}

void addCells(const tracking::MetricSpread &spread, const QString &metric, const RunNames &names,
              std::vector<std::string> &cells)
{
    if (spread.count == 0) {
        cells.insert(cells.end(), 4, std::string());
        return;
    }
    cells.push_back(fixedText(spread.mean) + (spread.count > 1 ? " \u00b1 " + fixedText(spread.sd) : std::string()));
    cells.push_back(fixedText(spread.min));
    cells.push_back(fixedText(spread.max));
    const auto best = names.find(bestRow(spread, metric));
    cells.push_back(best == names.end() ? std::string() : shortId(best->second.id));
}

} // namespace

Result<RunNames> extremeRuns(const tracking::RunTable &table, const std::vector<tracking::RunGroup> &groups)
{
    RunNames names;
    for (const tracking::RunGroup &group : groups)
        for (const tracking::MetricSpread &spread : group.metrics)
            for (const qint64 row : {spread.minRow, spread.maxRow})
                if (row > 0)
                    names[row];
    for (auto &[row, run] : names) {
        auto read = table.read(std::span(&row, 1), {});
        if (!read)
            return Failure(read.error());
        if (!read->empty())
            run = std::move(read->front());
    }
    return names;
}

Json groupsDocument(const GroupsTold &told)
{
    Json list = Json::array();
    for (const tracking::RunGroup &group : told.groups) {
        Json spreads = Json::object();
        for (std::size_t i = 0; i < group.metrics.size(); ++i) {
            const QString &metric = told.metrics[static_cast<qsizetype>(i)];
            spreads[metric.toStdString()] = spreadDocument(group.metrics[i], metric, told.names);
        }
        list.push_back({{"value", group.missing ? Json() : Json(group.value.toStdString())},
                        {"runs", group.runs},
                        {"metrics", spreads}});
    }
    return {
        {"group_by", told.key.toStdString()}, {"groups", list}, {"nested", told.nested}, {"left_out", told.leftOut}};
}

std::string groupsText(const GroupsTold &told)
{
    std::vector<std::string> header = {told.key.toStdString(), "runs"};
    for (const QString &metric : told.metrics)
        for (const char *what : {"", " min", " max", " best run"})
            header.push_back(metric.toStdString() + what);
    TextTable table(header);
    for (const tracking::RunGroup &group : told.groups) {
        std::vector<std::string> cells = {group.missing ? "(none)" : group.value.toStdString(),
                                          countText(static_cast<std::uint64_t>(group.runs))};
        for (std::size_t i = 0; i < group.metrics.size(); ++i)
            addCells(group.metrics[i], told.metrics[static_cast<qsizetype>(i)], told.names, cells);
        table.add(std::move(cells));
    }
    if (told.leftOut == 0)
        return table.text();
    return table.text() + '\n' + countText(static_cast<std::uint64_t>(told.leftOut), "run") +
           " under others left out, such as folds; --nested counts them too.\n";
}

} // namespace assay::app
