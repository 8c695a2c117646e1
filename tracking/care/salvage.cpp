// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/salvage.h"

#include "tracking/care/artifactcopy.h"
#include "tracking/care/rangereader.h"
#include "tracking/care/salvagerepair.h"
#include "tracking/care/source.h"
#include "tracking/migrations.h"
#include "tracking/pointcodec.h"
#include "tracking/runstore.h"

#include <QDir>
#include <QFileInfo>

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

class Salvage
{
public:
    Salvage(Connection &from, const Rebuilt &rebuilt, Transaction &to, SalvageReport &report)
        : m_from(from)
        , m_rebuilt(rebuilt)
        , m_to(to)
        , m_report(report)
    {
    }

    void copy(const TableName &table)
    {
        copy(table, table.name);
        if (const auto parts = m_rebuilt.parts.find(table.name); parts != m_rebuilt.parts.end())
            for (const QByteArray &part : parts->second)
                copy(table, part);
    }

private:
    /// @p from: the table itself, or a part of it that hangs apart.
    void copy(const TableName &table, const QByteArray &from)
    {
        const QByteArray name = table.name, order = table.order;
        const QByteArrayList columns = sharedColumns(name);
        if (columns.isEmpty())
            return; // of a later version
        const bool chunks = name == "chunks";
        const auto points = static_cast<int>(columns.indexOf("points"));
        const QByteArray insert = "INSERT OR IGNORE INTO " + name + " (" + columns.join(", ") + ") VALUES (?" +
                                  QByteArray(", ?").repeated(columns.size() - 1) + ")";
        const QByteArray same = "SELECT 1 FROM " + name + " WHERE " + columns.join(" IS ? AND ") + " IS ?";
        qint64 refused = 0;
        const auto take = [&](const Row &row) {
            std::vector<MetricPoint> decoded;
            if (chunks && !unpackPoints(row.bytes(points), decoded))
                return; // told with its series
            QVariantList values;
            for (int i = 0; i < columns.size(); ++i)
                values << row.value(i);
            m_to.run(insert, values);
            // The reader gives a row twice; another one in its place does not go with it.
            if (m_to.ok() && m_to.lastChanges() == 0 && !m_to.value(same, values))
                ++refused;
        };
        if (order.isEmpty())
            copyAsFarAsPossible(from, columns, take);
        else
            copyAround(from, columns, order, take);
        if (refused > 0)
            m_report.lost.push_back({.code = QStringLiteral("entry"),
                                     .where = QString::fromUtf8(name),
                                     .message = QStringLiteral("%1 entries of %2 do not go together with others and "
                                                               "were left out.")
                                                    .arg(QString::number(refused), QString::fromUtf8(name))});
    }

    QByteArrayList sharedColumns(const QByteArray &table)
    {
        const QByteArray sql = "SELECT name FROM pragma_table_info(?)";
        QByteArrayList ours, shared;
        m_to.each(sql, {QString::fromUtf8(table)}, [&](const Row &row) { ours << row.text(0).toUtf8(); });
        (void)m_from.each(sql, {QString::fromUtf8(table)}, [&](const Row &row) {
            if (ours.contains(row.text(0).toUtf8()))
                shared << row.text(0).toUtf8();
        });
        return shared;
    }

    void copyAround(const QByteArray &name, const QByteArrayList &columns, const QByteArray &order,
                    const RangeReader::Take &take)
    {
        RangeReader reader(
            m_from, {.name = name, .columns = columns.join(", "), .key = order.split(',').front(), .order = order},
            take);
        reader.read();
        for (const QString &range : reader.lost())
            lose(name, range);
    }

    void copyAsFarAsPossible(const QByteArray &name, const QByteArrayList &columns, const RangeReader::Take &take)
    {
        if (auto read = m_from.each("SELECT " + columns.join(", ") + " FROM " + name, {}, take); !read)
            lose(name, QStringLiteral("at the end"));
    }

    void lose(const QByteArray &table, const QString &range)
    {
        m_report.lost.push_back(
            {.code = QStringLiteral("entry"),
             .where = QString::fromUtf8(table),
             .message = QStringLiteral("Entries of %1 could not be read: %2.").arg(QString::fromUtf8(table), range)});
    }

    Connection &m_from;
    const Rebuilt &m_rebuilt;
    Transaction &m_to;
    SalvageReport &m_report;
};

Result<void> copyTables(Connection &from, const Rebuilt &rebuilt, Database &to, SalvageReport &report,
                        const Context &context)
{
    Transaction change(to);
    change.run("PRAGMA defer_foreign_keys = ON");
    Salvage salvage(from, rebuilt, change, report);
    std::int64_t done = 0;
    for (const TableName &table : tables) {
        if (context.cancelled())
            return cancelled();
        context.progress("Tables", done++, std::size(tables));
        salvage.copy(table);
    }
    // What a store of version 1 does not have.
    change.run("UPDATE params SET number = value WHERE type <> 0 AND number IS NULL");
    change.run("UPDATE params SET number = NULL WHERE typeof(number) = 'text'");
    repairReferences(change, report.lost);
    report.points = repairSeries(change, report.lost);
    report.runs = change.value("SELECT count(*) FROM runs").value_or(0).toLongLong();
    return change.commit();
}

Result<void> fill(const Source &source, const QString &from, RunStore &store, SalvageReport &report,
                  const Context &context)
{
    auto connection = source.database->connection();
    if (!connection)
        return Failure(connection.error());
    if (auto done = copyTables(**connection, source.rebuilt, store.database(), report, context); !done)
        return done;
    auto own = store.database().connection();
    auto artifacts = referredArtifacts(**own, builtinMigrations().back().version);
    auto copied = artifacts ? copyArtifacts(*artifacts, ArtifactStore(from), store.artifacts(), context)
                            : Result<CopiedArtifacts>(Failure(artifacts.error()));
    if (!copied)
        return Failure(copied.error());
    report.artifacts = copied->files;
    report.artifactBytes = copied->bytes;
    report.lost.insert(report.lost.end(), copied->missing.begin(), copied->missing.end());
    return {};
}

} // namespace

Result<SalvageReport> salvageStore(const QString &from, const QString &to, const Context &context)
{
    if (QFileInfo::exists(from) && QFileInfo::exists(to))
        return at(
            failure(ErrorKind::Refused, "file_exists", "{} is there already; choose another name.", {to.toStdString()}),
            to.toStdString());
    auto source = openWhatIsLeft(from, QFileInfo(to).absolutePath(), context);
    if (!source)
        return Failure(source.error());
    auto store = RunStore::open(to);
    if (!store)
        return Failure(store.error());
    SalvageReport report{.path = to, .lost = source->rebuilt.lost};
    QDir artifacts((*store)->artifacts().folder());
    const bool own = !artifacts.exists();
    auto done = fill(*source, from, **store, report, context);
    if (done)
        return report;
    store->reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(to + QLatin1String(end));
    if (own)
        artifacts.removeRecursively();
    return Failure(done.error());
}

} // namespace assay::tracking
