// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/reader.h"

#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

struct ValueCount
{
    std::string value;
    std::size_t count = 0;

    bool operator==(const ValueCount &) const = default;
};

/// Counts between edges [count + 1] for numbers and times; one count a value (`labels`) for the rest. The last bin is
/// closed.
struct Histogram
{
    std::vector<double> edges; ///< empty for categories; microseconds for times
    std::vector<std::string> labels;
    std::vector<std::size_t> counts;

    bool operator==(const Histogram &) const = default;
};

struct ColumnProfile
{
    std::string name;
    Kind kind = Kind::Real;
    std::size_t missing = 0;
    std::size_t distinct = 0;
    /// Of numeric columns: `std` with n − 1, quantiles linear (type 7).
    std::optional<double> min, max, mean, std, q25, median, q75;
    std::string minText, maxText; ///< of any column, as a person reads them
    std::vector<ValueCount> top;  ///< at most 10, most frequent first, ties by value
    Histogram histogram;          ///< at most 40 bins, or the 20 most frequent levels and "(other)"

    bool operator==(const ColumnProfile &) const = default;
};

struct DataWarning
{
    std::string code; ///< constant, id_like, high_cardinality, mostly_missing, leaks_target, imbalanced_target,
                      ///< duplicate_rows, mixed_types, outliers
    std::string column;
    std::string message;

    bool operator==(const DataWarning &) const = default;
};

struct Profile
{
    std::size_t rows = 0;
    std::vector<ColumnProfile> columns;
    std::size_t duplicateRows = 0;
    std::vector<DataWarning> warnings;
    std::string suggestedTarget; ///< empty when no column looks like one

    bool operator==(const Profile &) const = default;
};

/// @p target, when not empty, must be a column: leakage and imbalance are judged against it.
Result<Profile> profile(const Table &table, const std::string &target = {}, const Context &context = {});

/// The document of `assay profile`.
Json profileJson(const std::string &file, const ReadResult &read, const Profile &profile);

} // namespace assay::engine
