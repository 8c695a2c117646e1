// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runfacts.h"

#include "engine/core/json.h"

namespace assay::tracking {

namespace {

std::map<QString, QString> librariesFrom(const QString &text)
{
    std::map<QString, QString> libraries;
    const auto json = parseJson(text.toStdString());
    if (!json || !json->is_object())
        return libraries;
    for (const auto &[name, version] : json->items())
        if (version.is_string())
            libraries[QString::fromStdString(name)] = QString::fromStdString(version.get<std::string>());
    return libraries;
}

} // namespace

Result<std::vector<DatasetInput>> readInputs(Connection &connection, qint64 row)
{
    std::vector<DatasetInput> inputs;
    auto read = connection.each("SELECT role, name, path, digest, rows, columns, read_options FROM inputs WHERE run = ?"
                                " ORDER BY position",
                                {row}, [&](const Row &found) {
                                    inputs.push_back({.role = found.text(0),
                                                      .name = found.text(1),
                                                      .path = found.text(2),
                                                      .digest = found.text(3),
                                                      .rows = found.integer(4),
                                                      .columns = found.integer(5),
                                                      .readOptions = found.text(6)});
                                });
    if (!read)
        return Failure(read.error());
    return inputs;
}

Result<std::vector<Artifact>> readArtifacts(Connection &connection, qint64 row)
{
    std::vector<Artifact> artifacts;
    auto read = connection.each(
        "SELECT name, kind, sha256, bytes FROM artifacts WHERE run = ? ORDER BY name", {row}, [&](const Row &found) {
            artifacts.push_back(
                {.name = found.text(0), .kind = found.text(1), .sha256 = found.text(2), .bytes = found.integer(3)});
        });
    if (!read)
        return Failure(read.error());
    return artifacts;
}

Result<Artifact> findArtifact(Connection &connection, qint64 row, const QString &name)
{
    auto artifacts = readArtifacts(connection, row);
    if (!artifacts)
        return Failure(artifacts.error());
    std::vector<std::string> known;
    for (Artifact &artifact : *artifacts) {
        if (artifact.name == name)
            return std::move(artifact);
        known.push_back(artifact.name.toStdString());
    }
    if (known.empty())
        return failure(ErrorKind::NotFound, "unknown_artifact", "The run has no artifact {}; it has none at all.",
                       {name.toStdString()});
    return failure(ErrorKind::NotFound, "unknown_artifact", "The run has no artifact {}; it has {}.",
                   {name.toStdString(), quotedList(known)});
}

Result<Provenance> readProvenance(Connection &connection, qint64 row)
{
    Provenance provenance;
    auto read =
        connection.each("SELECT program, command_line, git_commit, git_dirty, host, user, os, cpu, threads, seed,"
                        " libraries FROM provenance WHERE run = ?",
                        {row}, [&](const Row &found) {
                            provenance = {.program = found.text(0),
                                          .commandLine = found.text(1),
                                          .gitCommit = found.text(2),
                                          .gitDirty = found.integer(3) != 0,
                                          .host = found.text(4),
                                          .user = found.text(5),
                                          .os = found.text(6),
                                          .cpu = found.text(7),
                                          .threads = static_cast<int>(found.integer(8)),
                                          .seed = static_cast<quint64>(found.integer(9)),
                                          .libraries = librariesFrom(found.text(10))};
                        });
    if (!read)
        return Failure(read.error());
    return provenance;
}

} // namespace assay::tracking
