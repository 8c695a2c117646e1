// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/unknownkeys.h"

#include "tracking/query/metrickey.h"
#include "tracking/query/parser.h"

namespace assay::tracking {

namespace {

using query::Expression;
using query::Key;

void collect(const Expression &expression, std::vector<Key> &keys)
{
    if (expression.kind == Expression::Compare)
        keys.push_back(expression.comparison.key);
    for (const Expression &part : expression.parts)
        collect(part, keys);
}

bool isKnown(const Key &key, const QStringList &known)
{
    // "loss.min" may be the minimum of `loss`.
    const qsizetype dot = key.name.lastIndexOf(u'.');
    const bool summary = dot > 0 && query::summaryColumn(QStringView(key.name).sliced(dot + 1));
    return known.contains(key.name) || (key.kind == Key::Metric && summary && known.contains(key.name.left(dot)));
}

} // namespace

QStringList unknownKeys(const RunStore &store, const QString &filter)
{
    const auto expression = query::parse(filter);
    std::vector<Key> keys;
    if (expression)
        collect(*expression, keys);
    QStringList unknown;
    for (const Key &key : keys) {
        if (key.kind != Key::Metric && key.kind != Key::Param && key.kind != Key::Tag)
            continue;
        const auto known = key.kind == Key::Metric  ? store.metricKeys()
                           : key.kind == Key::Param ? store.paramKeys()
                                                    : store.tagKeys();
        if (known && !isKnown(key, *known))
            unknown << query::print(key);
    }
    unknown.removeDuplicates();
    return unknown;
}

} // namespace assay::tracking
