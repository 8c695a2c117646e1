// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/registry/registryrecords.h"

#include <string>
#include <vector>

namespace assay::app {

/// `{"name","note","created","updated","versions","latest","aliases":{},"tags":{}}`.
Json modelDocument(const tracking::RegisteredModel &model);
/// `{"model","version","run_id","run_name","artifact","sha256","bytes","stage","aliases":[],"note","created","updated",
/// "tags":{}}`.
Json versionDocument(const tracking::ModelVersion &version);
/// With "metrics" of the run and "inputs", the data it learned from.
Json lineageDocument(const tracking::Lineage &lineage);
Json eventDocument(const tracking::RegistryEvent &event);
Json justificationDocument(const tracking::Justification &justification);

std::string modelsText(const std::vector<tracking::RegisteredModel> &models);
std::string modelText(const tracking::RegisteredModel &model, const std::vector<tracking::Lineage> &versions);
std::string historyText(const std::vector<tracking::RegistryEvent> &events);
/// The verdict, its figures and its caveats, in lines.
std::string justificationText(const tracking::Justification &justification);

} // namespace assay::app
