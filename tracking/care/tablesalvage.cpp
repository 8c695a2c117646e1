// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/tablesalvage.h"

#include "tracking/care/rangereader.h"
#include "tracking/migrations.h"
#include "tracking/pointcodec.h"

#include <algorithm>

namespace assay::tracking {

namespace {

struct TableName
{
    const char *name;
    const char *order; ///< of the primary key; empty where its first part is no number
};

// Those that others refer to first.
const TableName tables[] = {{"experiments", "id"},
                            {"experiment_tags", "experiment, key"},
                            {"keys", "id"},
                            {"runs", "id"},
                            {"params", "run, key"},
                            {"tags", "run, key"},
                            {"inputs", "run, position"},
                            {"artifacts", "run, name"},
                            {"provenance", "run"},
                            {"metrics", "run, key"},
                            {"chunks", "id"},
                            {"views", ""},
                            {"models", "id"},
                            {"model_tags", "model, key"},
                            {"versions", "id"},
                            {"version_files", "version, name"},
                            {"version_tags", "version, key"},
                            {"aliases", "model, name"},
                            {"events", "id"}};

Finding entry(const QByteArray &table, const QString &message)
{
    return {.code = QStringLiteral("entry"), .where = QString::fromUtf8(table), .message = message};
}

} // namespace

Result<void> TableSalvage::copy(Connection &from, int version, const Rebuilt &rebuilt, const Context &context)
{
    // An older store has fewer of them, and so may have what was found again.
    const bool all = rebuilt.path.isEmpty() && version == builtinMigrations().back().version;
    for (std::size_t i = 0; i < std::size(tables); ++i) {
        if (context.cancelled())
            return cancelled();
        context.progress("Tables", static_cast<qint64>(i), std::size(tables));
        Outcome outcome = copyTable(from, i, rebuilt);
        outcome.missing = outcome.missing && all;
        m_outcomes[i] = outcome;
    }
    return {};
}

bool TableSalvage::damaged() const
{
    return std::ranges::any_of(m_outcomes, [](const auto &one) { return one.second.damaged(); });
}

Result<void> TableSalvage::complete(Connection &from, const Rebuilt &rebuilt, const Context &context)
{
    for (auto &[table, outcome] : m_outcomes) {
        if (context.cancelled())
            return cancelled();
        if (!outcome.damaged())
            continue;
        // What cannot be read there either was told the first time.
        const Outcome more = copyTable(from, table, rebuilt);
        outcome.found += more.copied;
        outcome.copied += more.copied;
        outcome.refused += more.refused;
    }
    return {};
}

bool TableSalvage::emptied() const
{
    return std::ranges::any_of(m_outcomes, [](const auto &one) {
        const QByteArray name = tables[one.first].name;
        return one.second.damaged() && one.second.copied == 0 && (name == "runs" || name == "chunks");
    });
}

std::vector<Finding> TableSalvage::lost() const
{
    std::vector<Finding> all;
    for (const auto &[table, outcome] : m_outcomes) {
        const QString name = QString::fromUtf8(tables[table].name);
        if (outcome.found > 0)
            all.push_back(
                entry(tables[table].name, QStringLiteral("%1 is damaged: %2 of the %3 entries that were saved "
                                                         "were found by looking at each page by itself, and "
                                                         "others may be lost.")
                                              .arg(name)
                                              .arg(outcome.found)
                                              .arg(outcome.copied)));
        else if (outcome.missing)
            all.push_back(entry(tables[table].name, QStringLiteral("Nothing of %1 could be read.").arg(name)));
        else
            for (const QString &range : outcome.unread)
                all.push_back(
                    entry(tables[table].name, QStringLiteral("Entries of %1 could not be read: %2.").arg(name, range)));
        if (outcome.refused > 0)
            all.push_back(entry(tables[table].name,
                                QStringLiteral("%1 entries of %2 do not go together with others and were left out.")
                                    .arg(QString::number(outcome.refused), name)));
    }
    return all;
}

TableSalvage::Outcome TableSalvage::copyTable(Connection &from, std::size_t table, const Rebuilt &rebuilt)
{
    Outcome outcome;
    copyPart(from, table, tables[table].name, outcome);
    if (const auto parts = rebuilt.parts.find(tables[table].name); parts != rebuilt.parts.end())
        for (const QByteArray &part : parts->second)
            copyPart(from, table, part, outcome);
    return outcome;
}

/// @p part: the table itself, or rows of it that hang apart.
void TableSalvage::copyPart(Connection &from, std::size_t table, const QByteArray &part, Outcome &outcome)
{
    const QByteArray name = tables[table].name, order = tables[table].order;
    const QByteArrayList columns = sharedColumns(from, name);
    if (columns.isEmpty()) {
        outcome.missing = true;
        return;
    }
    const bool chunks = name == "chunks";
    const auto points = static_cast<int>(columns.indexOf("points"));
    const QByteArray insert = "INSERT OR IGNORE INTO " + name + " (" + columns.join(", ") + ") VALUES (?" +
                              QByteArray(", ?").repeated(columns.size() - 1) + ")";
    const QByteArray same = "SELECT 1 FROM " + name + " WHERE " + columns.join(" IS ? AND ") + " IS ?";
    const auto take = [&](const Row &row) {
        std::vector<MetricPoint> decoded;
        if (chunks && !unpackPoints(row.bytes(points), decoded))
            return; // told with its series
        QVariantList values;
        for (int i = 0; i < columns.size(); ++i)
            values << row.value(i);
        m_to.run(insert, values);
        // The reader gives a row twice; another one in its place does not go with it.
        if (m_to.ok() && m_to.lastChanges() > 0)
            ++outcome.copied;
        else if (m_to.ok() && !m_to.value(same, values))
            ++outcome.refused;
    };
    if (order.isEmpty()) { // as far as possible
        if (auto read = from.each("SELECT " + columns.join(", ") + " FROM " + part, {}, take); !read)
            outcome.unread << QStringLiteral("at the end");
        return;
    }
    RangeReader reader(
        from, {.name = part, .columns = columns.join(", "), .key = order.split(',').front(), .order = order}, take);
    reader.read();
    outcome.unread << reader.lost();
}

QByteArrayList TableSalvage::sharedColumns(Connection &from, const QByteArray &table)
{
    const QByteArray sql = "SELECT name FROM pragma_table_info(?)";
    QByteArrayList ours, shared;
    m_to.each(sql, {QString::fromUtf8(table)}, [&](const Row &row) { ours << row.text(0).toUtf8(); });
    (void)from.each(sql, {QString::fromUtf8(table)}, [&](const Row &row) {
        if (ours.contains(row.text(0).toUtf8()))
            shared << row.text(0).toUtf8();
    });
    return shared;
}

} // namespace assay::tracking
