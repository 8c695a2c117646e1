// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedfacts.h"

#include "engine/core/json.h"
#include "tracking/experimentrows.h"
#include "tracking/importers/mlflowmodel.h"
#include "tracking/runrows.h"

#include <QCryptographicHash>

namespace assay::tracking {

namespace {

const QString tagPrefix = QStringLiteral("tag ");

/// Facts by what they are of: "name", "note", "deleted", "tag KEY".
using Facts = std::map<QString, QString>;

Facts factsOf(const ImportedRun &run)
{
    Facts facts = {{QStringLiteral("note"), run.note},
                   {QStringLiteral("deleted"), run.deleted ? QStringLiteral("yes") : QStringLiteral("no")}};
    if (!run.name.isEmpty())
        facts[QStringLiteral("name")] = run.name;
    for (const auto &[key, value] : run.tags)
        facts[tagPrefix + key] = value;
    return facts;
}

Facts factsHere(Transaction &change, qint64 row)
{
    Facts facts;
    change.each("SELECT name, note, deleted IS NOT NULL FROM runs WHERE id = ?", {row}, [&](const Row &found) {
        facts = {{QStringLiteral("name"), found.text(0)},
                 {QStringLiteral("note"), found.text(1)},
                 {QStringLiteral("deleted"), found.integer(2) != 0 ? QStringLiteral("yes") : QStringLiteral("no")}};
    });
    change.each("SELECT k.name, t.value FROM tags t JOIN keys k ON k.id = t.key WHERE t.run = ?", {row},
                [&](const Row &found) { facts[tagPrefix + found.text(0)] = found.text(1); });
    return facts;
}

/// Short, and of a tag of many kilobytes too. Of what there is not: empty.
QString mark(const Facts &facts, const QString &what)
{
    const auto found = facts.find(what);
    if (found == facts.end())
        return {};
    constexpr qsizetype length = 8;
    const QByteArray sum = QCryptographicHash::hash(found->second.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(sum.left(length).toHex());
}

QByteArray marksText(const Facts &facts)
{
    Json marks = Json::object();
    for (const auto &[what, value] : facts)
        marks[what.toStdString()] = mark(facts, what).toStdString();
    return QByteArray::fromStdString(marks.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray keptText(Transaction &change, qint64 row)
{
    const auto kept = change.value("SELECT source_facts FROM runs WHERE id = ?", {row});
    return kept ? kept->toString().toUtf8() : QByteArray();
}

class Following
{
public:
    Following(Transaction &change, qint64 row, const ImportedRun &run)
        : m_change(change)
        , m_row(row)
        , m_there(factsOf(run))
        , m_here(factsHere(change, row))
    {
        const auto kept = parseJson(keptText(change, row).toStdString());
        m_known = kept && kept->is_object();
        if (m_known)
            for (const auto &[what, sum] : kept->items())
                m_base[QString::fromStdString(what)] =
                    QString::fromStdString(sum.is_string() ? sum.get<std::string>() : std::string());
    }

    Followed follow()
    {
        std::map<QString, QString> all = m_base;
        for (const auto &[what, value] : m_there)
            all.insert({what, {}});
        Followed followed;
        for (const auto &[what, sum] : all)
            if (isToTake(what, followed.kept)) {
                take(what);
                followed.changed = true;
            }
        return followed;
    }

private:
    bool isToTake(const QString &what, QStringList &kept) const
    {
        const QString there = mark(m_there, what), here = mark(m_here, what);
        if (there == here)
            return false;
        if (what.startsWith(tagPrefix + mlflowModelTag)) // nobody writes these but their source
            return !there.isEmpty();
        if (!m_known)
            return isNothingHere(what) || stays(what, kept);
        const auto found = m_base.find(what);
        const QString base = found == m_base.end() ? QString() : found->second;
        if (there == base)
            return false;
        return here == base || stays(what, kept);
    }

    /// Of a run that was taken over before anybody noted what its source said: nothing is lost by taking it.
    bool isNothingHere(const QString &what) const
    {
        const auto found = m_here.find(what);
        return found == m_here.end() || found->second.isEmpty();
    }

    /// Tells that it stays, and so returns false.
    static bool stays(const QString &what, QStringList &kept)
    {
        kept << (what.startsWith(tagPrefix) ? QStringLiteral("tag `%1`").arg(what.mid(tagPrefix.size())) : what);
        return false;
    }

    void take(const QString &what)
    {
        const auto found = m_there.find(what);
        const QString value = found == m_there.end() ? QString() : found->second;
        const QString key = what.startsWith(tagPrefix) ? what.mid(tagPrefix.size()) : QString();
        if (what == u"name")
            m_change.run("UPDATE runs SET name = ? WHERE id = ? AND ? <> ''", {value, m_row, notNull(value)});
        else if (what == u"note")
            m_change.run("UPDATE runs SET note = ? WHERE id = ?", {notNull(value), m_row});
        else if (what == u"deleted")
            setDeleted(value == u"yes");
        else if (found != m_there.end())
            insertTag(m_change, m_row, key, value);
        else
            m_change.run("DELETE FROM tags WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?)", {m_row, key});
    }

    /// A run comes back only where its experiment is there to be seen.
    void setDeleted(bool deleted)
    {
        if (deleted)
            m_change.run("UPDATE runs SET deleted = ? WHERE id = ?", {deletionTime(m_change), m_row});
        else
            m_change.run("UPDATE runs SET deleted = NULL WHERE id = ? AND EXISTS (SELECT 1 FROM experiments e"
                         " WHERE e.id = experiment AND e.deleted IS NULL)",
                         {m_row});
    }

    Transaction &m_change;
    qint64 m_row;
    Facts m_there, m_here;
    Facts m_base; ///< digests of what the source said when it was looked at last
    bool m_known = false;
};

} // namespace

void keepSourceFacts(Transaction &change, qint64 row, const ImportedRun &run)
{
    change.run("UPDATE runs SET source_facts = ? WHERE id = ?", {QString::fromUtf8(marksText(factsOf(run))), row});
}

Followed followSource(Transaction &change, qint64 row, const ImportedRun &run)
{
    Followed followed = Following(change, row, run).follow();
    if (keptText(change, row) != marksText(factsOf(run))) {
        keepSourceFacts(change, row, run);
        followed.anew = true;
    }
    return followed;
}

} // namespace assay::tracking
