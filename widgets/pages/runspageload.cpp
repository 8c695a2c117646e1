// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runspageload.h"

#include "engine/metrics/evaluation.h"
#include "widgets/models/runcells.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr std::size_t firstRows = 96; // read with the order itself: more than a screen shows

/// Runs that stand at the top of the table, in its order.
std::vector<qint64> firstOf(const std::vector<tracking::RunRow> &rows)
{
    QSet<qint64> all;
    all.reserve(static_cast<qsizetype>(rows.size()));
    for (const tracking::RunRow &row : rows)
        all.insert(row.row);
    std::vector<qint64> first;
    for (const tracking::RunRow &row : rows) {
        if (first.size() >= firstRows)
            break;
        if (row.parent == 0 || !all.contains(row.parent))
            first.push_back(row.row);
    }
    return first;
}

/// Those that suit the runs at @p rows; where there are none, those that suit the store.
Result<RunColumns> suitedColumns(const tracking::RunStore &store, const std::vector<qint64> &rows)
{
    auto metrics = rows.empty() ? store.metricKeys() : tracking::RunTable(store).metricKeys(rows);
    if (!metrics)
        return tl::unexpected(metrics.error());
    return defaultRunColumns({.metrics = std::move(*metrics)});
}

/// The same of the runs that come first. Groups sum up what the columns show, which is so known before.
Result<RunColumns> suitedColumns(const tracking::RunStore &store, tracking::RunQuery query)
{
    query.limit = static_cast<qint64>(firstRows);
    const auto found = tracking::RunTable(store).rows(query);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<qint64> rows;
    for (const tracking::RunRow &row : *found)
        rows.push_back(row.row);
    return suitedColumns(store, rows);
}

bool isOpened(const RunsAsked &asked, const tracking::RunGroup &group)
{
    return group.missing ? asked.openedMissing : std::ranges::find(asked.opened, group.value) != asked.opened.end();
}

/// All that is found, read once when it is first asked for.
class AllFound
{
public:
    AllFound(const tracking::RunTable &table, const tracking::RunQuery &query)
        : m_table(table)
        , m_query(query)
    {
    }
    Result<const QSet<qint64> *> rows()
    {
        if (!m_rows) {
            const auto all = m_table.rows(m_query);
            if (!all)
                return tl::unexpected(all.error());
            m_rows.emplace();
            for (const tracking::RunRow &row : *all)
                m_rows->insert(row.row);
        }
        return &*m_rows;
    }

private:
    const tracking::RunTable &m_table;
    const tracking::RunQuery &m_query;
    std::optional<QSet<qint64>> m_rows;
};

/// Groups count what stands at the top of all that is found. What stands below a run of another group is in none.
Result<void> leaveOutNested(AllFound &all, const RunsAsked &asked, std::vector<tracking::RunRow> &rows)
{
    QHash<qint64, qint64> parents;
    for (const tracking::RunRow &row : rows)
        parents.insert(row.row, row.parent);
    const auto isTop = [&](const tracking::RunRow &row) { return row.parent == 0 || parents.contains(row.parent); };
    if (std::ranges::all_of(rows, isTop) || tracking::RunTable::groupsNested(asked.groupBy))
        return {};
    const auto found = all.rows();
    if (!found)
        return tl::unexpected(found.error());
    std::erase_if(rows, [&](const tracking::RunRow &row) {
        qint64 above = row.parent;
        // No further than there are runs: in a damaged store parents may go round in a circle.
        for (qsizetype steps = 0; steps < parents.size() && parents.contains(above); ++steps)
            above = parents.value(above);
        return (*found)->contains(above);
    });
    return {};
}

Result<void> loadGroups(const tracking::RunTable &table, const RunsAsked &asked, RunsLoaded &loaded)
{
    loaded.groupMetrics = fieldsOf(loaded.columns).metrics;
    auto groups = table.groups(asked.query, asked.groupBy, loaded.groupMetrics);
    if (!groups)
        return tl::unexpected(groups.error());
    AllFound all(table, asked.query);
    for (tracking::RunGroup &group : *groups) {
        loaded.runs += group.runs;
        RunGroupRows entry{.group = std::move(group)};
        if (isOpened(asked, entry.group)) {
            tracking::RunQuery within = asked.query;
            within.filter = groupFilter(asked.query.filter, asked.groupBy, entry.group);
            auto rows = table.rows(within);
            if (!rows)
                return tl::unexpected(rows.error());
            if (const auto left = leaveOutNested(all, asked, *rows); !left)
                return left;
            const std::vector<qint64> first = firstOf(*rows);
            loaded.read.rows.insert(loaded.read.rows.end(), first.begin(), first.end());
            entry.rows = std::move(*rows);
        }
        loaded.groups.push_back(std::move(entry));
    }
    return {};
}

Result<void> loadRows(const tracking::RunTable &table, const RunsAsked &asked, RunsLoaded &loaded)
{
    auto rows = table.rows(asked.query);
    if (!rows)
        return tl::unexpected(rows.error());
    loaded.rows = std::move(*rows);
    loaded.runs = static_cast<qint64>(loaded.rows.size());
    loaded.read.rows = firstOf(loaded.rows);
    return {};
}

