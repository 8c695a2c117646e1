// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlflowmodel.h"
#include "tracking/importers/yaml.h"

namespace assay::tracking {

// Files of an `mlruns` folder. Links are never followed: such a folder may come from anybody.

using Problems = std::vector<ImportProblem>;

/// All of the file; nothing, and a problem, when it cannot be read or is longer than a value can be.
std::optional<QByteArray> readSmallFile(const QString &path, Problems &problems);

/// The `meta.yaml` in @p folder; nothing, and a problem with the byte where it stopped, when it is not there, cannot be
/// read or is no map. @p fatal: what is told to be left out is a run.
std::optional<YamlNode> readMeta(const QString &folder, bool fatal, Problems &problems);

/// The files in @p folder and below, by their names there: `/` in a key became a folder.
std::map<QString, QString> keyFiles(const QString &folder);
/// The same with what is in them, to the last byte.
std::map<QString, QString> readKeys(const QString &folder, Problems &problems);

/// The folders in @p folder, sorted by name.
QStringList foldersIn(const QString &folder);

/// The points of a metric file, in the order they were logged.
/// A line that cannot be read is left out and told with its place; one without its end was being written.
std::vector<MetricPoint> readMetricFile(const QString &path, Problems &problems);
/// The same of a logged model, whose points each tell the run that measured them, and on which data.
std::vector<MlflowModelSeries> readModelMetricFile(const QString &key, const QString &path, Problems &problems);

} // namespace assay::tracking
