// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assay::app {

namespace {

using engine::Judgement;
using engine::PairComparison;
using ui::figure;

constexpr std::size_t mostPairs = 60; // in the table; the matrix has all

/// Tests that not every comparison has.
struct OtherTest
{
    QString title;
    bool (*has)(const PairComparison &);
    ReportCell (*cell)(const PairComparison &);
};

ReportCell pCell(double p, const QString &detail = {})
{
    return {.text = ui::pValueText(p), .number = true, .detail = detail};
}

std::vector<OtherTest> otherTests()
{
    return {{ReportText::tr("McNemar"), [](const PairComparison &pair) { return pair.mcnemar.has_value(); },
             [](const PairComparison &pair) {
                 const engine::McNemar &test = *pair.mcnemar;
                 return pCell(
                     test.exact ? test.exactPValue : test.pValue,
                     ReportText::tr("%1 against %2 rows", "discordant").arg(figure(test.n10, 0), figure(test.n01, 0)));
             }},
            {ReportText::tr("Corrected t"), [](const PairComparison &pair) { return pair.crossValidation.has_value(); },
             [](const PairComparison &pair) {
                 return pCell(pair.crossValidation->pValue,
                              ReportText::tr("%n fold(s)", nullptr, pair.crossValidation->folds));
             }},
            {ReportText::tr("5×2 cv F"), [](const PairComparison &pair) { return pair.fiveByTwo.has_value(); },
             [](const PairComparison &pair) { return pCell(pair.fiveByTwo->pValue); }},
            {ReportText::tr("Bayesian t: first, equal, second"),
             [](const PairComparison &pair) { return pair.bayesian.has_value(); },
             [](const PairComparison &pair) {
                 const engine::BayesianT &test = *pair.bayesian;
                 return ReportCell{.text = ReportText::tr("%1 / %2 / %3", "three shares")
                                               .arg(ui::percent(test.aBetter, 0), ui::percent(test.equivalent, 0),
                                                    ui::percent(test.bBetter, 0)),
                                   .number = true};
             }}};
}

std::vector<ReportCell> pairRow(const ReportContext &context, const Judgement &judgement, const PairComparison &pair,
                                const std::vector<OtherTest> &others)
{
    const bool withheld = context.isWithheld();
    const bool better = judgement.verdict == engine::Verdict::ABetter || judgement.verdict == engine::Verdict::BBetter;
    std::vector<ReportCell> row;
    row.reserve(others.size() + 5);
    row.push_back(
        {.text = ReportText::tr("%1 − %2", "two models").arg(context.name(judgement.a), context.name(judgement.b))});
    row.push_back({.text = figure(judgement.difference, 4),
                   .number = true,
                   .detail = ReportText::tr("%1 to %2").arg(figure(judgement.low, 4), figure(judgement.high, 4))});
    row.push_back(pCell(judgement.adjustedPValue, ui::Conclusion::testText(judgement.test)));
    row.back().marked = better && !withheld;
    row.push_back({.text = withheld ? QStringLiteral("–") : ui::Conclusion::verdictText(judgement.verdict)});
    for (const OtherTest &other : others)
        row.push_back(other.has(pair) ? other.cell(pair) : ReportCell{.text = QStringLiteral("–"), .number = true});
    row.push_back({.text = QLocale().toString(static_cast<qulonglong>(pair.rows)), .number = true});
    for (ReportCell &cell : row)
        cell.faint = withheld;
    return row;
}

ReportTable pairTable(const ReportContext &context, const std::vector<Judgement> &judgements)
{
    const auto &pairs = context.data().comparison->comparison.pairs;
    std::vector<OtherTest> others = otherTests();
    std::erase_if(others, [&](const OtherTest &test) { return std::ranges::none_of(pairs, test.has); });
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("First − second"),
                                 ReportText::tr("Difference in %1")
                                     .arg(ui::metricLabel(QString::fromStdString(context.judgedMetric()))),
                                 ReportText::tr("p, adjusted"), ReportText::tr("First is")},
                      .rows = {}};
    for (const OtherTest &other : others)
        table.header << other.title;
    table.header << ReportText::tr("Rows");
    for (const Judgement &judgement : judgements) {
        const auto pair = std::ranges::find_if(
            pairs, [&](const PairComparison &p) { return p.a == judgement.a && p.b == judgement.b; });
        table.rows.push_back(pairRow(context, judgement, *pair, others));
    }
    return table;
}

ReportFigures pictures(ReportContext &context, const std::vector<Judgement> &judgements)
{
    ReportFigures figures;
    const auto models = context.models();
    if (models.size() == 2 && context.task() == engine::Task::Binary)
        figures.items.push_back(context.figure(ui::familyChart(ui::rocDifferenceFamily(models, 0)), 340));
    if (models.size() > 2 && !context.isWithheld())
        figures.items.push_back(context.figure(ui::pairMatrixChart(context.names(), judgements, context.ranked(),
                                                                   QString::fromStdString(context.judgedMetric())),
                                               std::min(640.0, 220 + 24.0 * static_cast<double>(models.size()))));
    const auto &ranking = context.data().comparison->comparison.ranking;
    if (ranking && ranking->meanRanks.size() == models.size())
        figures.items.push_back(
            context.figure(ui::criticalDifferencePicture(*ranking, context.names(), 460, ui::estimatedTextWidth)));
    return figures;
}

} // namespace

ReportSection comparisonSection(ReportContext &context)
{
    ReportSection section{
        .id = QStringLiteral("comparison"), .title = ReportText::tr("Paired comparison"), .blocks = {}};
    std::vector<Judgement> judgements = context.judgements();
    if (judgements.empty())
        return section;
    QStringList sentences = context.conclusion();
    if (context.isWithheld())
        sentences = QStringList{ReportText::tr("No conclusion is drawn, because the runs were not made alike:")} +
                    QStringList(context.data().comparison->caveats.begin(), context.data().comparison->caveats.end());
    section.blocks.push_back(ReportParagraph{sentences.join(u' ')});
    ReportFigures figures = pictures(context, judgements);
    const std::size_t all = judgements.size();
    if (all > mostPairs) {
        std::ranges::stable_sort(judgements, {}, &Judgement::adjustedPValue);
        judgements.resize(mostPairs);
    }
    section.blocks.push_back(pairTable(context, judgements));
    if (all > mostPairs)
        section.blocks.push_back(
            ReportParagraph{ReportText::tr("The %1 clearest of %2 pairs; the picture below has all of them.")
                                .arg(QLocale().toString(static_cast<qulonglong>(mostPairs)),
                                     QLocale().toString(static_cast<qulonglong>(all)))});
    const engine::Comparison &comparison = context.data().comparison->comparison;
    section.blocks.push_back(ReportParagraph{
        ReportText::tr("Both models of a pair are judged on the rows they share. P-values are adjusted for the number "
                       "of pairs (%1); those of a clear difference are marked. Intervals are of %2; a difference "
                       "within ±%3 counts as none. Tests on rows ask whether a difference would hold on other rows "
                       "like these; only tests over folds also say what training again would change.")
            .arg(comparison.adjustment == engine::Adjustment::Holm ? QStringLiteral("Holm")
                                                                   : QString::fromLatin1(name(comparison.adjustment)),
                 ui::percent(comparison.level, 0), figure(comparison.rope, 4))});
    if (!figures.items.empty())
        section.blocks.push_back(std::move(figures));
    return section;
}

} // namespace assay::app
