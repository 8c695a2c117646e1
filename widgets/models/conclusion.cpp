// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/conclusion.h"

#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"
#include "widgets/models/format.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

using engine::Judgement;
using engine::Verdict;

constexpr std::size_t mostNamed = 6;

QString levelText(double level)
{
    return Conclusion::tr("%1 %", "level").arg(QLocale().toString(level * 100, 'g', 4));
}

/// Enough decimals that two ends of an interval differ.
QString length(double value)
{
    return figure(std::abs(value), std::abs(value) < 0.01 ? 4 : 3);
}

double widest(const Judgement &judgement)
{
    return std::max(std::abs(judgement.low), std::abs(judgement.high));
}

QString magnitudes(const Judgement &judgement)
{
    const bool negative = judgement.difference < 0;
    const double low = negative ? -judgement.high : judgement.low, high = negative ? -judgement.low : judgement.high;
    const auto end = [](double value) { return value < 0 ? QStringLiteral("−") + length(value) : length(value); };
    return Conclusion::tr("%1 to %2", "interval").arg(end(low), end(high));
}

} // namespace

Conclusion::Conclusion(QStringList names, std::vector<double> values, std::vector<engine::Judgement> judgements,
                       JudgingRule rule)
    : m_names(std::move(names))
    , m_values(std::move(values))
    , m_judgements(std::move(judgements))
    , m_rule(std::move(rule))
{
}

QString Conclusion::verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::ABetter:
        return tr("better");
    case Verdict::BBetter:
        return tr("worse");
    case Verdict::Equivalent:
        return tr("equivalent");
    case Verdict::Undecided:
        break;
    }
    return tr("undecided");
}

QString Conclusion::testText(const std::string &test)
{
    if (test == "delong")
        return QStringLiteral("DeLong");
    return test == "corrected_t" ? tr("corrected t over folds") : tr("paired bootstrap");
}

QString Conclusion::list(const std::vector<std::size_t> &models) const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(models.size(), mostNamed); ++i)
        names << name(models[i]);
    if (models.size() > mostNamed)
        names << tr("%n more", nullptr, static_cast<int>(models.size() - mostNamed));
    return sentenceList(names);
}

QString Conclusion::figures(const Judgement &judgement) const
{
    const QString p = m_judgements.size() > 1
                          ? tr("Holm-adjusted %1", "p value").arg(Format::pValue(judgement.adjustedPValue))
                          : Format::pValue(judgement.adjustedPValue);
    return tr("%1 interval %2; %3, %4", "level, interval, test, p value")
        .arg(levelText(m_rule.level), magnitudes(judgement), testText(judgement.test), p);
}

QString Conclusion::pairSentence(const Judgement &judgement) const
{
    const QString a = name(judgement.a), b = name(judgement.b), metric = metricLabel(m_rule.metric);
    switch (judgement.verdict) {
    case Verdict::ABetter:
    case Verdict::BBetter: {
        const bool first = judgement.verdict == Verdict::ABetter;
        return tr("%1 is better than %2 by %3 %4 (%5).", "model, model, difference, metric, figures")
            .arg(first ? a : b, first ? b : a, length(judgement.difference), metric, figures(judgement));
    }
    case Verdict::Equivalent:
        return tr("%1 and %2 are equivalent for practical purposes: their difference in %3 is at most %4 either way, "
                  "within the ±%5 that counts as equal.")
            .arg(a, b, metric, length(widest(judgement)), figure(m_rule.rope, 4));
    case Verdict::Undecided:
        break;
    }
    return tr("Between %1 and %2 no difference in %3 is shown; they may differ by up to %4 either way (%5).")
        .arg(a, b, metric, length(widest(judgement)), figures(judgement));
}

