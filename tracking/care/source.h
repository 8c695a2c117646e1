// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/finding.h"
#include "tracking/care/pages/rebuild.h"
#include "tracking/database.h"

#include <QTemporaryDir>

namespace assay::tracking {

/// A store that is looked at without being changed, whatever its state.
struct Source
{
    std::unique_ptr<QTemporaryDir> folder = {}; ///< of the copy, where it is one
    std::unique_ptr<Database> database = {};
    int version = 0;
    std::optional<Error> missing = {}; ///< of its file, which is read as far as it goes
    Rebuilt rebuilt = {};              ///< where its list of tables was destroyed
};

/// Errors: `store_missing`, `store_not_sqlite`, `store_not_assay`, `store_newer`; `store_damaged` when not even its
/// list of tables can be read.
Result<Source> openSource(const QString &path);

/// The same; where the list of tables cannot be read, of a copy in @p folder whose list was made anew from its pages.
/// Errors: those of openSource(); `store_damaged` only when no table was found; `store_full`, `cancelled`.
Result<Source> openWhatIsLeft(const QString &path, const QString &folder, const Context &context);

/// A folder of its own within @p folder, which is made where it is not there. Errors: `store_full`.
Result<std::unique_ptr<QTemporaryDir>> salvageFolder(const QString &folder);

/// The different artifacts that runs and model versions refer to.
Result<std::vector<Artifact>> referredArtifacts(Connection &connection, int version);

/// Whether a run or a model version refers to those bytes now. An answer that cannot be had counts as yes.
bool isReferred(Connection &connection, int version, const QString &sha256);

} // namespace assay::tracking
