// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runreader.h"

#include "tracking/experimentrows.h"
#include "tracking/jsonlist.h"
#include "tracking/metricstore.h"
#include "tracking/runfacts.h"
#include "tracking/runquery.h"
#include "tracking/runrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace assay::tracking {

namespace {

const QByteArray columns =
    "SELECT r.id, r.uuid, r.name, r.experiment, (SELECT name FROM experiments WHERE id = r.experiment), r.status, "
    "r.start, r.end,"
    " (SELECT uuid FROM runs p WHERE p.id = r.parent), r.model, r.task, r.note, r.error, r.deleted,"
    " r.favourite, r.archived, r.source";

RunStatus statusFrom(const QString &text)
{
    for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Failed, RunStatus::Cancelled})
        if (text == name(status))
            return status;
    return RunStatus::Crashed;
}

Run runFrom(const Row &row)
{
    return {.id = {row.text(1)},
            .name = row.text(2),
            .experimentId = {row.integer(3)},
            .experiment = row.text(4),
            .status = statusFrom(row.text(5)),
            .start = row.time(6),
            .end = row.time(7),
            .parent = {row.text(8)},
            .model = row.text(9),
            .task = row.text(10),
            .note = row.text(11),
            .error = row.text(12),
            .params = {},
            .metrics = {},
            .tags = {},
            .deleted = !row.isNull(13),
            .favourite = row.integer(14) != 0,
            .archived = !row.isNull(15),
            .source = row.text(16)};
}

ParamValue paramFrom(const Row &row, int type, int value)
{
    switch (row.integer(type)) {
    case 0:
        return row.integer(value) != 0;
    case 1:
        return static_cast<std::int64_t>(row.integer(value));
    case 2:
        return row.real(value);
    default:
        return row.text(value).toStdString();
    }
}

/// Runs while they are read, found by their row in the store.
class Loader
{
public:
    explicit Loader(Connection &connection)
        : m_connection(connection)
    {
    }

    /// With all facts.
    Result<std::vector<Run>> load(const Sql &from)
    {
        auto done = loadRuns(from);
        if (done && !m_runs.empty())
            done = loadKeys("SELECT id, name FROM keys", {});
        const QByteArray ofRuns = " WHERE run IN (SELECT value FROM json_each(?))";
        if (done && !m_runs.empty())
            done = loadMetrics(" FROM metrics f" + ofRuns, {rows()});
        if (done && !m_runs.empty())
            done = loadParams(" FROM params f" + ofRuns, {rows()});
        if (done && !m_runs.empty())
            done = loadTags(" FROM tags f" + ofRuns, {rows()});
        if (!done)
            return Failure(done.error());
        return std::move(m_runs);
    }

    /// With no other facts than @p fields, in the order of @p wanted.
    Result<std::vector<Run>> load(std::span<const qint64> wanted, const RunFields &fields)
    {
        auto done = loadRuns(
            {.text = " FROM runs r WHERE r.id IN (SELECT value FROM json_each(?))", .values = {jsonList(wanted)}});
        const auto add = [&](const QStringList &names, const QByteArray &table, auto take) {
            if (!done || m_runs.empty() || names.isEmpty())
                return;
            done = loadKeys("SELECT id, name FROM keys WHERE name IN (SELECT value FROM json_each(?))",
                            {QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(names)).toJson())});
            // Run by run, so that what lies together is read together.
            if (done)
                done = (this->*take)(" FROM json_each(?) x CROSS JOIN json_each(?) k CROSS JOIN " + table +
                                         " f ON f.run = x.value AND f.key = k.value",
                                     {rows(), jsonList(m_places.keys())});
        };
        add(fields.metrics, "metrics", &Loader::loadMetrics);
        add(fields.params, "params", &Loader::loadParams);
        add(fields.tags, "tags", &Loader::loadTags);
        if (!done)
            return Failure(done.error());
        return inOrder(wanted);
    }

