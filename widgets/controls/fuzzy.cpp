// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/fuzzy.h"

namespace assay::ui {

std::optional<int> fuzzyScore(const QString &pattern, const QString &text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        const auto begins = [&](qsizetype i) { return i == 0 || !text[i - 1].isLetterOrNumber(); };
        const auto is = [&](qsizetype i) { return text[i].toCaseFolded() == wanted.toCaseFolded(); };
        qsizetype found = -1;
        if (at < text.size() && at == last + 1 && is(at))
            found = at;
        for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
            if (is(i) && begins(i))
                found = i;
        }
        if (found < 0)
            found = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        score += found == last + 1 ? 6 : 0;
        score += begins(found) ? 8 : 0;
        score -= static_cast<int>(std::min<qsizetype>(found - at, 4));
        last = found;
        at = found + 1;
    }
    return score - static_cast<int>(text.size() / 16);
}

} // namespace assay::ui
