// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <QString>
#include <vector>

namespace assay::tracking {

/// A file found in a folder that is to become artifacts.
struct FoundFile
{
    QString name = {}; ///< below the folder, with `/`; checked
    QString path = {};
    qint64 bytes = 0;

    bool operator==(const FoundFile &) const = default;
};

/// The files in @p folder and below, sorted by name; empty folders are not files. A link is followed to a file that
/// lies in @p folder too and refused otherwise, as are pipes, sockets and devices. Errors: `unreadable_file`,
/// `bad_artifact_name`, `link_outside`, `cancelled`.
Result<std::vector<FoundFile>> scanFolder(const QString &folder, const Context &context);

} // namespace assay::tracking
