// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"

#include <QString>
#include <map>
#include <vector>

namespace assay::tracking {

// Members of a JSON object that somebody else wrote: a default where they are missing or of another type.

const Json &member(const Json &object, const char *key);
QString textOf(const Json &object, const char *key);
qint64 integerOf(const Json &object, const char *key);
bool flagOf(const Json &object, const char *key);
std::map<QString, QString> textsOf(const Json &object, const char *key);

} // namespace assay::tracking
