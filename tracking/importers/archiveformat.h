// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/importers/importedrun.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

// An Assay archive, a folder or a zip file of it:
//
//   manifest.json          format, version, and the files below with their digests
//   runs/ID/run.json       a run but for its points; which file has which series
//   runs/ID/points/N.csv   one series: step,time,value
//   artifacts/ab/cdef…     bytes, by their SHA-256
//   models.json            registered models with the versions made from the runs
//
// All of it is text but the artifacts, so that it can be read without Assay.

inline constexpr int archiveVersion = 1;

struct ArchivedFile
{
    QString name = {}; ///< relative, with `/`; checked when it is opened
    qint64 bytes = 0;
    QString sha256 = {};

    bool operator==(const ArchivedFile &) const = default;
};

struct ArchiveManifest
{
    QDateTime created = {};
    std::vector<ArchivedFile> runs = {}; ///< parents before their children
    std::optional<ArchivedFile> models = {};

    bool operator==(const ArchiveManifest &) const = default;
};

struct ArchivedSeries
{
    QString key = {};
    qint64 count = 0;
    ArchivedFile file = {};

    bool operator==(const ArchivedSeries &) const = default;
};

struct ArchivedRun
{
    ImportedRun run = {}; ///< but for its metrics and files
    std::vector<ArchivedSeries> series = {};
    std::vector<Artifact> artifacts = {};
};

/// By what a run of ours is known in other stores.
QString archiveSource(const Run &run);
ArchivedFile artifactFile(const Artifact &artifact);

Json manifestJson(const ArchiveManifest &manifest);
Json archivedFileJson(const ArchivedFile &file);
Json modelsJson(const std::vector<ImportedModel> &models);

// Whatever the bytes are, they give a value or an error; what lacks in a document takes its default. Errors:
// `bad_archive`, `archive_newer`.
Result<ArchiveManifest> parseManifest(const QByteArray &bytes);
Result<ArchivedRun> parseArchivedRun(const QByteArray &bytes);
Result<std::vector<ImportedModel>> parseModels(const QByteArray &bytes);

} // namespace assay::tracking
