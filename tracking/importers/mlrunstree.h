// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlrunsrun.h"

namespace assay::tracking {

/// Where the experiments of @p path lie: itself, `mlruns` in it, or the one folder in it that holds experiments, or the
/// folder around it when it is an experiment itself. Empty: nowhere.
QString mlrunsRoot(const QString &path);

/// The experiments and runs of an `mlruns` folder; what its files hold is read only when a run is.
class MlrunsTree
{
public:
    /// @p only: of one experiment's folder; empty: all of @p root.
    MlrunsTree(const QString &root, const QString &only, const QString &artifactRoot);

    void list(Problems &problems);
    std::size_t size() const { return m_runs.size(); }
    /// Parents first.
    std::vector<std::size_t> order() const;
    QString source(std::size_t run) const { return mlflowSource(m_runs[run].run.id); }
    ImportedRun read(std::size_t run, Problems &problems);
    void tellMissing(Problems &problems) const { m_artifacts.tellMissing(problems); }

private:
    struct Listed
    {
        MlrunsRun run = {}; ///< or a logged model
        std::size_t experiment = 0;
        bool isModel = false;
    };

    void listIn(const QString &folder, bool deleted, Problems &problems);
    void listExperiment(const QString &folder, bool deleted, Problems &problems);
    void listModels(const QString &experimentFolder, Problems &problems);
    /// Each to the run that made it; what no run made stays for itself.
    void giveModels();
    void listRun(const QString &folder, const QString &experimentFolder, Problems &problems);

    QString m_root, m_only;
    MlflowArtifacts m_artifacts;
    std::vector<MlflowExperiment> m_experiments;
    std::vector<Listed> m_runs;
    std::vector<Listed> m_models; ///< of MLflow 3
};

} // namespace assay::tracking
