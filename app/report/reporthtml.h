// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportdata.h"

#include <QByteArray>

namespace assay::app {

/// The report as one HTML document in UTF-8: styles and pictures inline, nothing fetched, no script, under 2 MB
/// whatever the number of rows. Needs no display (QCoreApplication at most), may be called from any thread. Templates
/// lie in `:/report`.
QByteArray reportHtml(const ReportData &data);

} // namespace assay::app
