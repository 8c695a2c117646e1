// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnchoice.h"
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/preprocessor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assay::engine {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The middle value, the mean of the two middle ones for an even count (numpy.median).
double median(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

// The smallest of the most frequent values.
double mostFrequent(std::vector<double> &values)
{
    std::ranges::sort(values);
    double best = values.front();
    std::size_t bestCount = 0;
    for (std::size_t i = 0; i < values.size();) {
        const auto end = static_cast<std::size_t>(std::ranges::upper_bound(values, values[i]) - values.begin());
        if (end - i > bestCount) {
            best = values[i];
            bestCount = end - i;
        }
        i = end;
    }
    return best;
}

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double fillValue(Impute impute, std::vector<double> present)
{
    if (impute == Impute::None)
        return nan;
    if (present.empty())
        return 0;
    switch (impute) {
    case Impute::Mean:
        return mean(present);
    case Impute::MostFrequent:
        return mostFrequent(present);
    default:
        return median(present);
    }
}

// Population standard deviation about @p centre by two passes; 1 where the values do not vary beyond rounding.
double spread(const std::vector<double> &values, double centre)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    const double sd = std::sqrt(sum / static_cast<double>(values.size()));
    return sd > 10 * std::numeric_limits<double>::epsilon() * std::abs(centre) ? sd : 1;
}

// Level numbers in the order in which they are kept: most frequent first, ties by name.
std::vector<std::size_t> byFrequency(const std::vector<std::size_t> &counts)
{
    std::vector<std::size_t> order;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] > 0)
            order.push_back(level);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    return order;
}

} // namespace

Result<Preprocessor> Preprocessor::fit(const Table &table, const Rows &rows, const std::vector<std::string> &features,
                                       const PreprocessOptions &options, const Context &context)
{
    Preprocessor fitted;
    fitted.m_options = options;
    std::vector<const Column *> columns;
    for (const std::string &name : table.columnNames()) {
        if (std::ranges::find(features, name) != features.end())
            columns.push_back(table.find(name));
    }
    for (const std::string &feature : features) {
        if (const auto found = table.require(feature); !found)
            return Failure(found.error());
    }
    for (const Column *column : columns) {
        if (auto reason = reasonToDrop(*column, rows, options)) {
            context.note(*reason);
            fitted.m_notes.push_back(std::move(*reason));
        } else if (column->storage() == Storage::Codes) {
            fitted.fitCategories(*column, rows);
        } else {
            fitted.fitNumeric(*column, rows);
        }
    }
    fitted.nameColumns();
    if (fitted.m_columns.empty())
        return failure(
            ErrorKind::BadInput, "no_features",
            "No column is left to learn from: {} of {} were left out as constant, empty or different in every row.",
            {std::to_string(fitted.m_notes.size()), std::to_string(features.size())});
    return fitted;
}

void Preprocessor::fitNumeric(const Column &column, const Rows &rows)
{
    std::vector<double> values;
    std::vector<double> present;
    values.reserve(rows.size());
    for (const Row row : rows) {
        values.push_back(numericCell(column, row));
        if (!std::isnan(values.back()))
            present.push_back(values.back());
    }
    Numeric numeric{.column = column.name(), .time = column.storage() == Storage::Times};
    numeric.indicator = m_options.missingIndicator && present.size() < values.size();
    numeric.fill = fillValue(m_options.impute, present);
    if (m_options.standardize && !present.empty()) {
        if (m_options.impute != Impute::None) {
            for (double &value : values)
                value = std::isnan(value) ? numeric.fill : value;
        } else {
            values = present;
        }
        numeric.mean = mean(values);
        numeric.scale = spread(values, numeric.mean);
    }
    m_numeric.push_back(std::move(numeric));
}

void Preprocessor::fitCategories(const Column &column, const Rows &rows)
{
    std::vector<std::size_t> counts(column.levels().size(), 0);
    bool anyMissing = false;
    for (const Row row : rows) {
        if (column.codes()[row] == Column::missingCode)
            anyMissing = true;
        else
            ++counts[column.codes()[row]];
    }
    Categories categories{.column = column.name(), .levels = {}, .rare = {}};
    for (const std::size_t level : byFrequency(counts)) {
        const bool rare = counts[level] < m_options.minLevelCount || categories.levels.size() >= m_options.maxLevels;
        (rare ? categories.rare : categories.levels).push_back(column.levels()[level]);
    }
    const auto addOnce = [&](const char *level) {
        if (std::ranges::find(categories.levels, level) == categories.levels.end())
            categories.levels.emplace_back(level);
    };
    if (anyMissing)
        addOnce(missingLevel);
    if (!categories.rare.empty())
        addOnce(otherLevel);
    std::ranges::sort(categories.levels);
    std::ranges::sort(categories.rare);
    m_categories.push_back(std::move(categories));
}

void Preprocessor::nameColumns()
{
    m_columns.clear();
    m_features.clear();
    for (const Numeric &numeric : m_numeric) {
        m_columns.push_back({.name = numeric.column, .feature = m_features.size()});
        if (numeric.indicator)
            m_columns.push_back({.name = numeric.column + "=" + missingLevel, .feature = m_features.size()});
        m_features.push_back(numeric.column);
    }
    for (const Categories &categories : m_categories) {
        for (const std::string &level : categories.levels)
            m_columns.push_back({.name = categories.column + "=" + level, .feature = m_features.size()});
        m_features.push_back(categories.column);
    }
}

} // namespace assay::engine
