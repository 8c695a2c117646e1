// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

Json toJson(const Justification &justification);
Justification justificationFromJson(const Json &json);

/// What an event keeps beside its columns, as the store has it.
QString detailOf(const RegistryEvent &event);
/// Fills what detailOf() wrote; anything else is left as it is.
void readDetail(const QString &detail, RegistryEvent &event);

} // namespace assay::tracking
