// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/problem.h"

#include <algorithm>
#include <numeric>

namespace assay::tracking::query {

namespace {

/// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
int distance(const QString &a, const QString &b)
{
    const int width = static_cast<int>(b.size()) + 1;
    std::vector<int> before(static_cast<std::size_t>(width)), last(before), now(before);
    std::iota(last.begin(), last.end(), 0);
    for (int i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (int j = 1; j < width; ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool same = a[i - 1] == b[j - 1];
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        before = last;
        last = now;
    }
    return last.back();
}

} // namespace

QueryProblem problem(const Place &place, std::string_view sentence, std::vector<std::string> arguments)
{
    const std::string column = std::to_string(place.from + 1);
    arguments.insert(arguments.begin(), column);
    Failure made = failure(ErrorKind::Usage, "bad_query", "Column {}: " + std::string(sentence), std::move(arguments));
    made.value().column = column;
    return {.error = made.value(), .from = place.from, .length = place.length};
}

QString nearest(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 40;
    if (word.size() > longest)
        return {};
    const QString folded = word.toLower();
    QString best;
    int least = folded.size() < 5 ? 2 : 3; // more than so many would be another word
    for (const QString &candidate : known) {
        const int far = distance(folded, candidate.toLower());
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace assay::tracking::query
