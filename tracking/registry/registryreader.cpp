// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what the registry keeps: a list takes three statements, whatever its size.
#include "tracking/registry/registryjson.h"
#include "tracking/registry/registryrows.h"

namespace assay::tracking {

Result<std::vector<RegisteredModel>> readModels(Connection &connection, const QByteArray &condition,
                                                const QVariantList &values)
{
    std::vector<RegisteredModel> models;
    std::map<qint64, std::size_t> place;
    auto read = connection.each(
        "SELECT m.id, m.name, m.note, m.created, m.updated, m.source, count(v.id), coalesce(max(v.number), 0)"
        " FROM models m LEFT JOIN versions v ON v.model = m.id WHERE " +
            condition + " GROUP BY m.id ORDER BY m.name",
        values, [&](const Row &row) {
            place[row.integer(0)] = models.size();
            models.push_back({.name = row.text(1),
                              .note = row.text(2),
                              .created = row.time(3),
                              .updated = row.time(4),
                              .source = row.text(5),
                              .versions = row.integer(6),
                              .latest = row.integer(7)});
        });
    const auto at = [&](const Row &row) { return place.find(row.integer(0)); };
    if (read)
        read = connection.each("SELECT model, key, value FROM model_tags", {}, [&](const Row &row) {
            if (const auto it = at(row); it != place.end())
                models[it->second].tags[row.text(1)] = row.text(2);
        });
    if (read)
        read = connection.each("SELECT a.model, a.name, v.number FROM aliases a JOIN versions v ON v.id = a.version",
                               {}, [&](const Row &row) {
                                   if (const auto it = at(row); it != place.end())
                                       models[it->second].aliases[row.text(1)] = row.integer(2);
                               });
    if (!read)
        return Failure(read.error());
    return models;
}

namespace {

ModelVersion versionFrom(const Row &row)
{
    return {.model = row.text(1),
            .number = row.integer(2),
            .run = {row.text(3)},
            .runName = row.text(4),
            .artifact = row.text(5),
            .sha256 = row.text(6),
            .bytes = row.integer(7),
            .stage = stageFromName(row.text(8)).value_or(Stage::None),
            .note = row.text(9),
            .created = row.time(10),
            .updated = row.time(11),
            .source = row.text(12)};
}

} // namespace

Result<std::vector<ModelVersion>> readVersions(Connection &connection, const QByteArray &condition,
                                               const QVariantList &values)
{
    const QByteArray from = " FROM versions v JOIN models m ON m.id = v.model ";
    std::vector<ModelVersion> versions;
    std::map<qint64, std::size_t> place;
    auto read = connection.each(
        "SELECT v.id, m.name, v.number, v.run_uuid, r.name, v.artifact, v.sha256, v.bytes, v.stage, v.note, v.created,"
        " v.updated, v.source" +
            from + "LEFT JOIN runs r ON r.id = v.run WHERE " + condition + " ORDER BY m.name, v.number DESC",
        values, [&](const Row &row) {
            place[row.integer(0)] = versions.size();
            versions.push_back(versionFrom(row));
        });
    const auto at = [&](const Row &row) -> ModelVersion & { return versions.at(place[row.integer(0)]); };
    if (read)
        read = connection.each("SELECT t.version, t.key, t.value" + from +
                                   "JOIN version_tags t ON t.version = v.id WHERE " + condition,
                               values, [&](const Row &row) { at(row).tags[row.text(1)] = row.text(2); });
    if (read)
        read = connection.each("SELECT a.version, a.name" + from + "JOIN aliases a ON a.version = v.id WHERE " +
                                   condition + " ORDER BY a.name",
                               values, [&](const Row &row) { at(row).aliases << row.text(1); });
    if (!read)
        return Failure(read.error());
    return versions;
}

Result<std::vector<RegistryEvent>> readEvents(Connection &connection, qint64 model)
{
    std::vector<RegistryEvent> events;
    auto read = connection.each(
        "SELECT version, what, detail, user, at FROM events WHERE model = ? ORDER BY id", {model}, [&](const Row &row) {
            RegistryEvent event{.version = row.integer(0), .what = row.text(1), .user = row.text(3), .at = row.time(4)};
            readDetail(row.text(2), event);
            events.push_back(std::move(event));
        });
    if (!read)
        return Failure(read.error());
    return events;
}

Result<qint64> findModel(Connection &connection, const QString &name)
{
    auto row = connection.value("SELECT id FROM models WHERE name = ?", {name});
    if (!row)
        return Failure(row.error());
    if (*row)
        return (*row)->toLongLong();
    std::vector<std::string> known;
    auto read = connection.each("SELECT name FROM models ORDER BY name", {},
                                [&](const Row &found) { known.push_back(found.text(0).toStdString()); });
    if (!read)
        return Failure(read.error());
    return unknownRegisteredModel(name, known);
}

} // namespace assay::tracking
