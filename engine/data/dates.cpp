// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/values.h"

#include <chrono>

namespace assay::engine {

namespace {

// Takes pieces off the front of a text; a piece that is not there fails all that follow.
class Taker
{
public:
    explicit Taker(std::string_view text)
        : m_text(text)
    {
    }

    // A number of @p least to @p most digits.
    int number(std::size_t least, std::size_t most)
    {
        int value = 0;
        std::size_t digits = 0;
        while (digits < most && digits < m_text.size() && m_text[digits] >= '0' && m_text[digits] <= '9')
            value = value * 10 + (m_text[digits++] - '0');
        m_good = m_good && digits >= least;
        m_taken = digits;
        m_text.remove_prefix(digits);
        return value;
    }
    bool skip(char c)
    {
        const bool there = m_text.starts_with(c);
        m_text.remove_prefix(there ? 1 : 0);
        return there;
    }
    char oneOf(std::string_view characters)
    {
        if (m_text.empty() || characters.find(m_text[0]) == std::string_view::npos)
            return 0;
        const char c = m_text[0];
        m_text.remove_prefix(1);
        return c;
    }
    void expect(char c) { m_good = skip(c) && m_good; }
    void require(bool condition) { m_good = m_good && condition; }
    bool good() const { return m_good; }
    bool done() const { return m_text.empty(); }
    std::size_t taken() const { return m_taken; }

private:
    std::string_view m_text;
    std::size_t m_taken = 0;
    bool m_good = true;
};

std::optional<std::int64_t> takeDay(Taker &taker, DateOrder order)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (order == DateOrder::YearFirst) {
        year = taker.number(4, 4);
        const char separator = taker.oneOf("-/.");
        taker.require(separator != 0);
        month = taker.number(1, 2);
        taker.expect(separator);
        day = taker.number(1, 2);
    } else {
        const int first = taker.number(1, 2);
        const char separator = taker.oneOf("-/.");
        taker.require(separator != 0);
        const int second = taker.number(1, 2);
        taker.expect(separator);
        year = taker.number(4, 4);
        day = order == DateOrder::DayFirst ? first : second;
        month = order == DateOrder::DayFirst ? second : first;
    }
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!taker.good() || !date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

// Microseconds since midnight UTC.
std::int64_t takeTime(Taker &taker)
{
    std::int64_t micros = 0;
    const int hour = taker.number(1, 2);
    taker.expect(':');
    const int minute = taker.number(2, 2);
    int second = 0;
    if (taker.skip(':')) {
        second = taker.number(2, 2);
        if (taker.oneOf(".,")) {
            micros = taker.number(1, 6);
            for (std::size_t digits = taker.taken(); digits < 6; ++digits)
                micros *= 10;
            taker.number(0, 9); // finer than a microsecond
        }
    }
    taker.require(hour < 24 && minute < 60 && second < 60);
    micros += (hour * 3600LL + minute * 60LL + second) * 1'000'000;
    if (taker.skip('Z'))
        return micros;
    if (const char sign = taker.oneOf("+-")) {
        const int hours = taker.number(2, 2);
        taker.skip(':');
        const int minutes = taker.number(0, 2);
        taker.require(hours < 24 && minutes < 60);
        micros += (sign == '-' ? 1 : -1) * (hours * 3600LL + minutes * 60LL) * 1'000'000;
    }
    return micros;
}

} // namespace

std::optional<Moment> parseDate(std::string_view text, DateOrder order)
{
    if (text.size() < 8 || text[0] < '0' || text[0] > '9')
        return std::nullopt;
    Taker taker(text);
    const auto day = takeDay(taker, order);
    if (!day)
        return std::nullopt;
    Moment moment{.microseconds = *day * 86'400'000'000, .hasTime = false};
    if (taker.done())
        return moment;
    taker.require(taker.oneOf("T ") != 0);
    moment.microseconds += takeTime(taker);
    moment.hasTime = true;
    if (!taker.good() || !taker.done())
        return std::nullopt;
    return moment;
}

} // namespace assay::engine
