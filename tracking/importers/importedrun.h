// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/importers/importedpoints.h"
#include "tracking/runstore.h"

namespace assay::tracking {

/// A file of another program that becomes an artifact: copied, never moved.
struct ImportedFile
{
    QString name = {}; ///< "plots/roc.png": relative, with `/`
    QString path = {}; ///< where it lies now
    QString kind = {}; ///< of the artifact; empty: guessed from the name

    bool operator==(const ImportedFile &) const = default;
};

/// A run of another program, complete, as it goes into the store.
struct ImportedRun
{
    QString source = {};       ///< "mlflow:3f9c…", "tensorboard:/logs/a": by it the run is known again
    RunId id = {};             ///< kept when it is 32 hexadecimal digits and free; otherwise a new one
    QString parentSource = {}; ///< of a run written before this one; empty: none
    QString experiment = {}, experimentSource = {};
    std::map<QString, QString> experimentTags = {};
    QString experimentNote = {};
    bool experimentDeleted = false; ///< at its source; only a new one is made deleted
    QString name = {};
    RunStatus status = RunStatus::Finished;
    QDateTime start = {}, end = {};
    QString model = {}, task = {}, note = {}, error = {};
    Params params = {};
    std::map<QString, QString> tags = {};
    std::map<QString, std::vector<MetricPoint>> metrics = {}; ///< in the order they were logged
    /// Points that a restart from an earlier step made obsolete, by the series they were in: kept in one of their own.
    std::map<QString, std::vector<MetricPoint>> superseded = {};
    std::shared_ptr<const PointSource> points = {}; ///< instead of metrics, where they may be very many
    std::vector<DatasetInput> inputs = {};
    std::vector<ImportedFile> files = {};
    Provenance provenance = {};
    bool deleted = false, archived = false, favourite = false;
    bool follows = false; ///< a later import brings along what its source changed of name, note, tags and deletion

    bool operator==(const ImportedRun &) const = default;
};

enum class Imported { New, Grown, Known };

/// Writes @p run in one transaction, artifacts before it. A run of the same source that the store has already gets what
/// it lacks (points beyond those it has, new parameters, tags, files, its end) and is otherwise left alone, deleted
/// ones too; of one that follows its source, what the source changed since comes along unless it was edited here, which
/// is added to @p kept. A run whose id the store has from elsewhere is the same run come back, and known. One that
/// still runs at its source belongs to no process of ours, so that nobody calls it crashed; a later import ends it.
/// Errors: `unreadable_file`, `bad_artifact_name`, `artifact_conflict`, `cancelled`, and those of the store; the run is
/// then not there at all.
Result<Imported> writeImported(RunStore &store, const ImportedRun &run, const Context &context = {},
                               QStringList *kept = nullptr);

/// The run of @p source, if the store has it.
Result<std::optional<RunId>> findImported(const RunStore &store, const QString &source);

} // namespace assay::tracking
