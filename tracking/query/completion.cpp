// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/completion.h"

#include "tracking/query/spot.h"
#include "tracking/query/suggestions.h"

#include <algorithm>

namespace assay::tracking {

namespace {

using namespace query;

Result<Suggestions> suggestions(Connection &connection, const Spot &spot)
{
    const ValueType type = spot.key ? valueType(*spot.key) : ValueType::Mixed;
    switch (spot.what) {
    case Spot::AfterKey:
        return operatorSuggestions(type, false);
    case Spot::AfterNot:
        return operatorSuggestions(type, true);
    case Spot::AfterIs:
        return keywordSuggestions({"null", "not null"});
    case Spot::AfterIn:
        return keywordSuggestions({"("});
    case Spot::Value:
        return spot.key ? valueSuggestions(connection, *spot.key) : Suggestions();
    case Spot::AfterOperand:
        if (spot.typed.isEmpty())
            return keywordSuggestions({"and", "or"});
        break;
    case Spot::Operand:
        break;
    }
    auto list = keySuggestions(connection, spot.typed);
    if (!list)
        return list;
    const bool joins = spot.what == Spot::AfterOperand;
    const auto words = joins ? keywordSuggestions({"and", "or"}) : keywordSuggestions({"not"});
    list->insert(joins ? list->begin() : list->end(), words.begin(), words.end());
    return list;
}

/// 0: begins with what was typed, 1: its name does, 2: holds it, 3: has nothing of it.
int rank(const Suggestion &suggestion, const QString &typed)
{
    if (suggestion.text.startsWith(typed, Qt::CaseInsensitive) ||
        suggestion.whole.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (suggestion.plain.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    const bool holds =
        suggestion.text.contains(typed, Qt::CaseInsensitive) || suggestion.plain.contains(typed, Qt::CaseInsensitive);
    return holds ? 2 : 3;
}

QStringView groupOf(const Suggestion &suggestion)
{
    const qsizetype dot = suggestion.text.indexOf(u'.');
    return suggestion.kind == Completion::Key && dot > 0 ? QStringView(suggestion.text).left(dot) : QStringView();
}

/// Where nothing was typed, a store of many metrics would leave no room for anything else.
void thin(Suggestions &list, int limit)
{
    QHash<QString, int> taken;
    std::erase_if(list, [&](const Suggestion &one) {
        return one.kind == Completion::Key && ++taken[groupOf(one).toString()] > std::max(1, limit / 4);
    });
}

} // namespace

Result<std::vector<Completion>> completeQuery(const RunStore &store, const QString &text, int cursor, int limit)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    const Spot spot = spotAt(text, cursor);
    auto list = suggestions(**connection, spot);
    if (!list)
        return Failure(list.error());
    std::erase_if(*list, [&](const Suggestion &one) { return rank(one, spot.typed) > 2; });
    std::ranges::stable_sort(*list, {},
                             [&](const Suggestion &one) { return std::pair(rank(one, spot.typed), -one.runs); });
    if (spot.typed.isEmpty())
        thin(*list, limit);
    std::vector<Completion> completions;
    for (const Suggestion &one : *list) {
        if (static_cast<int>(completions.size()) >= limit)
            break;
        completions.push_back({.kind = one.kind,
                               .text = one.text,
                               .detail = one.detail,
                               .from = spot.place.from,
                               .length = spot.place.length});
    }
    return completions;
}

} // namespace assay::tracking
