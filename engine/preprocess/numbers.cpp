// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/columnprofile.h"
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/numberscale.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace assay::engine {

namespace {

/// Values beyond these are outliers.
struct Fences
{
    double low = 0, high = 0;

    bool excludes(double value) const { return value < low || value > high; }
};

/// Numbers and times: filled, scaled, with columns of 0 and 1 beside them for gaps and outliers where asked for.
class Numbers : public Encoding
{
public:
    Numbers(const std::string &column, bool time, NumberScale scale, bool indicator, std::optional<Fences> fences)
        : Encoding(column)
        , m_scale(std::move(scale))
        , m_time(time)
        , m_indicator(indicator)
        , m_fences(fences)
    {
    }

    std::vector<std::string> names() const override;
    Result<Filler> bind(const Column &column) const override;
    Json toJson() const override;
    double unit(std::size_t which) const override { return which == 0 ? m_scale.unit() : 1; }

private:
    void write(double value, double *cell) const
    {
        *cell++ = m_scale(value);
        if (m_indicator)
            *cell++ = std::isnan(value) ? 1 : 0;
        if (m_fences)
            *cell = m_fences->excludes(value) ? 1 : 0;
    }

    NumberScale m_scale;
    bool m_time;
    bool m_indicator;
    std::optional<Fences> m_fences;
};

std::vector<std::string> Numbers::names() const
{
    std::vector<std::string> names{column()};
    if (m_indicator)
        names.push_back(column() + "=" + missingLevel);
    if (m_fences)
        names.push_back(column() + "=" + outlierFlag);
    return names;
}

Result<Filler> Numbers::bind(const Column &source) const
{
    if (auto checked = checkNumeric(source, m_time); !checked)
        return Failure(checked.error());
    if (source.isNumeric())
        return Filler([this, numbers = source.numbers()](std::span<const Row> rows, double *cell, Eigen::Index stride) {
            for (const Row row : rows) {
                write(numbers[row], cell);
                cell += stride;
            }
        });
    return Filler([this, &source](std::span<const Row> rows, double *cell, Eigen::Index stride) {
        for (const Row row : rows) {
            write(numericCell(source, row), cell);
            cell += stride;
        }
    });
}

Json Numbers::toJson() const
{
    Json json{{"column", column()}, {"time", m_time}};
    m_scale.save(json);
    json["indicator"] = m_indicator;
    if (m_fences)
        json["fences"] = {jsonNumber(m_fences->low), jsonNumber(m_fences->high)};
    return json;
}

// Tukey's fences, where any value lies beyond them.
std::optional<Fences> fencesOf(const std::vector<double> &values)
{
    std::vector<double> sorted;
    std::ranges::copy_if(values, std::back_inserter(sorted), [](double value) { return !std::isnan(value); });
    if (sorted.empty())
        return std::nullopt;
    std::ranges::sort(sorted);
    const double first = quantile(sorted, 0.25), third = quantile(sorted, 0.75);
    const Fences fences{.low = first - 1.5 * (third - first), .high = third + 1.5 * (third - first)};
    if (!fences.excludes(sorted.front()) && !fences.excludes(sorted.back()))
        return std::nullopt;
    return fences;
}

} // namespace

EncodingPtr fitNumbers(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    std::vector<double> values;
    values.reserve(rows.size());
    bool gaps = false;
    for (const Row row : rows) {
        values.push_back(numericCell(column, row));
        gaps = gaps || std::isnan(values.back());
    }
    const bool flagged = options.outlierFlags && column.isNumeric() && column.kind() != Kind::Boolean;
    const std::optional<Fences> fences = flagged ? fencesOf(values) : std::nullopt;
    return std::make_shared<const Numbers>(column.name(), column.storage() == Storage::Times,
                                           NumberScale::fit(std::move(values), options),
                                           options.missingIndicator && gaps, fences);
}

EncodingPtr numbersFromJson(const Json &json)
{
    std::optional<Fences> fences;
    if (json.contains("fences"))
        fences =
            Fences{.low = numberFromJson(json.at("fences").at(0)), .high = numberFromJson(json.at("fences").at(1))};
    return std::make_shared<const Numbers>(json.at("column").get<std::string>(), json.at("time").get<bool>(),
                                           NumberScale::load(json), json.at("indicator").get<bool>(), fences);
}

} // namespace assay::engine
