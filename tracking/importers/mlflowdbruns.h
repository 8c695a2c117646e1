// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlflowartifacts.h"
#include "tracking/importers/mlflowdatabase.h"
#include "tracking/importers/mlflowfacts.h"
#include "tracking/importers/mlflowmodel.h"

#include <QHash>

namespace assay::tracking {

/// The runs of an MLflow database: all of them in outline, one after the other whole.
class MlflowDbRuns
{
public:
    MlflowDbRuns(const MlflowDatabase &database, MlflowArtifacts artifacts);

    Result<void> list();
    std::size_t size() const { return m_runs.size(); }
    /// Parents first.
    std::vector<std::size_t> order() const;
    const QString &source(std::size_t run) const { return m_runs[run].run.source; }
    /// What the lists of runs and tags tell, and its files, without parameters and points.
    ImportedRun outline(std::size_t run, std::vector<ImportProblem> &problems);
    /// What a dry run shows of parameters and points.
    void count(std::size_t run, ImportPlanRun &plan) const;
    Result<ImportedRun> read(ImportedRun outline) const;
    void tellMissing(std::vector<ImportProblem> &problems) const;

private:
    struct Listed
    {
        ImportedRun run = {};
        QString experiment = {}, artifacts = {};
        qint64 points = 0, params = 0;
    };
    struct LoggedModel
    {
        MlflowModel model = {};
        QString experiment = {}, location = {};
        qint64 points = 0, params = 0;
    };

    Result<void> listExperiments();
    Result<void> listRuns();
    Result<void> listFacts();
    Result<void> listLoggedModels();
    Result<void> countLoggedModels();
    void giveLoggedModels();
    void placeIn(Listed &listed) const;
    Result<void> readLoggedModel(ImportedRun &run, MlflowModel model) const;
    void addLoggedModels(ImportedRun &run, std::vector<ImportProblem> &problems);
    Result<void> readPoints(ImportedRun &run) const;
    Result<void> readInputs(ImportedRun &run) const;
    Listed *find(const QString &id);

    const MlflowDatabase &m_database;
    MlflowArtifacts m_artifacts;
    std::map<QString, MlflowExperiment> m_experiments;
    std::vector<Listed> m_runs;
    QHash<QString, std::size_t> m_positions;
    std::map<QString, LoggedModel> m_models;      ///< of MLflow 3, by id
    QStringList m_oddModels;                      ///< ids that MLflow never gave
    std::map<QString, QStringList> m_modelsOfRun; ///< the run that made them, or that stands for one
};

} // namespace assay::tracking
