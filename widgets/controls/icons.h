// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace assay::ui {

/// `:/icons/NAME.svg`, one-coloured, drawn in the text colour of the palette at the time of drawing, so that it follows
/// the theme.
QIcon icon(const QString &name);
/// The same in a colour of its own.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, double ratio = 1);

} // namespace assay::ui
