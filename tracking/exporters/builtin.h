// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/exporters/exporter.h"

namespace assay::tracking {

// One a file of this folder; builtin.cpp lists them.
ExporterInfo archiveExporter();
ExporterInfo csvExporter();
ExporterInfo jsonExporter();
ExporterInfo mlrunsExporter();

} // namespace assay::tracking
