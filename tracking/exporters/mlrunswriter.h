// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/importers/mlflowmodel.h"
#include "tracking/registry/registryrecords.h"
#include "tracking/runstore.h"

#include <set>

namespace assay::tracking {

/// Writes an `mlruns` folder that MLflow reads: one file a value.
class MlrunsWriter
{
public:
    /// @p folder: where it is written; @p place: where it will lie, which its addresses say.
    MlrunsWriter(RunStore &store, const QString &folder, const QString &place);

    /// To be called first.
    Result<void> readExperiments();
    Result<void> writeRun(const RunDetails &run, const Context &context);
    /// MLflow's first experiment, when no run is in it. After the runs.
    Result<void> writeFirstExperiment();
    /// The registered models that have a version of a run that was written.
    Result<void> writeModels();

    qint64 points() const { return m_points; }
    qint64 artifacts() const { return m_artifacts; }
    qint64 models() const { return m_models; }

private:
    Result<void> writeExperiment(const Experiment &experiment);
    Result<void> writeRunMeta(const RunDetails &run, const QString &folder, const QString &experiment);
    Result<void> writeSeries(const RunDetails &run, const QString &folder);
    Result<void> writeOwn(const RunDetails &run, const QString &folder, const QString &experiment,
                          const QString &experimentFolder, const Context &context);
    Result<void> writeFiles(const std::vector<Artifact> &artifacts, const QString &folder, const Context &context);
    Result<void> writeLoggedModel(const RunDetails &run, const MlflowModelParts &parts, const QString &experiment,
                                  const QString &experimentFolder, const Context &context);
    Result<void> writeOutput(const RunDetails &run, const MlflowModel &model, const QString &experimentFolder);
    Result<void> writeModelSeries(const RunDetails &run, const MlflowModelParts &parts, const QString &folder);
    Result<void> writeInputs(const RunDetails &run, const QString &folder, const QString &experimentFolder);
    Result<void> writeModel(const RegisteredModel &model, const std::vector<ModelVersion> &versions);
    Result<void> writeVersion(const ModelVersion &version, const QString &folder);
    QString folderOf(const Experiment &experiment) const;
    QString artifactPlace(const RunId &run) const;

    RunStore &m_store;
    QString m_folder, m_place;
    std::map<qint64, Experiment> m_experiments;
    std::set<qint64> m_written;                           ///< experiments
    std::map<QString, QString> m_runs;                    ///< id of the experiment by id of the run
    std::set<QString> m_standIns;                         ///< runs that only stand for a logged model
    std::set<std::pair<QString, QString>> m_loggedModels; ///< that were written: run and id
    std::map<QString, QString> m_modelNames;              ///< in the folder, by name in the store
    qint64 m_points = 0, m_artifacts = 0, m_models = 0;
};

} // namespace assay::tracking
