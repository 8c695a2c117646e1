// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/runsgroups.h"
#include "app/commands/runtext.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "tracking/keeping.h"
#include "tracking/query/completion.h"
#include "tracking/query/hints.h"
#include "tracking/query/sortkeys.h"
#include "tracking/runtable.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace assay::app {

namespace {

constexpr qint64 defaultLimit = 50;

constexpr const char *queryHelp =
    "\n\nQueries:\n"
    "  metrics.NAME, params.NAME, tags.NAME, datasets.name and facts such as name, model, status, start_time or\n"
    "  duration are compared by = != < <= > >= like ilike in between `is null`, and joined by and, or, not, ( ).\n"
    "  params.model is the run's model where it has no parameter of that name.\n"
    "  A date is the whole day: start_time <= \"2026-11-22\" takes it in, start_time > \"2026-11-22\" begins after "
    "it.\n"
    "  A run without the metric, parameter or tag satisfies no comparison with it, as in SQL and MLflow: params.C != "
    "5\n"
    "  leaves it out as params.C = 5 does; `not params.C = 5` and `params.C is null` find it.\n"
    "  run_id and parent take the first eight digits of an id.";

struct RunsOptions
{
    std::vector<std::string> query;
    std::string experiment;
    std::string sort = "start_time";
    std::string groupBy;
    std::string metrics, columns; ///< with commas between them
    bool ascending = false;
    bool deleted = false;
    bool archived = false;
    bool topLevel = false;
    bool nested = false; ///< groups count the runs under a run, too
    qint64 limit = -1;   ///< default: all for programs, a screenful for people
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

QStringList listOf(const std::string &text)
{
    QStringList list;
    for (const QString &one : QString::fromStdString(text).split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.append(one.trimmed());
    return list;
}

/// What is shown: the name stands in every table anyway.
QStringList columnsOf(const RunsOptions &options)
{
    QStringList columns = listOf(options.columns);
    columns.removeAll(QStringLiteral("name"));
    for (const QString &metric : listOf(options.metrics))
        columns << QStringLiteral("metrics.") + metric;
    columns.removeDuplicates();
    return columns;
}

/// Says on standard error which keys no run has: they find nothing, or nothing stands in their column. Returns those of
/// the filter as they are written there.
QStringList tellHints(const tracking::RunStore &store, const RunsOptions &options, const tracking::RunQuery &query)
{
    const auto tell = [](const tracking::QueryProblem &hint) {
        std::fprintf(stderr, "assay: %s\n", hint.error.message.c_str());
    };
    using Hints = std::vector<tracking::QueryProblem>;
    QStringList missing;
    for (const tracking::QueryProblem &hint : tracking::queryHints(store, query.filter).value_or(Hints())) {
        missing << query.filter.mid(hint.from, hint.length);
        tell(hint);
    }
    QStringList keys = columnsOf(options);
    if (!options.groupBy.empty())
        keys << QString::fromStdString(options.groupBy);
    if (const auto sorted = tracking::sortKeys(query.sortKey, true))
        for (const tracking::SortKey &key : *sorted)
            keys << key.key;
    for (const tracking::QueryProblem &hint : tracking::keyHints(store, keys).value_or(Hints()))
        tell(hint);
    return missing;
}

/// What is wrong with a query, for people with the query itself and a mark under the offending word.
Failure explained(Error error, const tracking::RunQuery &query, bool json)
{
    constexpr int before = 60, longest = 150; // of a long query what stands around the word
    const auto wrong = tracking::checkQuery(query.filter);
    if (!wrong || json)
        return Failure(std::move(error));
    const int first = query.filter.size() <= longest ? 0 : std::max(0, wrong->from - before);
    QString line = query.filter.mid(first, longest);
    // A line break or tab in the query would take the mark elsewhere.
    for (QChar &c : line)
        c = c.isPrint() ? c : QChar(QChar::Space);
    const int end = static_cast<int>(line.size()), from = std::min(wrong->from - first, end);
    const QString start = first > 0 ? QStringLiteral("… ") : QString();
    if (first + end < query.filter.size())
        line += QStringLiteral(" …");
    error.message += "\n  " + (start + line).toStdString() + "\n  " +
                     std::string(static_cast<std::size_t>(start.size() + from), ' ') +
                     std::string(static_cast<std::size_t>(std::max(1, std::min(wrong->length, end - from))), '^');
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

Result<Answer> group(const RunsOptions &options, const Call &call, const tracking::RunStore &store)
{
    const tracking::RunTable table(store);
    const tracking::RunQuery query = queryOf(options, call.common.json);
    GroupsTold told{
        .key = QString::fromStdString(options.groupBy), .metrics = listOf(options.metrics), .nested = options.nested};
    auto groups = table.groups(query, told.key, told.metrics, options.nested);
    if (!groups)
        return explained(groups.error(), query, call.common.json);
    const auto total = store.count(query);
    auto names = extremeRuns(table, *groups);
    if (!total)
        return Failure(total.error());
    if (!names)
        return Failure(names.error());
    told.groups = std::move(*groups);
    told.names = std::move(*names);
    told.leftOut = *total;
    for (const tracking::RunGroup &one : told.groups)
        told.leftOut -= one.runs;
    tellHints(store, options, query);
    return answer(
        call, [&] { return groupsDocument(told); }, [&] { return groupsText(told); });
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

std::string emptyText(const tracking::RunQuery &query, const QStringList &missing)
{
    if (!missing.isEmpty()) {
        std::vector<std::string> names;
        for (const QString &key : missing)
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
    const QStringList columns = columnsOf(options);
    const bool chosen = !options.columns.empty() || !options.metrics.empty();
    const auto runs = !chosen ? store.runs(query) : columnRuns(store, query, columns);
    if (!runs)
        return explained(runs.error(), query, call.common.json);
    const auto total = store.count(query);
    if (!total)
        return Failure(total.error());
    // Of a damaged store, that there is none is not known.
    const auto limitation = store.limitation();
    const bool unread = runs->empty() && query.limit != 0 && limitation && limitation->code == "store_damaged";
    const QStringList missing = tellHints(store, options, query);
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
                return emptyText(query, missing);
            return !chosen ? runsText(*runs, *total) : columnsText(*runs, columns, *total);
        });
    made.exitCode = unread ? exitCode(ErrorKind::Refused) : 0;
    return made;
}

/// Several keys in one word; given twice, all of them.
void addKeyList(CLI::App &command, const char *name, std::string &keys, const char *help)
{
    command.add_option(name, keys, help)
        ->type_name("KEY[,KEY...]")
        ->multi_option_policy(CLI::MultiOptionPolicy::Join)
        ->delimiter(',');
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<RunsOptions>();
    command.add_option(
        "QUERY", options->query,
        "Comparisons such as `metrics.roc_auc > 0.9 and params.C = 1`, and words that must occur in name, model,"
        " experiment, a tag or a parameter");
    command.footer(command.get_footer() + queryHelp);
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
    addKeyList(command, "--columns", options->columns, "Columns, such as metrics.f1,params.C,tags.owner,status");
    addKeyList(command, "--metrics", options->metrics, "Metrics to show, or to sum up in groups");
    command
        .add_option("--group-by", options->groupBy,
                    "Sum the metrics up by params.KEY, tags.KEY, model, dataset, …; folds and"
                    " other runs under a run that is found are left out")
        ->type_name("KEY");
    command.add_flag("--nested", options->nested, "Let groups count the runs under a run, too");
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
