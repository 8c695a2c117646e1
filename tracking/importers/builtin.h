// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::tracking {

// One a file of this folder; builtin.cpp lists them.
ImporterInfo mlflowDbInfo();
ImporterInfo mlrunsInfo();
ImporterInfo archiveImporter();
ImporterInfo csvLogImporter();
ImporterInfo tensorBoardImporter();
ImporterInfo trackioImporter();
ImporterInfo wandbImporter();

} // namespace assay::tracking
