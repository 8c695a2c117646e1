// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay::ui {

/// A problem of an import in the language of the window where its sentence is known, else as it came. Problems carry no
/// codes: they are known by their words, and the values in them are put into the translation.
QString importProblemText(const QString &what);

} // namespace assay::ui
