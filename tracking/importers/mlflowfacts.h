// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::tracking {

// What an MLflow database and an MLflow folder mean by the same words.

/// "mlflow:3f9c…": an MLflow run wherever it is kept, so that one that moved from a folder to a database is known.
QString mlflowSource(const QString &runId);
/// By name or number. KILLED is cancelled; RUNNING and SCHEDULED still run at their source.
RunStatus mlflowStatus(const QString &status);
QDateTime mlflowTime(qint64 milliseconds);
/// [µs] of [ms]; times no clock can show are cut to what the store can keep.
qint64 mlflowPointTime(qint64 milliseconds);

/// What a database means by a number: NaN lies beside a zero, and infinities as the largest number.
double mlflowValue(double value, bool isNan);

struct MlflowExperiment
{
    QString id = {}, name = {};
    qint64 created = 0; ///< [ms] since 1970; 0: not told
    bool deleted = false;
    std::map<QString, QString> tags = {};
};

/// The experiment that @p run goes to. Ids such as `1` are the same in every database; with the time they are not.
void setExperiment(ImportedRun &run, const MlflowExperiment &experiment);

/// Name, note, parent, user and code as the tags tell them; the tags stay too, all of them.
void takeFromTags(ImportedRun &run);

struct MlflowDataset
{
    QString name = {}, digest = {}, sourceType = {}, source = {}, schema = {}, profile = {};
    std::map<QString, QString> tags = {}; ///< of the use: `mlflow.data.context` is the role
};

/// What has no place of its own is kept in `readOptions`, under `mlflow`.
DatasetInput datasetInput(const MlflowDataset &dataset);
/// Back from it; without what is not there.
MlflowDataset mlflowDataset(const DatasetInput &input);

/// The numbers of @p parents in an order in which each comes after the one it names; rings are cut.
std::vector<std::size_t> parentsFirst(const QStringList &ids, const QStringList &parents);

} // namespace assay::tracking
