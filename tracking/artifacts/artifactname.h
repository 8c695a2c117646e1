// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QString>

namespace assay::tracking {

/// The name of an artifact as it is kept: a relative path with `/`, in Unicode's composed form (NFC), that names a file
/// below the folder it is saved to on any system. Refused are absolute paths, `\:<>"|?*`, empty, `.` and `..` parts,
/// parts that end in a dot or space or that are device names of Windows, control characters, marks that turn the
/// direction of writing, and parts over 255 or names over 1024 bytes. Errors: `bad_artifact_name`.
Result<QString> checkedName(const QString &name);

/// A name of another program with `%3A` for `:`, and so on for `<>"|?*`, so that it names a file on any system.
QString portableName(const QString &name);

/// "image", "table", "json", "text", "model" or "file", by the end of the name: what it can be looked at as.
QString guessedKind(const QString &name);

/// Whether training gives a run a file of that name, from which others of its results are made.
bool isFromTraining(const QString &name);

} // namespace assay::tracking