private:
    Result<void> loadRuns(const Sql &from)
    {
        return m_connection.each(columns + from.text, from.values, [this](const Row &row) {
            m_position.insert(row.integer(0), m_runs.size());
            m_rows.push_back(row.integer(0));
            m_runs.push_back(runFrom(row));
        });
    }

    Result<void> loadKeys(const QByteArray &select, const QVariantList &values)
    {
        std::vector<std::pair<QString, qint64>> keys;
        auto read =
            m_connection.each(select, values, [&](const Row &row) { keys.emplace_back(row.text(1), row.integer(0)); });
        std::ranges::sort(keys);
        m_places.clear();
        m_names = {QString()}; // what a damaged store does not know is nameless
        for (const auto &[name, id] : keys) {
            m_places.insert(id, static_cast<std::size_t>(m_names.size()));
            m_names << name;
        }
        return read;
    }

    Result<void> loadMetrics(const QByteArray &from, const QVariantList &values)
    {
        return loadFacts("SELECT f.run, f.key, f.last" + from, values, &Run::metrics, m_names,
                         [](const Row &row) { return row.real(2); });
    }

    Result<void> loadParams(const QByteArray &from, const QVariantList &values)
    {
        std::vector<std::string> names;
        for (const QString &name : std::as_const(m_names))
            names.push_back(name.toStdString());
        return loadFacts("SELECT f.run, f.key, f.type, f.value" + from, values, &Run::params, names,
                         [](const Row &row) { return paramFrom(row, 2, 3); });
    }

    Result<void> loadTags(const QByteArray &from, const QVariantList &values)
    {
        return loadFacts("SELECT f.run, f.key, f.value" + from, values, &Run::tags, m_names,
                         [](const Row &row) { return row.text(2); });
    }

    /// Facts come run by run; a map takes those of one run fastest in its own order, which is that of the names.
    template<class Map, class Names, class ValueOf>
    Result<void> loadFacts(const QByteArray &select, const QVariantList &values, Map Run::*facts, const Names &names,
                           ValueOf valueOf)
    {
        std::vector<std::pair<std::size_t, typename Map::mapped_type>> some; // of one run, by the place of their names
        Run *run = nullptr;
        qint64 current = 0;
        const auto put = [&] {
            std::ranges::sort(some, {}, [](const auto &fact) { return fact.first; });
            for (auto &[place, value] : some)
                (run->*facts).emplace_hint((run->*facts).end(), names[place], std::move(value));
            some.clear();
        };
        auto read = m_connection.each(select, values, [&](const Row &row) {
            if (const qint64 id = row.integer(0); id != current || !run) {
                put();
                current = id;
                run = &m_runs[m_position.value(id)];
            }
            some.emplace_back(m_places.value(row.integer(1), 0), valueOf(row));
        });
        put();
        return read;
    }

    QString rows() const { return jsonList(m_rows); }

    std::vector<Run> inOrder(std::span<const qint64> wanted)
    {
        std::vector<Run> ordered;
        ordered.reserve(wanted.size());
        for (const qint64 row : wanted)
            if (const auto position = m_position.constFind(row); position != m_position.constEnd())
                ordered.push_back(m_runs[*position]);
        return ordered;
    }

    Connection &m_connection;
    std::vector<Run> m_runs;
    std::vector<qint64> m_rows;
    QHash<qint64, std::size_t> m_position;
    QStringList m_names;                 ///< of keys, sorted
    QHash<qint64, std::size_t> m_places; ///< key → place of its name
};

template<class T>
const Error *failed(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

Result<std::vector<Run>> loadWhere(Connection &connection, const QByteArray &condition, const QVariantList &values)
{
    return Loader(connection).load({.text = " FROM runs r WHERE " + condition, .values = values});
}

} // namespace

Result<std::vector<Run>> readRuns(Connection &connection, const RunQuery &query)
{
    const Snapshot view(connection);
    auto sql = orderedSelection(connection, query);
    if (!sql)
        return Failure(sql.error());
    return Loader(connection).load(*sql);
}

Result<std::vector<Run>> readRows(Connection &connection, std::span<const qint64> rows, const RunFields &fields)
{
    const Snapshot view(connection);
    return Loader(connection).load(rows, fields);
}

Result<qint64> countRuns(Connection &connection, const RunQuery &query)
{
    auto sql = selection(connection, query);
    if (!sql)
        return Failure(sql.error());
    auto count = connection.value("SELECT count(*)" + sql->text, sql->values);
    if (!count)
        return Failure(count.error());
    return count->value_or(0).toLongLong();
}

Result<qint64> findRow(Connection &connection, const RunId &run)
{
    auto row = connection.value("SELECT id FROM runs WHERE uuid = ?", {run.value});
    if (!row)
        return Failure(row.error());
    if (!*row)
        return unknownRun(run.value);
    return (*row)->toLongLong();
}

Result<std::vector<Experiment>> readExperiments(Connection &connection)
{
    return readExperiments(connection, false);
}

Result<QStringList> readKeys(Connection &connection, KeyTable table)
{
    const QByteArray from = table == KeyTable::Metrics ? "metrics" : table == KeyTable::Params ? "params" : "tags";
    QStringList keys;
    auto read = connection.each("SELECT k.name FROM keys k WHERE EXISTS (SELECT 1 FROM " + from +
                                    " f JOIN runs r ON r.id = f.run WHERE f.key = k.id AND r.deleted IS NULL)"
                                    " ORDER BY k.name",
                                {}, [&](const Row &row) { keys << row.text(0); });
    if (!read)
        return Failure(read.error());
    return keys;
}

Result<RunDetails> readDetails(Connection &connection, const RunId &run)
{
    const Snapshot view(connection);
    auto row = findRow(connection, run);
    if (!row)
        return Failure(row.error());
    auto self = loadWhere(connection, "r.id = ?", {*row});
    auto children = loadWhere(connection,
                              "r.parent = ? AND (r.deleted IS NULL) = (SELECT deleted IS NULL FROM runs"
                              " WHERE id = r.parent) ORDER BY r.start, r.id",
                              {*row});
    auto series = readSummaries(connection, *row);
    auto inputs = readInputs(connection, *row);
    auto artifacts = readArtifacts(connection, *row);
    auto provenance = readProvenance(connection, *row);
    for (const Error *error :
         {failed(self), failed(children), failed(series), failed(inputs), failed(artifacts), failed(provenance)})
        if (error)
            return Failure(*error);
    return RunDetails{.run = std::move(self->front()),
                      .series = std::move(*series),
                      .inputs = std::move(*inputs),
                      .artifacts = std::move(*artifacts),
                      .provenance = std::move(*provenance),
                      .children = std::move(*children)};
}

} // namespace assay::tracking