std::size_t Conclusion::best() const
{
    const bool larger = engine::largerIsBetter(m_rule.metric.toStdString());
    std::size_t found = m_values.size();
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (std::isnan(m_values[i]))
            continue;
        if (found == m_values.size() || (larger ? m_values[i] > m_values[found] : m_values[i] < m_values[found]))
            found = i;
    }
    return found;
}

/// The best first.
void Conclusion::sortByValue(std::vector<std::size_t> &models) const
{
    const double sign = engine::largerIsBetter(m_rule.metric.toStdString()) ? -1 : 1;
    std::ranges::stable_sort(models, {}, [&](std::size_t model) { return sign * m_values[model]; });
}

QStringList Conclusion::sentences() const
{
    QStringList out;
    const std::size_t leader = best();
    if (m_judgements.empty() || leader == m_values.size())
        return out;
    if (m_judgements.size() == 1)
        return {pairSentence(m_judgements.front())};
    several(out, leader);
    others(out, leader);
    return out;
}

/// What the best is to each of the rest.
void Conclusion::several(QStringList &out, std::size_t best) const
{
    std::vector<std::size_t> beaten, equal, open;
    std::vector<Judgement> wins;
    double apart = 0, within = 0, p = 0;
    for (const Judgement &judgement : m_judgements) {
        if (judgement.a != best && judgement.b != best)
            continue;
        const Judgement seen = engine::seenFrom(judgement, best);
        if (seen.verdict == Verdict::ABetter) {
            beaten.push_back(seen.b);
            wins.push_back(seen);
            p = std::max(p, seen.adjustedPValue);
        } else if (seen.verdict == Verdict::Equivalent) {
            equal.push_back(seen.b);
            within = std::max(within, widest(seen));
        } else {
            open.push_back(seen.b);
            apart = std::max(apart, widest(seen));
        }
    }
    for (auto *models : {&beaten, &equal, &open})
        sortByValue(*models);
    const QString metric = metricLabel(m_rule.metric);
    if (wins.size() == 1) {
        out << pairSentence(wins.front());
    } else if (!wins.empty()) {
        const auto [least, most] =
            std::ranges::minmax(wins, {}, [](const Judgement &j) { return std::abs(j.difference); });
        out << tr("%1 is better than %2 by %3 to %4 %5 (%6, Holm-adjusted %7 at most).",
                  "model, models, difference, difference, metric, test, p value")
                   .arg(name(best), list(beaten), length(least.difference), length(most.difference), metric,
                        testText(wins.front().test), Format::pValue(p));
    }
    if (!equal.empty())
        out << tr("%1 and %2 are equivalent for practical purposes: at most %3 apart, within ±%4.")
                   .arg(name(best), list(equal), length(within), figure(m_rule.rope, 4));
    if (open.size() == 1)
        out << tr("Between %1 and %2 no difference is shown; they may differ by up to %3 either way.")
                   .arg(name(best), name(open.front()), length(apart));
    else if (!open.empty())
        out << tr("Between %1 and each of %2 no difference is shown; they may differ by up to %3 either way.")
                   .arg(name(best), list(open), length(apart));
}

/// How the pairs without the best came out.
void Conclusion::others(QStringList &out, std::size_t best) const
{
    int pairs = 0, different = 0, equal = 0;
    const Judgement *last = nullptr;
    for (const Judgement &judgement : m_judgements) {
        if (judgement.a == best || judgement.b == best)
            continue;
        ++pairs;
        last = &judgement;
        different += judgement.verdict == Verdict::ABetter || judgement.verdict == Verdict::BBetter ? 1 : 0;
        equal += judgement.verdict == Verdict::Equivalent ? 1 : 0;
    }
    if (pairs == 0)
        return;
    if (pairs == 1) {
        out << pairSentence(*last);
        return;
    }
    out << tr("Of the %n other pair(s), %1 differ, %2 are equivalent and %3 are undecided.", nullptr, pairs)
               .arg(Format::count(different), Format::count(equal), Format::count(pairs - different - equal));
}

} // namespace assay::ui
