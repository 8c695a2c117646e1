// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the registry, and its models as a whole.
#include "tracking/registry.h"

#include "tracking/registry/registryrows.h"
#include "tracking/runstore.h"

#include <algorithm>

namespace assay::tracking {

namespace {

/// Runs @p read on a consistent view of the store.
template<class Read>
auto reading(const RunStore &store, Read read) -> decltype(read(std::declval<Connection &>()))
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    const Snapshot snapshot(**connection);
    return read(**connection);
}

Failure modelExists(const QString &name)
{
    return failure(ErrorKind::Refused, "model_exists", "There is a registered model {} already; choose another name.",
                   {name.toStdString()});
}

/// "3" and "v3" as 3; 0 for what is no number.
qint64 numberFrom(const QString &which)
{
    const QString digits = which.startsWith(u'v') || which.startsWith(u'V') ? which.mid(1) : which;
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok && number > 0 ? number : 0;
}

QString knownVersions(const std::vector<ModelVersion> &versions)
{
    QStringList known;
    for (const ModelVersion &version : versions)
        known << (version.aliases.isEmpty()
                      ? QString::number(version.number)
                      : QStringLiteral("%1 (%2)").arg(version.number).arg(version.aliases.join(QLatin1String(", "))));
    constexpr qsizetype limit = 12;
    return known.mid(0, limit).join(QLatin1String(", "));
}

} // namespace

ModelRegistry::ModelRegistry(RunStore &store)
    : m_store(store)
{
}

Result<std::vector<RegisteredModel>> ModelRegistry::models() const
{
    return reading(m_store, [](Connection &connection) { return readModels(connection); });
}

Result<RegisteredModel> ModelRegistry::model(const QString &name) const
{
    return reading(m_store, [&](Connection &connection) -> Result<RegisteredModel> {
        const auto row = findModel(connection, name);
        if (!row)
            return Failure(row.error());
        return readModels(connection, "m.id = ?", {*row}).map([](auto models) { return std::move(models.front()); });
    });
}

Result<std::vector<ModelVersion>> ModelRegistry::versions(const QString &model) const
{
    return reading(m_store, [&](Connection &connection) -> Result<std::vector<ModelVersion>> {
        const auto row = findModel(connection, model);
        if (!row)
            return Failure(row.error());
        return readVersions(connection, "m.id = ?", {*row});
    });
}

Result<ModelVersion> ModelRegistry::version(const QString &model, const QString &which) const
{
    auto all = versions(model);
    if (!all)
        return Failure(all.error());
    const bool latest = which.compare(QLatin1String("latest"), Qt::CaseInsensitive) == 0;
    const qint64 number = latest && !all->empty() ? all->front().number : numberFrom(which);
    const auto found = std::ranges::find_if(*all, [&](const ModelVersion &version) {
        return number > 0 ? version.number == number : version.aliases.contains(which);
    });
    if (found == all->end())
        return unknownVersion(model, which, knownVersions(*all));
    return std::move(*found);
}

Result<std::vector<ModelVersion>> ModelRegistry::versionsOf(const RunId &run) const
{
    return reading(m_store, [&](Connection &connection) {
        return readVersions(connection, "v.run_uuid = ?", {notNull(run.value)});
    });
}

Result<std::vector<RegistryEvent>> ModelRegistry::history(const QString &model) const
{
    return reading(m_store, [&](Connection &connection) -> Result<std::vector<RegistryEvent>> {
        const auto row = findModel(connection, model);
        if (!row)
            return Failure(row.error());
        auto events = readEvents(connection, *row);
        if (events)
            std::ranges::reverse(*events);
        return events;
    });
}

Result<void> ModelRegistry::create(const QString &name, const QString &note)
{
    if (auto fine = checkModelName(name); !fine)
        return fine;
    RegistryChange change(m_store.database());
    if (change.sql().value("SELECT 1 FROM models WHERE name = ?", {name}))
        change.fail(modelExists(name));
    if (change.ok())
        change.makeModel(name, note);
    return change.commit();
}

Result<void> ModelRegistry::rename(const QString &model, const QString &name)
{
    if (auto fine = checkModelName(name); !fine)
        return fine;
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    if (change.sql().value("SELECT 1 FROM models WHERE name = ? AND id <> ?", {name, row}))
        change.fail(modelExists(name));
    change.sql().run("UPDATE models SET name = ? WHERE id = ?", {name, row});
    change.tell({.what = QStringLiteral("renamed"), .from = model, .to = name});
    return change.commit();
}

Result<void> ModelRegistry::setNote(const QString &model, const QString &note)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    change.sql().run("UPDATE models SET note = ? WHERE id = ?", {notNull(note), row});
    change.tell({.what = QStringLiteral("noted"), .to = note});
    return change.commit();
}

Result<void> ModelRegistry::setTag(const QString &model, const QString &key, const QString &value)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    change.sql().run("INSERT INTO model_tags (model, key, value) VALUES (?, ?, ?) ON CONFLICT (model, key)"
                     " DO UPDATE SET value = excluded.value",
                     {row, key, notNull(value)});
    change.tell({.what = QStringLiteral("tagged"), .key = key, .to = value});
    return change.commit();
}

Result<void> ModelRegistry::removeTag(const QString &model, const QString &key)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    change.sql().run("DELETE FROM model_tags WHERE model = ? AND key = ?", {row, key});
    change.tell({.what = QStringLiteral("tagged"), .key = key});
    return change.commit();
}

Result<RemovedModel> ModelRegistry::remove(const QString &model)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    RemovedModel removed;
    // The transaction is this thread's own, so that its connection reads within it.
    if (auto connection = m_store.database().connection(); connection && change.ok()) {
        auto models = readModels(**connection, "m.id = ?", {row});
        auto versions = readVersions(**connection, "m.id = ?", {row});
        auto events = readEvents(**connection, row);
        if (!models || !versions || !events)
            change.fail(Failure(!models ? models.error() : !versions ? versions.error() : events.error()));
        else
            removed = {std::move(models->front()), std::move(*versions), std::move(*events)};
    }
    change.sql().each("SELECT v.number, f.name, f.sha256, f.bytes FROM version_files f JOIN versions v"
                      " ON v.id = f.version WHERE v.model = ? ORDER BY v.number, f.name",
                      {row}, [&](const Row &file) {
                          removed.folders[file.integer(0)].push_back(
                              {.name = file.text(1), .sha256 = file.text(2), .bytes = file.integer(3)});
                      });
    change.sql().run("DELETE FROM models WHERE id = ?", {row});
    return change.commit().map([&] { return std::move(removed); });
}

} // namespace assay::tracking
