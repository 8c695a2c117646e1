// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// Something that could not be taken over, and where it lies.
struct ImportProblem
{
    QString path = {};
    qint64 offset = -1; ///< [bytes] into the file; −1: the file as a whole
    QString what = {};  ///< a sentence
    bool fatal = false; ///< a whole run is left out, not only a record

    bool operator==(const ImportProblem &) const = default;
};

/// A run as a dry run lists it.
struct ImportPlanRun
{
    QString source = {}, name = {}, experiment = {};
    RunStatus status = RunStatus::Finished;
    QDateTime start = {};
    qint64 points = 0, params = 0, tags = 0, files = 0, fileBytes = 0;
    bool known = false;   ///< in the store already
    bool deleted = false; ///< at its source

    bool operator==(const ImportPlanRun &) const = default;
};

/// What an import would do or did.
struct ImportReport
{
    QString format = {}; ///< id of the importer
    QString path = {};
    std::vector<ImportPlanRun> runs = {};
    qint64 models = 0, modelVersions = 0;   ///< of the registry
    qint64 modelChanges = 0;                ///< of models known already: aliases, stages, notes, tags
    qint64 added = 0, grown = 0, known = 0; ///< runs, once it was done
    std::vector<ImportProblem> problems = {};

    bool operator==(const ImportReport &) const = default;
};

struct ImportOptions
{
    bool dryRun = false;
    QString experiment = {};   ///< instead of the source's own
    QString artifactRoot = {}; ///< where the artifacts of `mlflow-artifacts:` addresses lie
    bool joinTrials = true;    ///< TensorBoard: hyperparameters in a time-stamped folder go to the run above it
    QStringList sources = {};  ///< only these runs; empty: all
};

/// One kind of thing runs can be taken over from. Reading never changes it, and a second import of the same adds only
/// what is new. What cannot be read is a problem of the report; errors are for paths that hold nothing of the kind.
struct ImporterInfo
{
    const char *id = "";    ///< "mlflow-db", "mlruns", "tensorboard", "csv-log", "assay-archive", …
    const char *label = ""; ///< "MLflow database"
    /// Whether @p path looks like one, by content.
    bool (*recognises)(const QString &path) = nullptr;
    Result<ImportReport> (*import)(RunStore &store, const QString &path, const ImportOptions &options,
                                   const Context &context) = nullptr;
};

/// In the order they are asked.
const std::vector<ImporterInfo> &importers();

/// With the importer that recognises @p path, or the one called @p format. Errors: `unknown_format` lists what there
/// is; `nothing_to_import`.
Result<ImportReport> importRuns(RunStore &store, const QString &path, const ImportOptions &options,
                                const Context &context, const QString &format = {});

} // namespace assay::tracking
