// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/modelparam.h"

namespace assay::tracking::query {

namespace {

const QString modelName = QStringLiteral("model");

} // namespace

bool isModelParam(const QString &name)
{
    return name == modelName;
}

Sql hasModelOnly()
{
    return {.text = "(r.model <> '' AND r.id NOT IN (SELECT run FROM params WHERE key = " + keyOf + "))",
            .values = {modelName}};
}

Sql modelParam()
{
    return {.text = "ifnull((SELECT text FROM params WHERE run = r.id AND key = " + keyOf + "), nullif(r.model, ''))",
            .values = {modelName}};
}

} // namespace assay::tracking::query
