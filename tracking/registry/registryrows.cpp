// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry/registryrows.h"

#include "tracking/provenance.h"
#include "tracking/registry/registryjson.h"

#include <QRegularExpression>

namespace assay::tracking {

Failure unknownRegisteredModel(const QString &name, const std::vector<std::string> &known)
{
    if (known.empty())
        return failure(ErrorKind::NotFound, "unknown_registered_model",
                       "There is no registered model {}: none is registered yet.", {name.toStdString()});
    return failure(ErrorKind::NotFound, "unknown_registered_model", "There is no registered model {}; there are {}.",
                   {name.toStdString(), quotedList(known)});
}

Failure unknownVersion(const QString &model, const QString &which, const QString &known)
{
    return failure(
        ErrorKind::NotFound, "unknown_version", "The model {} has no version {}; it has {}.",
        {model.toStdString(), which.toStdString(), known.isEmpty() ? std::string("none yet") : known.toStdString()});
}

RegistryChange::RegistryChange(Database &database)
    : m_change(database)
{
}

qint64 RegistryChange::model(const QString &name)
{
    if (const auto row = m_change.value("SELECT id FROM models WHERE name = ?", {name})) {
        m_model = row->toLongLong();
        m_name = name;
        return m_model;
    }
    std::vector<std::string> known;
    m_change.each("SELECT name FROM models ORDER BY name", {},
                  [&](const Row &row) { known.push_back(row.text(0).toStdString()); });
    m_change.fail(unknownRegisteredModel(name, known));
    return 0;
}

qint64 RegistryChange::makeModel(const QString &name, const QString &note, const QString &source, const QDateTime &at)
{
    if (m_change.value("SELECT 1 FROM models WHERE name = ?", {name}))
        return model(name);
    const qint64 time = at.isValid() ? at.toMSecsSinceEpoch() : nowMilliseconds();
    m_change.run("INSERT INTO models (name, note, created, updated, source) VALUES (?, ?, ?, ?, ?)",
                 {name, notNull(note), time, time, notNull(source)});
    m_model = m_change.lastInsertId();
    m_name = name;
    tell({.what = QStringLiteral("created")});
    return m_model;
}

qint64 RegistryChange::version(qint64 number)
{
    if (const auto row = m_change.value("SELECT id FROM versions WHERE model = ? AND number = ?", {m_model, number}))
        return row->toLongLong();
    QStringList known;
    m_change.each("SELECT number FROM versions WHERE model = ? ORDER BY number DESC LIMIT 12", {m_model},
                  [&](const Row &row) { known << row.text(0); });
    m_change.fail(unknownVersion(m_name, QString::number(number), known.join(QLatin1String(", "))));
    return 0;
}

qint64 RegistryChange::holder(const QString &alias)
{
    const auto number = m_change.value("SELECT v.number FROM aliases a JOIN versions v ON v.id = a.version"
                                       " WHERE a.model = ? AND a.name = ?",
                                       {m_model, alias});
    return number ? number->toLongLong() : 0;
}

bool RegistryChange::cameWithSource(qint64 number)
{
    return m_change
        .value("SELECT 1 FROM versions v WHERE v.model = ? AND v.number = ? AND (v.source <> '' OR EXISTS (SELECT 1"
               " FROM events e WHERE e.model = v.model AND e.version = v.number AND e.what = 'imported'))",
               {m_model, number})
        .has_value();
}

bool RegistryChange::everTold(const QString &alias)
{
    return m_change
        .value("SELECT 1 FROM events WHERE model = ? AND what IN ('alias', 'promoted', 'rolled_back', 'alias_removed')"
               " AND json_extract(detail, '$.key') = ?",
               {m_model, alias})
        .has_value();
}

qint64 RegistryChange::lastNumber()
{
    const auto number = m_change.value("SELECT max(coalesce((SELECT max(number) FROM versions WHERE model = ?), 0),"
                                       " coalesce((SELECT max(version) FROM events WHERE model = ?), 0))",
                                       {m_model, m_model});
    return number ? number->toLongLong() : 0;
}

void RegistryChange::pointAlias(const QString &alias, qint64 number)
{
    const qint64 row = version(number);
    m_change.run("INSERT INTO aliases (model, name, version) VALUES (?, ?, ?) ON CONFLICT (model, name)"
                 " DO UPDATE SET version = excluded.version",
                 {m_model, alias, row});
}

void RegistryChange::tell(RegistryEvent event)
{
    const qint64 now = event.at.isValid() ? event.at.toMSecsSinceEpoch() : nowMilliseconds();
    const QString user = event.user.isEmpty() ? currentUser() : event.user;
    m_change.run("INSERT INTO events (model, version, what, detail, user, at) VALUES (?, ?, ?, ?, ?, ?)",
                 {m_model, event.version, event.what, detailOf(event), notNull(user), now});
    m_change.run("UPDATE models SET updated = max(updated, ?) WHERE id = ?", {now, m_model});
    if (event.version > 0)
        m_change.run("UPDATE versions SET updated = max(updated, ?) WHERE model = ? AND number = ?",
                     {now, m_model, event.version});
}

Result<void> RegistryChange::commit()
{
    return m_change.commit();
}

Result<void> checkAlias(const QString &alias)
{
    static const QRegularExpression allowed(QStringLiteral("^(?!v?\\d+$)[\\w.-]{1,255}$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (allowed.match(alias).hasMatch() && alias.compare(QLatin1String("latest"), Qt::CaseInsensitive) != 0)
        return {};
    return failure(ErrorKind::Usage, "bad_alias",
                   "{} cannot be an alias: it takes letters, digits, `-`, `_` and `.`, and is neither a version's "
                   "number nor `latest`.",
                   {alias.isEmpty() ? std::string("Nothing") : '`' + alias.toStdString() + '`'});
}

Result<void> checkModelName(const QString &name)
{
    static const QRegularExpression forbidden(QStringLiteral("[/:@\\p{C}]"));
    const bool isPath = name == u"." || name == u".."; // to everything that makes a folder for a model
    if (!isPath && !name.trimmed().isEmpty() && name == name.trimmed() && name.size() <= 255 &&
        !forbidden.match(name).hasMatch())
        return {};
    return failure(ErrorKind::Usage, "bad_model_name",
                   "`{}` cannot be a model's name: it takes 1 to 255 characters without `/`, `:`, `@` or space at its "
                   "ends, and not `.` or `..`.",
                   {name.toStdString()});
}

} // namespace assay::tracking
