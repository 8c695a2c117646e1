// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay::ui {

/// Makes the files of resources/assay.qrc known (`:/icons`, `:/styles`, `:/report`, `:/samples`). A static library does
/// not do so by itself. May be called twice.
void initResources();

} // namespace assay::ui
