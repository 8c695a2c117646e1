// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::tracking {

/// A series of a logged model: MLflow tells for each point which run measured it and on which data.
struct MlflowModelSeries
{
    QString key = {}, run = {}, dataset = {}, digest = {};
    std::vector<MetricPoint> points = {};

    bool operator==(const MlflowModelSeries &) const = default;
};

/// A model as MLflow 3 logs it: beside the runs, with parameters, tags and metrics of its own.
struct MlflowModel
{
    QString id = {};  ///< "m-…"
    QString run = {}; ///< that made it; empty for none
    QString name = {}, type = {}, message = {};
    qint64 status = 2;               ///< 1 pending, 2 ready, 3 failed
    qint64 created = 0, updated = 0; ///< [ms] since 1970
    qint64 step = 0;                 ///< of the run that made it
    bool deleted = false;
    std::map<QString, QString> params = {}, tags = {};
    std::vector<MlflowModelSeries> series = {};

    bool operator==(const MlflowModel &) const = default;
};

/// What the tags of a run that tell of a logged model begin with; the model's id follows.
extern const QString mlflowModelTag;

/// Whether @p id is one that MLflow gives a logged model: "m-…". It becomes a part of paths, and may come from
/// anywhere.
bool isMlflowModelId(const QString &id);

/// "models/m-1/": what all of a model's names in a run begin with, those of its files too.
QString mlflowModelPrefix(const QString &id);

/// Adds all of @p model to the run that made it: parameters, tags and metrics under its prefix, so that they can be
/// asked for as any others can, and what has no place of its own as JSON in the tag `mlflow.loggedModel.ID`.
void addModel(ImportedRun &run, const MlflowModel &model);

/// A run that stands for a model that no run made.
ImportedRun runOfModel(const MlflowModel &model);

/// What a run has of a logged model, back from it.
struct MlflowModelParts
{
    MlflowModel model = {};               ///< its series without points
    QStringList seriesHere = {};          ///< their keys in the run, in the same order
    std::vector<Artifact> artifacts = {}; ///< called as they are in the model's own folder
};

/// Takes the logged models out of @p run; what stays is the run's own.
std::vector<MlflowModelParts> takeLoggedModels(RunDetails &run);

/// Whether the run only stands for a model that no run made.
bool standsForModel(const Run &run);

} // namespace assay::tracking
