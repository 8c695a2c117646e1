// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "tracking/records.h"

#include <QStringList>
#include <map>
#include <set>

namespace assay::tracking {

/// What MLflow would call the keys: each a path below a folder, none a folder of another. Keys it can have stay; longer
/// ones end in a digest.
std::map<QString, QString> mlrunsKeys(const QStringList &keys);

/// What MLflow would call the model and the folder of it: unlike all that are @p taken, which it is added to.
QString mlrunsModelName(const QString &model, std::set<QString> &taken);

/// What MLflow would call the alias of a model: unlike all that are @p taken, which it is added to.
QString mlrunsAlias(const QString &alias, std::set<QString> &taken);

/// What a description says for the place @p path. MLflow reads the `%41` of a plain path as a letter, and `?` and `#`
/// as ends of it: such a path becomes an address.
QString mlrunsAddress(const QString &path);

/// A point as a line of a metric's file, as Python reads it back: time in [ms], value, step.
QByteArray mlrunsPoint(const MetricPoint &point);

/// The bytes as the file @p path. Errors: `cannot_write`.
Result<void> writeWhole(const QString &path, const QByteArray &bytes);
/// One file a value in @p folder, called as its key is.
Result<void> writeKeys(const QString &folder, const std::map<QString, QString> &values);

} // namespace assay::tracking
