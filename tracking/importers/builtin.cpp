// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"

namespace assay::tracking {

const std::vector<ImporterInfo> &importers()
{
    static const std::vector<ImporterInfo> all = {
        mlflowDbInfo(),  mlrunsInfo(),      archiveImporter(), tensorBoardImporter(),
        wandbImporter(), trackioImporter(), csvLogImporter(),
    };
    return all;
}

} // namespace assay::tracking