/// The visible rows that are still there, beside those that are read anyway.
void addVisible(const RunsAsked &asked, RunsLoaded &loaded)
{
    QSet<qint64> there;
    for (const tracking::RunRow &row : loaded.rows)
        there.insert(row.row);
    for (const RunGroupRows &group : loaded.groups)
        for (const tracking::RunRow &row : group.rows.value_or(std::vector<tracking::RunRow>()))
            there.insert(row.row);
    for (const qint64 row : loaded.read.rows)
        there.remove(row);
    for (const qint64 row : asked.visible)
        if (there.remove(row))
            loaded.read.rows.push_back(row);
}

} // namespace

Result<RunsLoaded> loadRuns(const tracking::RunStore &store, const RunsAsked &asked)
{
    const tracking::RunTable table(store);
    RunsLoaded loaded{.columns = asked.columns};
    const bool grouped = !asked.groupBy.isEmpty();
    const auto chooseColumns = [&](auto from) -> Result<void> {
        if (!loaded.columns.empty())
            return {};
        auto columns = suitedColumns(store, from);
        if (!columns)
            return tl::unexpected(columns.error());
        loaded.columns = std::move(*columns);
        return {};
    };
    Result<void> done = grouped ? chooseColumns(asked.query) : loadRows(table, asked, loaded);
    if (done)
        done = grouped ? loadGroups(table, asked, loaded) : chooseColumns(loaded.read.rows);
    if (!done)
        return tl::unexpected(done.error());
    addVisible(asked, loaded);
    auto runs = table.read(loaded.read.rows, fieldsOf(loaded.columns));
    auto experiments = store.experiments();
    auto views = tracking::savedViews(store);
    if (!runs)
        return tl::unexpected(runs.error());
    if (!experiments)
        return tl::unexpected(experiments.error());
    if (!views)
        return tl::unexpected(views.error());
    loaded.read.runs = std::move(*runs);
    loaded.experiments = std::move(*experiments);
    loaded.views = std::move(*views);
    return loaded;
}

Result<QHash<QString, double>> bestOf(const tracking::RunStore &store, const tracking::RunQuery &query,
                                      const RunColumns &columns)
{
    const QStringList metrics = fieldsOf(columns).metrics;
    auto spreads = tracking::RunTable(store).spread(query, metrics);
    if (!spreads)
        return tl::unexpected(spreads.error());
    QHash<QString, double> best;
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        const tracking::MetricSpread &spread = (*spreads)[static_cast<std::size_t>(i)];
        if (spread.count > 1)
            best.insert(metrics[i], engine::largerIsBetter(metrics[i].toStdString()) ? spread.max : spread.min);
    }
    return best;
}

Result<RunColumns> equalColumns(const tracking::RunStore &store, const tracking::RunQuery &query,
                                const RunColumns &columns)
{
    const tracking::RunTable table(store);
    const auto keys = table.keys(query);
    const auto rows = table.rows(query);
    const QStringList metrics = fieldsOf(columns).metrics;
    const auto spreads = table.spread(query, metrics);
    if (!keys)
        return tl::unexpected(keys.error());
    if (!rows)
        return tl::unexpected(rows.error());
    if (!spreads)
        return tl::unexpected(spreads.error());
    const auto runs = static_cast<qint64>(rows->size());
    // Equal: all have it and with one value, or none has it.
    const auto sameIn = [runs](const std::vector<tracking::KeyUse> &uses, const QString &key) {
        const auto use = std::ranges::find(uses, key, &tracking::KeyUse::key);
        return use == uses.end() || (use->runs == runs && use->distinct == 1);
    };
    RunColumns equal;
    for (const RunColumn &column : columns) {
        bool same = false;
        if (column.kind == RunColumn::Param) {
            same = sameIn(keys->params, column.key);
        } else if (column.kind == RunColumn::Tag) {
            same = sameIn(keys->tags, column.key);
        } else if (column.kind == RunColumn::Metric) {
            const auto &spread = (*spreads)[static_cast<std::size_t>(metrics.indexOf(column.key))];
            same = spread.count == 0 || (spread.count == runs && spread.min == spread.max);
        } else if (!column.groupKey().isEmpty()) {
            const auto groups = table.groups(query, column.groupKey(), {}, true);
            if (!groups)
                return tl::unexpected(groups.error());
            same = groups->size() <= 1;
        }
        if (same)
            equal.push_back(column);
    }
    return equal;
}

RunColumns equalColumns(const std::vector<tracking::Run> &runs, const RunColumns &columns)
{
    RunColumns equal;
    for (const RunColumn &column : columns) {
        const auto same = [&](const tracking::Run &run) {
            if (column.kind == RunColumn::Metric)
                return RunCell::metric(run, column.key) == RunCell::metric(runs.front(), column.key);
            return RunCell::text(run, column) == RunCell::text(runs.front(), column);
        };
        if (column.kind != RunColumn::Name && !runs.empty() && std::ranges::all_of(runs, same))
            equal.push_back(column);
    }
    return equal;
}

Result<std::vector<tracking::Run>> readInFull(const tracking::RunStore &store, const std::vector<qint64> &rows)
{
    const auto metrics = store.metricKeys(), params = store.paramKeys(), tags = store.tagKeys();
    for (const auto *keys : {&metrics, &params, &tags})
        if (!*keys)
            return tl::unexpected(keys->error());
    return tracking::RunTable(store).read(rows, {.metrics = *metrics, .params = *params, .tags = *tags});
}

} // namespace assay::ui
