// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QString>

namespace assay::ui {

/// The failure's sentence in the language of the window where its code is known, else as it came.
QString errorText(const Error &error);
/// "loans.csv, line 7, column income"; empty when no place is known.
QString errorPlace(const Error &error);
/// What a person can do about it; empty when the sentence already says it.
QString errorAdvice(const Error &error);

} // namespace assay::ui
