// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/attribution.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// The explained rows, with what they hold in the features that matter most: to choose one from.
class AttributionRowsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { RowNumber, FirstFeature };

    using GridModel::GridModel;
    void setAttribution(const engine::Attribution &attribution, int features = 6);
};

} // namespace assay::ui
