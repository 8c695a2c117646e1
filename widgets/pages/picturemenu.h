// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <functional>

class QMenu;
class QWidget;

namespace assay::ui {

/// Gives a painted widget the menu that charts have, on the right mouse button: its picture copied or saved as PNG, SVG
/// or PDF, its numbers copied or saved as CSV.
QMenu *addPictureMenu(QWidget *widget, const QString &fileName, std::function<ChartTable()> table);

} // namespace assay::ui
