// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/builtin.h"

namespace assay::tracking {

const std::vector<ExporterInfo> &exporters()
{
    static const std::vector<ExporterInfo> all = {archiveExporter(), csvExporter(), jsonExporter(), mlrunsExporter()};
    return all;
}

} // namespace assay::tracking
