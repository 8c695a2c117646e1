// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/runtext.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "engine/metrics/evaluation.h"
#include "tracking/keeping.h"
#include "tracking/query/completion.h"
#include "tracking/query/unknownkeys.h"
#include "tracking/runtable.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

namespace assay::app {

namespace {

constexpr qint64 defaultLimit = 50;

struct RunsOptions
{
    std::vector<std::string> query;
    std::string experiment;
    std::string sort = "start_time";
    std::string groupBy;
    std::vector<std::string> metrics, columns;
    bool ascending = false;
    bool deleted = false;
    bool archived = false;
    bool topLevel = false;
    qint64 limit = -1; ///< default: all for programs, a screenful for people
};

tracking::RunQuery queryOf(const RunsOptions &options, bool json)
{
    QStringList words;
    for (const std::string &word : options.query)
        words.append(QString::fromStdString(word));
    tracking::RunQuery query;
    query.filter = words.join(QLatin1Char(' '));
    query.experiment = QString::fromStdString(options.experiment);
    query.sortKey = QString::fromStdString(options.sort);
    query.descending = !options.ascending;
    query.topLevelOnly = options.topLevel;
    query.deleted = options.deleted;
    query.archived = options.archived;
    query.limit = options.limit < 0 && !json ? defaultLimit : options.limit;
    return query;
}

QStringList listOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

/// What is wrong with a query, for people with the query itself and a mark under the offending word.
Failure explained(Error error, const tracking::RunQuery &query, bool json)
{
    const auto wrong = tracking::checkQuery(query.filter);
    if (wrong && !json) {
        // A line break or tab in the query would take the mark elsewhere.
        QString line = query.filter;
        for (QChar &c : line)
            c = c.isPrint() ? c : QChar(QChar::Space);
        error.message += "\n  " + line.toStdString() + "\n  " +
                         std::string(static_cast<std::size_t>(wrong->from), ' ') +
                         std::string(static_cast<std::size_t>(std::max(1, wrong->length)), '^');
    }
    return Failure(std::move(error));
}

/// The facts that columns name: metrics.KEY, params.KEY and tags.KEY.
tracking::RunFields fieldsOf(const QStringList &columns)
{
    tracking::RunFields fields;
    for (const QString &column : columns) {
        const QString name = column.section(QLatin1Char('.'), 1);
        if (column.startsWith(QLatin1String("metrics.")))
            fields.metrics << name;
        else if (column.startsWith(QLatin1String("params.")))
            fields.params << name;
        else if (column.startsWith(QLatin1String("tags.")))
            fields.tags << name;
    }
    return fields;
}

std::string cellOf(const tracking::Run &run, const QString &column)
{
    const QString name = column.section(QLatin1Char('.'), 1);
    if (column.startsWith(QLatin1String("metrics."))) {
        const auto found = run.metrics.find(name);
        return found == run.metrics.end() ? std::string() : fixedText(found->second);
    }
    if (column.startsWith(QLatin1String("params."))) {
        const auto found = run.params.find(name.toStdString());
        return found == run.params.end() ? std::string() : toText(found->second);
    }
    if (column.startsWith(QLatin1String("tags."))) {
        const auto found = run.tags.find(name);
        return found == run.tags.end() ? std::string() : found->second.toStdString();
    }
    // Anything else is what the document calls it.
    const Json value = runDocument(run).value(column.toStdString(), Json());
    return value.is_null() ? std::string() : value.is_string() ? value.get<std::string>() : value.dump();
}

std::string columnsText(const std::vector<tracking::Run> &runs, const QStringList &columns, qint64 total)
{
    std::vector<std::string> header = {"run", "name"};
    for (const QString &column : columns)
        header.push_back(column.toStdString());
    TextTable table(header);
    for (const tracking::Run &run : runs) {
        std::vector<std::string> cells = {shortId(run.id), run.name.toStdString()};
        for (const QString &column : columns)
            cells.push_back(cellOf(run, column));
        table.add(std::move(cells));
    }
    return table.text() + '\n' + countText(runs.size()) + " of " + countText(static_cast<std::uint64_t>(total), "run") +
           ".\n";
}

/// Runs that stand for the best and worst of a group, by their row.
using RunNames = std::map<qint64, tracking::Run>;

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

Json groupsDocument(const std::vector<tracking::RunGroup> &groups, const QString &key, const QStringList &metrics,
                    const RunNames &names)
{
    Json list = Json::array();
    for (const tracking::RunGroup &group : groups) {
        Json spreads = Json::object();
        for (std::size_t i = 0; i < group.metrics.size(); ++i) {
            const QString &metric = metrics[static_cast<qsizetype>(i)];
            spreads[metric.toStdString()] = spreadDocument(group.metrics[i], metric, names);
        }
        list.push_back({{"value", group.missing ? Json() : Json(group.value.toStdString())},
                        {"runs", group.runs},
                        {"metrics", spreads}});
    }
    return {{"group_by", key.toStdString()}, {"groups", list}};
}

std::string groupsText(const std::vector<tracking::RunGroup> &groups, const QString &key, const QStringList &metrics,
                       const RunNames &names)
{
    std::vector<std::string> header = {key.toStdString(), "runs"};
    for (const QString &metric : metrics)
        for (const char *what : {"", " min", " max", " best run"})
            header.push_back(metric.toStdString() + what);
    TextTable table(header);
    for (const tracking::RunGroup &group : groups) {
        std::vector<std::string> cells = {group.missing ? "(none)" : group.value.toStdString(),
                                          countText(static_cast<std::uint64_t>(group.runs))};
        for (std::size_t i = 0; i < group.metrics.size(); ++i) {
            const tracking::MetricSpread &spread = group.metrics[i];
            const bool any = spread.count > 0;
            cells.push_back(any ? fixedText(spread.mean) +
                                      (spread.count > 1 ? " \u00b1 " + fixedText(spread.sd) : std::string())
                                : std::string());
            cells.push_back(any ? fixedText(spread.min) : std::string());
            cells.push_back(any ? fixedText(spread.max) : std::string());
            const auto best = names.find(bestRow(spread, metrics[static_cast<qsizetype>(i)]));
            cells.push_back(best == names.end() ? std::string() : shortId(best->second.id));
        }
        table.add(std::move(cells));
    }
    return table.text();
}

Result<Answer> group(const RunsOptions &options, const Call &call, const tracking::RunStore &store)
{
    const tracking::RunTable table(store);
    const tracking::RunQuery query = queryOf(options, call.common.json);
    const QString key = QString::fromStdString(options.groupBy);
    const QStringList metrics = listOf(options.metrics);
    const auto groups = table.groups(query, key, metrics);
    if (!groups)
        return explained(groups.error(), query, call.common.json);
    const auto names = extremeRuns(table, *groups);
    if (!names)
        return Failure(names.error());
    return answer(
        call, [&] { return groupsDocument(*groups, key, metrics, *names); },
        [&] { return groupsText(*groups, key, metrics, *names); });
}

Result<std::vector<tracking::Run>> columnRuns(const tracking::RunStore &store, const tracking::RunQuery &query,
                                              const QStringList &columns)
{
    const tracking::RunTable table(store);
    const auto rows = table.rows(query);
    if (!rows)
        return Failure(rows.error());
    std::vector<qint64> numbers;
    for (const tracking::RunRow &row : *rows)
        numbers.push_back(row.row);
    return table.read(numbers, fieldsOf(columns));
}

/// What the experiment is called, whichever way it was given. One that nobody made is a mistake, not an empty answer.
Result<std::string> experimentName(const tracking::RunStore &store, const std::string &given)
{
    if (given.empty())
        return given;
    const QString name = QString::fromStdString(given);
    auto found = tracking::findExperiment(store, name);
    if (const auto any = found ? found : tracking::findExperiment(store, name, true))
        return any->name.toStdString();
    return Failure(found.error());
}

std::string emptyText(const tracking::RunStore &store, const tracking::RunQuery &query)
{
    if (const QStringList unknown = tracking::unknownKeys(store, query.filter); !unknown.isEmpty()) {
        std::vector<std::string> names;
        for (const QString &key : unknown)
            names.push_back(key.toStdString());
        return "No run matches: none has " + quotedList(names) +
               ". `assay run RUN` tells what a run has, `assay runs` lists them.\n";
    }
    const bool narrowed = !query.filter.isEmpty() || !query.experiment.isEmpty() || query.deleted || query.archived;
    return narrowed ? std::string("No run matches. `assay runs` lists all that are neither deleted nor archived.\n")
                    : runsText({}, 0);
}

Result<Answer> run(RunsOptions options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const tracking::RunStore &store = (*workbench)->store();
    auto experiment = experimentName(store, options.experiment);
    if (!experiment)
        return Failure(experiment.error());
    options.experiment = std::move(*experiment);
    if (!options.groupBy.empty())
        return group(options, call, store);
    const tracking::RunQuery query = queryOf(options, call.common.json);
    QStringList columns = listOf(options.columns);
    for (const std::string &metric : options.metrics)
        columns << QStringLiteral("metrics.") + QString::fromStdString(metric);
    const auto runs = columns.isEmpty() ? store.runs(query) : columnRuns(store, query, columns);
    if (!runs)
        return explained(runs.error(), query, call.common.json);
    const auto total = store.count(query);
    if (!total)
        return Failure(total.error());
    // Of a damaged store, that there is none is not known.
    const auto limitation = store.limitation();
    const bool unread = *total == 0 && limitation && limitation->code == "store_damaged";
    Answer made = answer(
        call,
        [&] {
            Json list = Json::array();
            for (const tracking::Run &one : *runs)
                list.push_back(runDocument(one));
            return Json{{"runs", list}, {"total", *total}};
        },
        [&] {
            if (unread)
                return std::string("No run could be read.\n");
            if (*total == 0)
                return emptyText(store, query);
            return columns.isEmpty() ? runsText(*runs, *total) : columnsText(*runs, columns, *total);
        });
    made.exitCode = unread ? exitCode(ErrorKind::Refused) : 0;
    return made;
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<RunsOptions>();
    command.add_option(
        "QUERY", options->query,
        "Comparisons such as `metrics.roc_auc > 0.9 and params.C = 1`, and words that must occur in name, model,"
        " experiment, a tag or a parameter");
    command.add_option("--experiment", options->experiment, "Runs of this experiment only")->type_name("NAME");
    command
        .add_option(
            "--sort", options->sort,
            "start_time, name, model, duration, …, metrics.KEY, metrics.KEY.max, params.KEY or tags.KEY; or several,"
            " as \"metrics.roc_auc desc, params.depth asc, start_time\"; KEY in `…` if it has commas")
        ->type_name("KEYS");
    command.add_flag("--ascending", options->ascending, "Smallest first, for keys without `asc` or `desc`");
    command.add_option("--limit", options->limit, "Show at most so many")
        ->type_name("N")
        ->check([](const std::string &text) {
            const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
            return digits ? std::string() : "it takes a whole number from 0 on, not `" + text + '`';
        });
    command.add_flag("--top-level", options->topLevel, "Leave out folds and other runs under a run");
    command.add_flag("--deleted", options->deleted, "Show the deleted runs instead");
    command.add_flag("--archived", options->archived, "Show the archived runs instead");
    command.add_option("--columns", options->columns, "Columns, such as metrics.f1,params.C,tags.owner,status")
        ->type_name("KEYS")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--metrics", options->metrics, "Metrics to show, or to sum up in groups")
        ->type_name("KEYS")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--group-by", options->groupBy, "Sum the metrics up by params.KEY, tags.KEY, model, dataset, …")
        ->type_name("KEY");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo runsInfo()
{
    return {.id = "runs",
            .summary = "List the recorded runs",
            .example = "assay runs xgboost --sort metrics.roc_auc --limit 10",
            .declare = declare};
}

} // namespace assay::app
