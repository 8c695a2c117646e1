// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/resources.h"

#include <QtGlobal>

// The macro declares a function of the global namespace.
static void initAssayResources()
{
    Q_INIT_RESOURCE(assay);
}

namespace assay::ui {

void initResources()
{
    initAssayResources();
}

} // namespace assay::ui
