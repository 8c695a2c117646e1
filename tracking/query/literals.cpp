// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/literals.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::tracking::query {

namespace {

const QRegularExpression &numberPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z"));
    return pattern;
}

double secondsOf(QChar unit)
{
    switch (unit.unicode()) {
    case u'm':
        return 60;
    case u'h':
        return 3600;
    case u'd':
        return 86'400;
    case u'w':
        return 7 * 86'400;
    default:
        return 1;
    }
}

/// A number and a unit of time, in seconds.
std::optional<double> withUnit(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([+-]?[0-9]{1,9}(?:\\.[0-9]{1,9})?)([smhdw])\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toDouble() * secondsOf(match.captured(2).front());
}

/// Far from where arithmetic with times would overflow.
qint64 clamped(double milliseconds)
{
    return static_cast<qint64>(std::clamp(milliseconds, -9e15, 9e15));
}

Moment day(const QDate &date)
{
    const QDateTime start = date.startOfDay(), next = date.addDays(1).startOfDay();
    return {.from = start.toMSecsSinceEpoch(), .to = next.toMSecsSinceEpoch() - 1};
}

std::optional<Moment> isoTime(QString text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ]([0-9]{2}:[0-9]{2}(:[0-9]{2}(?:[.,]([0-9]{1,9}))?)?)"
                       "(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    if (match.captured(1).isEmpty()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(day(date)) : std::nullopt;
    }
    text[10] = u'T';
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    const qint64 width = !match.captured(3).isEmpty() ? 1 : !match.captured(2).isEmpty() ? 1000 : 60'000;
    return Moment{.from = time.toMSecsSinceEpoch(), .to = time.toMSecsSinceEpoch() + width - 1};
}

} // namespace

bool isNumber(const QString &text)
{
    return numberPattern().match(text).hasMatch();
}

std::optional<double> number(const Literal &literal)
{
    if (literal.kind == Literal::Number)
        return literal.text.toDouble(); // infinite where it is too large
    if (literal.kind == Literal::Text)
        return {};
    QString word = literal.text.toLower();
    const bool negative = word.startsWith(u'-');
    if (negative || word.startsWith(u'+'))
        word.remove(0, 1);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (word == u"inf" || word == u"infinity")
        return negative ? -infinity : infinity;
    if (word == u"nan")
        return std::numeric_limits<double>::quiet_NaN();
    return {};
}

std::optional<double> duration(const Literal &literal)
{
    if (const auto seconds = number(literal))
        return seconds;
    return withUnit(literal.text);
}

std::optional<bool> boolean(const Literal &literal)
{
    const QString word = literal.text.toLower();
    if (word == u"true" || word == u"yes" || word == u"1")
        return true;
    if (word == u"false" || word == u"no" || word == u"0")
        return false;
    return {};
}

std::optional<QString> status(const Literal &literal)
{
    const QString word = literal.text.toLower();
    for (const QStringView known : {u"running", u"finished", u"failed", u"cancelled", u"crashed", u"scheduled"})
        if (word == known)
            return word;
    if (word == u"killed" || word == u"canceled")
        return QStringLiteral("cancelled");
    return {};
}

std::optional<Moment> moment(const Literal &literal, const QDateTime &now)
{
    const auto at = [](qint64 time) { return Moment{.from = time, .to = time}; };
    if (literal.kind == Literal::Number) {
        const double time = literal.text.toDouble();
        return std::isfinite(time) ? std::optional(at(clamped(time))) : std::nullopt;
    }
    const QString word = literal.text.toLower();
    if (word == u"now")
        return at(now.toMSecsSinceEpoch());
    if (word == u"today")
        return day(now.date());
    if (word == u"yesterday")
        return day(now.date().addDays(-1));
    if (word.startsWith(u'-') || word.startsWith(u'+')) {
        const auto seconds = withUnit(word);
        return seconds ? std::optional(at(now.toMSecsSinceEpoch() + clamped(*seconds * 1000))) : std::nullopt;
    }
    return isoTime(literal.text);
}

} // namespace assay::tracking::query
