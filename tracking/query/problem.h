// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/completion.h"

#include <QStringList>
#include <string_view>

namespace assay::tracking::query {

template<class T>
using Parsed = tl::expected<T, QueryProblem>;
using Unparsed = tl::unexpected<QueryProblem>;

/// Where in a query something stands. All places are equal: what is written twice is the same wherever it stands.
struct Place
{
    int from = 0, length = 0;

    bool operator==(const Place &) const { return true; }
    /// From the beginning of this to the end of @p other.
    Place to(const Place &other) const { return {.from = from, .length = other.from + other.length - from}; }
};

/// "Column 5: " and @p sentence; each `{}` takes the next argument.
QueryProblem problem(const Place &place, std::string_view sentence, std::vector<std::string> arguments = {});

/// Of @p known the one that @p word may have been meant to be; empty when none is near.
QString nearest(const QString &word, const QStringList &known);

} // namespace assay::tracking::query
