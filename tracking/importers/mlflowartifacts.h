// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::tracking {

/// Finds the files of MLflow runs again: addresses are absolute and written by another machine, another folder or a
/// server, while the files lie beside what is taken over. Nothing is fetched from anywhere.
class MlflowArtifacts
{
public:
    /// @p folder: that the database or `mlruns` lies in; @p root: given by the user, may be empty.
    MlflowArtifacts(const QString &folder, const QString &root);

    /// Adds the files at @p uri to @p run, their names below @p prefix. @p inside: what the end of the address must be,
    /// "EXPERIMENT/RUN/artifacts"; an address that ends otherwise is not MLflow's and is not opened. What is not here
    /// becomes a tag of the run that says where it is.
    void add(ImportedRun &run, const QString &uri, const QString &inside, const QString &prefix,
             std::vector<ImportProblem> &problems);
    /// One problem for all whose files were not found.
    void tellMissing(std::vector<ImportProblem> &problems) const;

private:
    QString find(const QString &uri, const QString &inside) const;

    QStringList m_roots;
    QString m_root;
    qint64 m_missing = 0;
    QString m_example;
};

/// The files in @p folder and below as artifacts, named below @p prefix. What cannot be one is a problem.
std::vector<ImportedFile> artifactFiles(const QString &folder, const QString &prefix,
                                        std::vector<ImportProblem> &problems);

} // namespace assay::tracking
