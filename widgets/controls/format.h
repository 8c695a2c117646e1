// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace assay::ui {

/// A number for a table: about @p significant digits, thousands apart, in the user's locale; "–" where there is none.
QString numberText(double value, int significant = 4);
QString numberText(const std::optional<double> &value, int significant = 4);
QString countText(qint64 count);
/// "5.8 %", "< 0.1 %", "0 %".
QString shareText(double share);
/// One command line that a shell reads back as @p arguments.
QString commandLine(const QStringList &arguments);
/// The lines of @p command with `--store` where the command line would open another store than @p store by itself.
QString commandOnStore(const QString &command, const QString &store);

} // namespace assay::ui
