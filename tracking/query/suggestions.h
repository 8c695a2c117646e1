// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/query/completion.h"
#include "tracking/query/spot.h"

namespace assay::tracking::query {

/// Something to write, and how many runs speak for it.
struct Suggestion
{
    Completion::Kind kind = Completion::Keyword;
    QString text = {};
    QString whole = {}; ///< a key without quotes
    QString plain = {}; ///< the name or value alone
    QString detail = {};
    qint64 runs = 0;
};
using Suggestions = std::vector<Suggestion>;

/// Keys of facts whose name may hold @p typed, and all attributes.
Result<Suggestions> keySuggestions(Connection &connection, const QString &typed);
/// Values of @p key that runs have, most frequent first.
Result<Suggestions> valueSuggestions(Connection &connection, const Key &key);
Suggestions operatorSuggestions(ValueType type, bool negated);
Suggestions keywordSuggestions(std::initializer_list<const char *> words);

} // namespace assay::tracking::query
