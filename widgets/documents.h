// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/documenttabs.h"

/// What the documents of a store are known by: those that can be opened again from the store alone.
namespace assay::ui::documents {

Document start();
Document runs();
Document run(const tracking::RunId &run);
Document compare(const std::vector<tracking::RunId> &runs);
Document report(const std::vector<tracking::RunId> &runs);
Document metrics(const std::vector<tracking::RunId> &runs);
Document registry();
Document explore(const tracking::RunQuery &query);

} // namespace assay::ui::documents
