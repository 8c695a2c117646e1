// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartscene.h"

class QFont;
class QPainter;
class QPen;

namespace assay::ui {

/// The colour of @p ink with its transparency.
QColor paintColor(const Ink &ink, bool dark);
QPen shapePen(const SceneShape &shape, bool dark);

/// Paints one shape of a scene as the document writer would write it; @p font gives the family.
void paintShape(QPainter &painter, const SceneShape &shape, const QFont &font, bool dark);

} // namespace assay::ui
