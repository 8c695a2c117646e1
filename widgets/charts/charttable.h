// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

namespace assay::ui {

/// The table of @p spec, or one made from its series where it brings none: a row a category, else a row a point with
/// the series' name.
ChartTable dataTable(const ChartSpec &spec);

/// Comma-separated values by RFC 4180, UTF-8 without a mark.
QString toCsv(const ChartTable &table);

/// The longest title and summary as one text, for screen readers.
QString spokenText(const ChartSpec &spec);

} // namespace assay::ui
