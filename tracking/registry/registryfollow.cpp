// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry/registryfollow.h"

namespace assay::tracking {

namespace {

/// The reason of events that an import made.
const QString imported = QStringLiteral("imported");

class ModelFollowing
{
public:
    ModelFollowing(RegistryChange &change, qint64 row, ImportedModelCount &count)
        : m_change(change)
        , m_row(row)
        , m_count(count)
    {
    }

    void followAliases(const std::map<QString, qint64> &there)
    {
        std::map<QString, qint64> here;
        m_change.sql().each("SELECT a.name, v.number FROM aliases a JOIN versions v ON v.id = a.version"
                            " WHERE a.model = ?",
                            {m_row}, [&](const Row &row) { here[row.text(0)] = row.integer(1); });
        for (const auto &[alias, number] : there)
            if (const auto old = here.find(alias); old == here.end() || old->second != number)
                followAlias(alias, old == here.end() ? 0 : old->second, number);
        for (const auto &[alias, number] : here)
            if (!there.contains(alias))
                moveAlias(alias, number, 0);
    }

    void followVersion(const ImportedVersion &version)
    {
        qint64 id = 0;
        QString stage, note;
        m_change.sql().each("SELECT id, stage, note FROM versions WHERE model = ? AND number = ?",
                            {m_row, version.number}, [&](const Row &row) {
                                id = row.integer(0);
                                stage = row.text(1);
                                note = row.text(2);
                            });
        if (id == 0)
            return;
        if (!m_change.cameWithSource(version.number)) { // its number was taken here first
            m_count.kept << QStringLiteral("version %1").arg(version.number);
            return;
        }
        const QString there = name(version.stage);
        if (stage != there && isTaken("stage", version.number, {}, QStringLiteral("stage"))) {
            m_change.sql().run("UPDATE versions SET stage = ? WHERE id = ?", {there, id});
            tell({.version = version.number, .what = QStringLiteral("stage"), .from = stage, .to = there});
        }
        followNote("versions", id, version.number, note, version.note);
        followTags("version_tags", "version", id, version.number, version.tags);
    }

    void followModel(const ImportedModel &model)
    {
        const auto note = m_change.sql().value("SELECT note FROM models WHERE id = ?", {m_row});
        followNote("models", m_row, 0, note ? note->toString() : QString(), model.note);
        followTags("model_tags", "model", m_row, 0, model.tags);
    }

private:
    bool hasVersion(qint64 number)
    {
        return m_change.sql()
            .value("SELECT 1 FROM versions WHERE model = ? AND number = ?", {m_row, number})
            .has_value();
    }

    /// Whether nobody here ever changed it; otherwise it is told as kept. @p version below 0: any.
    bool isTaken(const char *what, qint64 version, const QString &key, const QString &called)
    {
        const bool ours =
            m_change.sql()
                .value("SELECT 1 FROM events WHERE model = ? AND (? < 0 OR version = ?) AND (what = ? OR (? = 'alias'"
                       " AND what IN ('promoted', 'rolled_back', 'alias_removed')))"
                       " AND coalesce(json_extract(detail, '$.key'), '') = ?"
                       " AND coalesce(json_extract(detail, '$.reason'), '') <> ?",
                       {m_row, version, version, QLatin1String(what), QLatin1String(what), notNull(key), imported})
                .has_value();
        if (ours)
            m_count.kept << (version > 0 ? QStringLiteral("%1 of version %2").arg(called).arg(version) : called);
        return !ours;
    }

    void tell(RegistryEvent event)
    {
        event.reason = imported;
        m_change.tell(std::move(event));
        ++m_count.changed;
    }

    /// A version that only has the number of the source's is not what its alias means.
    void followAlias(const QString &alias, qint64 from, qint64 to)
    {
        if (m_change.cameWithSource(to))
            moveAlias(alias, from, to);
        else if (hasVersion(to))
            m_count.kept << QStringLiteral("alias `%1`").arg(alias);
    }

    /// @p to 0: taken off.
    void moveAlias(const QString &alias, qint64 from, qint64 to)
    {
        if (!isTaken("alias", -1, alias, QStringLiteral("alias `%1`").arg(alias)))
            return;
        const auto text = [](qint64 number) { return number > 0 ? QString::number(number) : QString(); };
        if (to > 0)
            m_change.pointAlias(alias, to);
        else
            m_change.sql().run("DELETE FROM aliases WHERE model = ? AND name = ?", {m_row, alias});
        tell({.version = to > 0 ? to : from,
              .what = to > 0 ? QStringLiteral("alias") : QStringLiteral("alias_removed"),
              .key = alias,
              .from = text(from),
              .to = text(to)});
    }

    void followNote(const QByteArray &table, qint64 id, qint64 version, const QString &here, const QString &there)
    {
        if (here == there || !isTaken("noted", version, {}, QStringLiteral("note")))
            return;
        m_change.sql().run("UPDATE " + table + " SET note = ? WHERE id = ?", {notNull(there), id});
        tell({.version = version, .what = QStringLiteral("noted"), .to = there});
    }

    void followTags(const QByteArray &table, const QByteArray &owner, qint64 id, qint64 version,
                    const std::map<QString, QString> &there)
    {
        std::map<QString, QString> here;
        m_change.sql().each("SELECT key, value FROM " + table + " WHERE " + owner + " = ?", {id},
                            [&](const Row &row) { here[row.text(0)] = row.text(1); });
        const auto isFree = [&](const QString &key) {
            return isTaken("tagged", version, key, QStringLiteral("tag `%1`").arg(key));
        };
        for (const auto &[key, value] : there) {
            const auto old = here.find(key);
            if ((old != here.end() && old->second == value) || !isFree(key))
                continue;
            m_change.sql().run("INSERT INTO " + table + " (" + owner + ", key, value) VALUES (?, ?, ?) ON CONFLICT (" +
                                   owner + ", key) DO UPDATE SET value = excluded.value",
                               {id, key, notNull(value)});
            tell({.version = version, .what = QStringLiteral("tagged"), .key = key, .to = value});
        }
        for (const auto &[key, value] : here)
            if (!there.contains(key) && isFree(key)) {
                m_change.sql().run("DELETE FROM " + table + " WHERE " + owner + " = ? AND key = ?", {id, key});
                tell({.version = version, .what = QStringLiteral("tagged"), .key = key});
            }
    }

    RegistryChange &m_change;
    qint64 m_row;
    ImportedModelCount &m_count;
};

} // namespace

void followModel(RegistryChange &change, qint64 row, const ImportedModel &model, ImportedModelCount &count)
{
    ModelFollowing following(change, row, count);
    following.followModel(model);
    for (const ImportedVersion &version : model.versions)
        following.followVersion(version);
    following.followAliases(model.aliases);
}

} // namespace assay::tracking
