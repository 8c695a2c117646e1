// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/runstore.h"

namespace assay::tracking {

/// What an export wrote.
struct ExportReport
{
    QString format = {}; ///< id of the exporter
    QString path = {};
    qint64 runs = 0, points = 0, artifacts = 0, models = 0;
    qint64 bytes = 0; ///< of the file or of all files

    bool operator==(const ExportReport &) const = default;
};

/// One way runs can leave. Writes below @p folder, which is empty, and counts in @p report.
struct ExporterInfo
{
    const char *id = "";    ///< "assay", "csv", "json", "mlruns"
    const char *label = ""; ///< "Assay archive"
    Result<void> (*write)(RunStore &store, const std::vector<RunId> &runs, const QString &folder,
                          const Context &context, ExportReport &report) = nullptr;
};

/// The first is the default.
const std::vector<ExporterInfo> &exporters();

/// Writes @p runs to @p path: a file when it ends in `.zip`, otherwise a folder; whole or not at all. Nothing that is
/// there is replaced. Errors: `unknown_format`, `nothing_to_export`, `target_exists`, `cannot_write`, `cancelled`,
/// `artifact_damaged`, and those of the store.
Result<ExportReport> exportRuns(RunStore &store, const std::vector<RunId> &runs, const QString &path,
                                const QString &format, const Context &context);

} // namespace assay::tracking
