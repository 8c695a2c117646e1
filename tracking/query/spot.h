// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/keys.h"

namespace assay::tracking::query {

/// What may stand at a place of a query, told from what stands before it.
struct Spot
{
    enum What { Operand, AfterKey, AfterNot, AfterIs, AfterIn, Value, AfterOperand };
    What what = Operand;
    std::optional<Key> key = {}; ///< that is compared
    QString typed = {};          ///< of what stands here, without its opening quote
    Place place = {};            ///< of what is to be replaced
};

/// @p cursor: characters before it.
Spot spotAt(const QString &text, int cursor);

} // namespace assay::tracking::query
