// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/metrickey.h"

namespace assay::tracking::query {

const char *summaryColumn(QStringView word)
{
    for (const char *column : {"min", "max", "last", "count"})
        if (word == QLatin1String(column))
            return column;
    return word == u"step" ? "last_step" : nullptr;
}

Result<MetricKey> metricKey(Connection &connection, const QString &name)
{
    MetricKey key{.name = name};
    const qsizetype dot = name.lastIndexOf(u'.');
    const char *column = dot > 0 ? summaryColumn(QStringView(name).mid(dot + 1)) : nullptr;
    if (!column)
        return key;
    auto literal = connection.value(
        "SELECT EXISTS (SELECT 1 FROM metrics WHERE key = (SELECT id FROM keys WHERE name = ?))", {name});
    if (!literal)
        return Failure(literal.error());
    if (literal->value_or(0).toBool())
        return key;
    return MetricKey{.name = name.left(dot), .column = column};
}

} // namespace assay::tracking::query
