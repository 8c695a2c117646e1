// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace assay::ui {

/// How well @p pattern fits @p text when its letters occur there in order: larger is better, none when they do not.
/// Letters at the start of words and letters that follow each other count more; case and spaces do not.
std::optional<int> fuzzyScore(const QString &pattern, const QString &text);

} // namespace assay::ui
