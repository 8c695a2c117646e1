// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/problem.h"

namespace assay::tracking::query {

struct Token
{
    enum Kind { Word, Text, Operator, Open, Close, Comma, Bang, End };
    Kind kind = End;
    QString text = {}; ///< without quotes
    Place place = {};
    /// The part of a word's text that was quoted, as in tags."my key"; −1: none.
    qsizetype quoteFrom = -1, quoteTo = -1;
    bool spaced = true; ///< white space before it

    bool is(Kind other, QStringView content) const
    {
        return kind == other && quoteFrom < 0 && text.compare(content, Qt::CaseInsensitive) == 0;
    }
    /// An unquoted word, whatever its case.
    bool isWord(QStringView word) const { return is(Word, word); }
};

/// Longest query that is read.
inline constexpr qsizetype longestQuery = 10'000;

/// All tokens of @p text, the last of them an End at its end.
Parsed<std::vector<Token>> tokens(const QString &text);

} // namespace assay::tracking::query
