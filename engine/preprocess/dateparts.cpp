// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/numberscale.h"

#include <algorithm>
#include <chrono>
#include <numbers>
#include <set>

namespace assay::engine {

namespace {

enum class Form { Plain, Sine, Cosine };

/// A part of a date: where it stands, and how long its circle is.
struct Moments
{
    double year = 0, month = 0, day = 0, weekday = 0, hour = 0; ///< month and day from 1, Monday 0, hour whole
    double minutes = 0;                                         ///< since midnight
    double daysInMonth = 31;
};

Moments momentOf(std::int64_t microseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::microseconds> time{std::chrono::microseconds(microseconds)};
    const sys_days date = floor<days>(time);
    const year_month_day parts(date);
    const auto sinceMidnight = floor<minutes>(time - date).count();
    return {.year = static_cast<double>(static_cast<int>(parts.year())),
            .month = static_cast<double>(static_cast<unsigned>(parts.month())),
            .day = static_cast<double>(static_cast<unsigned>(parts.day())),
            .weekday = static_cast<double>(weekday(date).iso_encoding() - 1),
            .hour = static_cast<double>(sinceMidnight / 60),
            .minutes = static_cast<double>(sinceMidnight),
            .daysInMonth = static_cast<double>(
                static_cast<unsigned>(year_month_day_last(parts.year(), month_day_last(parts.month())).day()))};
}

struct PartKind
{
    const char *name;
    double (*plain)(const Moments &);
    double (*turn)(const Moments &); ///< share of the circle; nullptr for what does not come round
};

constexpr PartKind kinds[] = {
    {"year", [](const Moments &m) { return m.year; }, nullptr},
    {"month", [](const Moments &m) { return m.month; }, [](const Moments &m) { return (m.month - 1) / 12; }},
    {"day", [](const Moments &m) { return m.day; }, [](const Moments &m) { return (m.day - 1) / m.daysInMonth; }},
    {"weekday", [](const Moments &m) { return m.weekday; }, [](const Moments &m) { return m.weekday / 7; }},
    {"hour", [](const Moments &m) { return m.hour; }, [](const Moments &m) { return m.minutes / 1440; }},
};

struct Part
{
    const PartKind *kind = nullptr;
    Form form = Form::Plain;
    NumberScale scale = {};

    double value(std::int64_t time) const
    {
        if (time == Column::missingTime)
            return std::nan("");
        const Moments moment = momentOf(time);
        if (form == Form::Plain)
            return kind->plain(moment);
        const double angle = 2 * std::numbers::pi * kind->turn(moment);
        return form == Form::Sine ? std::sin(angle) : std::cos(angle);
    }
    std::string name() const
    {
        return kind->name + std::string(form == Form::Plain ? "" : (form == Form::Sine ? "_sin" : "_cos"));
    }
};

/// Dates as the parts that vary.
class DateParts : public Encoding
{
public:
    DateParts(const std::string &column, std::vector<Part> parts, bool indicator)
        : Encoding(column)
        , m_parts(std::move(parts))
        , m_indicator(indicator)
    {
    }

    std::vector<std::string> names() const override;
    Result<Filler> bind(const Column &column) const override;
    Json toJson() const override;
    double unit(std::size_t which) const override { return which < m_parts.size() ? m_parts[which].scale.unit() : 1; }

private:
    std::vector<Part> m_parts;
    bool m_indicator;
};

std::vector<std::string> DateParts::names() const
{
    std::vector<std::string> names;
    for (const Part &part : m_parts)
        names.push_back(column() + "=" + part.name());
    if (m_indicator)
        names.push_back(column() + "=" + missingLevel);
    return names;
}

Result<Filler> DateParts::bind(const Column &source) const
{
    if (auto checked = checkNumeric(source, true); !checked)
        return Failure(checked.error());
    return Filler([this, times = source.times()](std::span<const Row> rows, double *cell, Eigen::Index stride) {
        for (const Row row : rows) {
            const std::int64_t time = times.empty() ? Column::missingTime : times[row];
            for (std::size_t i = 0; i < m_parts.size(); ++i)
                cell[i] = m_parts[i].scale(m_parts[i].value(time));
            if (m_indicator)
                cell[m_parts.size()] = time == Column::missingTime ? 1 : 0;
            cell += stride;
        }
    });
}

Json DateParts::toJson() const
{
    Json json{{"column", column()}, {"kind", "dates"}, {"parts", Json::array()}, {"indicator", m_indicator}};
    for (const Part &part : m_parts) {
        Json item{{"part", part.name()}};
        part.scale.save(item);
        json["parts"].push_back(std::move(item));
    }
    return json;
}

std::vector<Part> partsFor(bool cyclic)
{
    std::vector<Part> parts;
    for (const PartKind &kind : kinds) {
        if (!cyclic || !kind.turn) {
            parts.push_back({.kind = &kind, .form = Form::Plain});
            continue;
        }
        parts.push_back({.kind = &kind, .form = Form::Sine});
        parts.push_back({.kind = &kind, .form = Form::Cosine});
    }
    return parts;
}

bool varies(const std::vector<double> &values)
{
    double first = std::nan("");
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        if (std::isnan(first))
            first = value;
        else if (value != first)
            return true;
    }
    return false;
}

} // namespace

EncodingPtr fitDates(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    std::vector<Part> kept;
    bool gaps = false;
    for (Part &part : partsFor(options.dates == Dates::Cyclic)) {
        std::vector<double> values;
        values.reserve(rows.size());
        for (const Row row : rows) {
            values.push_back(part.value(column.times()[row]));
            gaps = gaps || std::isnan(values.back());
        }
        if (!varies(values))
            continue;
        part.scale = NumberScale::fit(std::move(values), options);
        kept.push_back(std::move(part));
    }
    if (kept.empty())
        return fitNumbers(column, rows, options);
    return std::make_shared<const DateParts>(column.name(), std::move(kept), options.missingIndicator && gaps);
}

EncodingPtr datesFromJson(const Json &json)
{
    std::vector<Part> parts;
    for (const Json &item : json.at("parts")) {
        const std::string saved = item.at("part").get<std::string>();
        for (const bool cyclic : {false, true}) {
            for (Part &part : partsFor(cyclic)) {
                const bool isNew = std::ranges::find(parts, saved, &Part::name) == parts.end();
                if (part.name() != saved || !isNew)
                    continue;
                part.scale = NumberScale::load(item);
                parts.push_back(std::move(part));
            }
        }
    }
    if (parts.size() != json.at("parts").size())
        throw Json::other_error::create(501, "an unknown part of a date", &json);
    return std::make_shared<const DateParts>(json.at("column").get<std::string>(), std::move(parts),
                                             json.at("indicator").get<bool>());
}

} // namespace assay::engine
