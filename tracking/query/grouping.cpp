// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/grouping.h"

#include "tracking/query/attributes.h"
#include "tracking/query/modelparam.h"
#include "tracking/query/spread.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace assay::tracking::query {

namespace {

Failure unknownGroupKey(const QString &key)
{
    std::vector<std::string> known = {"params.NAME", "tags.NAME", "dataset", "datasets.digest", "day"};
    for (const Attribute &attribute : attributes())
        if (attribute.divides)
            known.emplace_back(attribute.name);
    return failure(ErrorKind::Usage, "bad_query", "Runs cannot be grouped by `{}`; choose one of {}.",
                   {key.toStdString(), quotedList(known, 30)});
}

/// A run's own facts by key: SQL over `runs r`.
Sql fact(const QByteArray &table, const QByteArray &column, const QString &key)
{
    return {.text = "(SELECT " + column + " FROM " + table + " WHERE run = r.id AND key = " + keyOf + ")",
            .values = {key}};
}

/// The data a run was given first.
Sql firstInput(const QByteArray &column)
{
    return {.text = "(SELECT " + column + " FROM inputs WHERE run = r.id ORDER BY position LIMIT 1)", .values = {}};
}

Result<Sql> groupValue(const QString &key)
{
    if (key.startsWith(QLatin1String("params.")) && isModelParam(key.mid(7)))
        return modelParam();
    for (const auto &[prefix, table, column] :
         {std::tuple{"params.", "params", "text"}, std::tuple{"tags.", "tags", "value"}})
        if (key.startsWith(QLatin1String(prefix)) && key.size() > QLatin1String(prefix).size())
            return fact(table, column, key.mid(QLatin1String(prefix).size()));
    if (key == u"dataset" || key == u"datasets.name" || key == u"dataset.name")
        return firstInput("name");
    if (key == u"datasets.digest" || key == u"dataset.digest")
        return firstInput("digest");
    if (key == u"day")
        return Sql{.text = "date(r.start / 1000, 'unixepoch', 'localtime')", .values = {}};
    const Attribute *attribute = findAttribute(key);
    if (!attribute || !attribute->divides)
        return unknownGroupKey(key);
    const QByteArray column = attribute->column;
    if (attribute->type == ValueType::Boolean)
        return Sql{.text = "iif(" + column + ", 'true', 'false')", .values = {}};
    return Sql{.text = column, .values = {}};
}

/// Runs that share a value, while they are gathered.
struct Gathered
{
    RunGroup group;
    std::vector<SpreadSum> sums;
};

/// Which group each run is in, and what the groups come to.
class Gathering
{
public:
    explicit Gathering(std::size_t metrics)
        : m_metrics(metrics)
    {
    }

    void addRun(qint64 row, const QString &value)
    {
        auto place = m_places.constFind(value);
        if (place == m_places.constEnd()) {
            place = m_places.insert(value, m_all.size());
            m_all.push_back({.group = {.value = value, .missing = value.isEmpty(), .runs = 0},
                             .sums = std::vector<SpreadSum>(m_metrics)});
        }
        ++m_all[*place].group.runs;
        m_groupOf.insert(row, *place);
    }

    /// Values of runs that were not added do not count.
    void addValue(qint64 row, std::size_t metric, double value)
    {
        if (const auto place = m_groupOf.constFind(row); place != m_groupOf.constEnd())
            m_all[*place].sums[metric].add(row, value);
    }

    std::vector<RunGroup> result() const
    {
        std::vector<RunGroup> groups;
        for (const Gathered &gathered : m_all) {
            groups.push_back(gathered.group);
            for (const SpreadSum &sum : gathered.sums)
                groups.back().metrics.push_back(sum.result());
        }
        return groups;
    }

private:
    std::size_t m_metrics;
    std::vector<Gathered> m_all;
    QHash<QString, std::size_t> m_places;
    QHash<qint64, std::size_t> m_groupOf;
};

/// Of all runs that have the metric: the gathering knows those that count, and asks faster than the database.
Result<void> readValues(Connection &connection, const QStringList &metrics, Gathering &gathering)
{
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        const auto take = [&](const Row &row) {
            gathering.addValue(row.integer(0), static_cast<std::size_t>(i), row.real(1));
        };
        auto read = connection.each("SELECT run, last FROM metrics WHERE key = " + keyOf, {metrics[i]}, take);
        if (!read)
            return read;
    }
    return {};
}

/// A run that was chosen.
struct Chosen
{
    qint64 row = 0, parent = 0;
    QString value = {};
};

/// Those under another one stand below it where they are shown, and do not count beside it.
void leaveOutNested(std::vector<Chosen> &runs)
{
    if (std::ranges::none_of(runs, [](const Chosen &run) { return run.parent > 0; }))
        return;
    QSet<qint64> rows;
    for (const Chosen &run : runs)
        rows.insert(run.row);
    std::erase_if(runs, [&](const Chosen &run) { return rows.contains(run.parent); });
}

Result<Gathering> gather(Connection &connection, const RunQuery &query, const Sql &value, const QStringList &metrics,
                         bool nested)
{
    const Snapshot view(connection);
    auto chosen = selection(connection, query);
    if (!chosen)
        return Failure(chosen.error());
    Sql sql{.text = "SELECT r.id, r.parent, ", .values = {}};
    sql.append(value);
    sql.append(*chosen);
    std::vector<Chosen> runs;
    auto read = connection.each(sql.text, sql.values, [&](const Row &row) {
        runs.push_back({.row = row.integer(0), .parent = row.integer(1), .value = row.text(2)});
    });
    if (!nested)
        leaveOutNested(runs);
    Gathering gathering(static_cast<std::size_t>(metrics.size()));
    for (const Chosen &run : runs)
        gathering.addRun(run.row, run.value);
    if (read)
        read = readValues(connection, metrics, gathering);
    if (!read)
        return Failure(read.error());
    return gathering;
}

/// Most runs first, then numbers by size and texts by their letters; those without a value last of their size.
bool before(const RunGroup &a, const RunGroup &b)
{
    if (a.runs != b.runs)
        return a.runs > b.runs;
    if (a.missing != b.missing)
        return b.missing;
    bool aIsNumber = false, bIsNumber = false;
    const double aNumber = a.value.toDouble(&aIsNumber), bNumber = b.value.toDouble(&bIsNumber);
    if (aIsNumber != bIsNumber)
        return aIsNumber;
    if (aIsNumber && aNumber != bNumber && !std::isnan(aNumber) && !std::isnan(bNumber))
        return aNumber < bNumber;
    return a.value < b.value;
}

} // namespace

Result<std::vector<MetricSpread>> spread(Connection &connection, const RunQuery &query, const QStringList &metrics)
{
    auto gathering = gather(connection, query, {.text = "'all'", .values = {}}, metrics, true);
    if (!gathering)
        return Failure(gathering.error());
    auto all = gathering->result();
    if (!all.empty())
        return std::move(all.front().metrics);
    return std::vector<MetricSpread>(static_cast<std::size_t>(metrics.size()), SpreadSum().result());
}

Result<std::vector<RunGroup>> groups(Connection &connection, const RunQuery &query, const QString &key,
                                     const QStringList &metrics, bool nested)
{
    auto value = groupValue(key);
    if (!value)
        return Failure(value.error());
    auto gathering = gather(connection, query, *value, metrics, nested);
    if (!gathering)
        return Failure(gathering.error());
    auto all = gathering->result();
    std::ranges::sort(all, before);
    return all;
}

} // namespace assay::tracking::query
