// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::tracking {

/// The run in the bytes of a `.wandb` file. Places that cannot be read become @p problems of the file @p path, the rest
/// is taken. Errors: `not_wandb`.
Result<ImportedRun> parseWandb(QByteArrayView bytes, const QString &path, std::vector<ImportProblem> &problems);
/// The same of the file @p path, of which only a piece is in memory at a time, and none of its points: they are read
/// again when they are wanted. Errors: also `unreadable_file`.
Result<ImportedRun> openWandb(const QString &path, std::vector<ImportProblem> &problems);

} // namespace assay::tracking
