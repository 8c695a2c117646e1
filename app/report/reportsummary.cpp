// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>

namespace assay::app {

namespace {

using ui::figure;

QString withInterval(const engine::Evaluation &evaluation, const std::string &metric)
{
    const std::optional<double> value = evaluation.metric(metric);
    if (!value)
        return ReportText::tr("undefined");
    const engine::Interval *interval = evaluation.interval(metric);
    return interval ? ReportText::tr("%1 (%2 % interval %3 to %4)")
                          .arg(figure(*value), QLocale().toString(interval->level * 100, 'f', 0), figure(interval->low),
                               figure(interval->high))
                    : figure(*value);
}

/// How sure the lead of the best over @p other is.
QString pairSentence(const ReportContext &context, std::size_t best, std::size_t other)
{
    const engine::PairComparison *pair = context.pair(best, other);
    if (!pair)
        return {};
    const double sign = pair->a == best ? 1 : -1;
    double difference = 0, low = 0, high = 0, p = 1;
    QString test;
    if (pair->delong) {
        difference = sign * pair->delong->difference;
        low = std::min(sign * pair->delong->low, sign * pair->delong->high);
        high = std::max(sign * pair->delong->low, sign * pair->delong->high);
        p = pair->delong->pValue;
        test = ReportText::tr("DeLong's test");
    } else {
        const auto found = pair->bootstrap.find(engine::headline(context.task()).metric);
        if (found == pair->bootstrap.end())
            return {};
        difference = sign * found->second.difference;
        low = std::min(sign * found->second.low, sign * found->second.high);
        high = std::max(sign * found->second.low, sign * found->second.high);
        p = found->second.pValue;
        test = ReportText::tr("paired bootstrap");
    }
    const double adjusted = pair->adjustedPValue.value_or(p);
    const QString figures =
        ReportText::tr("%1, %2 to %3; %4, %5 on %6 shared rows", "difference, low, high, test, p, rows")
            .arg(figure(difference), figure(low), figure(high), test, ui::pValueText(adjusted),
                 QLocale().toString(static_cast<qulonglong>(pair->rows)));
    return adjusted < 0.05
               ? ReportText::tr("Its lead over %1 is unlikely to be chance (difference %2).")
                     .arg(context.name(other), figures)
               : ReportText::tr("Its lead over %1 may be chance (difference %2).").arg(context.name(other), figures);
}

/// The next best run after @p best.
std::optional<std::size_t> runnerUp(const ReportContext &context, std::size_t best)
{
    const engine::Headline headline = engine::headline(context.task());
    std::optional<std::size_t> second;
    double value = 0;
    for (std::size_t i = 0; i < context.data().runs.size(); ++i) {
        const auto candidate = context.data().runs[i].evaluation.metric(headline.metric);
        if (i == best || !candidate)
            continue;
        if (!second || (headline.largerIsBetter ? *candidate > value : *candidate < value)) {
            second = i;
            value = *candidate;
        }
    }
    return second;
}

QString fairnessSentence(const ReportContext &context, std::size_t run)
{
    const auto &all = context.data().fairness;
    if (run >= all.size() || !all[run])
        return {};
    QStringList parts;
    for (const engine::AttributeFairness &a : all[run]->attributes) {
        if (a.disparateImpact)
            parts << ReportText::tr("%1 of the rate of “%2” by %3", "ratio, group, attribute")
                         .arg(figure(*a.disparateImpact, 2), QString::fromStdString(a.privileged),
                              QString::fromStdString(a.attribute));
    }
    return parts.isEmpty() ? QString()
                           : ReportText::tr("With %1, everyone else is selected at %2.")
                                 .arg(context.name(run), ui::sentenceList(parts));
}

QString driftSentence(const ReportContext &context)
{
    if (!context.data().drift)
        return {};
    const engine::DriftReport &report = context.data().drift->report;
    const auto drifted =
        std::count_if(report.columns.begin(), report.columns.end(), [](const auto &c) { return c.drifted; });
    return ReportText::tr("Between %1 and %2, %3 of %4 columns drifted.")
        .arg(context.data().drift->referenceFile, context.data().drift->currentFile,
             QLocale().toString(static_cast<qlonglong>(drifted)),
             QLocale().toString(static_cast<qulonglong>(report.columns.size())));
}

} // namespace

ReportSection summarySection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("summary"), .title = ReportText::tr("Summary"), .blocks = {}};
    const std::string metric = engine::headline(context.task()).metric;
    const QString label = ui::metricLabel(context.headline());
    const std::optional<std::size_t> best = context.best();
    if (!best) {
        section.blocks.push_back(ReportParagraph{ReportText::tr("%1 is undefined for these runs.").arg(label), true});
    } else {
        const engine::Evaluation &e = context.data().runs[*best].evaluation;
        const bool several = context.data().runs.size() > 1;
        section.blocks.push_back(ReportParagraph{
            several
                ? ReportText::tr("%1 is best of %2 models: %3 %4.")
                      .arg(context.name(*best), QLocale().toString(static_cast<qulonglong>(context.data().runs.size())),
                           label, withInterval(e, metric))
                : ReportText::tr("%1 reaches %2 %3.").arg(context.name(*best), label, withInterval(e, metric)),
            true});
        QStringList sentences;
        if (const auto second = runnerUp(context, *best))
            sentences << pairSentence(context, *best, *second);
        sentences << fairnessSentence(context, *best) << driftSentence(context);
        sentences.removeAll(QString());
        if (!sentences.isEmpty())
            section.blocks.push_back(ReportParagraph{sentences.join(u' ')});
    }
    QStringList caveats = context.data().omissions;
    if (context.data().comparison) {
        for (const QString &caveat : context.data().comparison->caveats)
            caveats << caveat;
        for (const std::string &warning : context.data().comparison->comparison.warnings)
            caveats << QString::fromStdString(warning);
    }
    for (std::size_t i = 0; i < context.data().runs.size(); ++i) {
        for (const std::string &warning : context.data().runs[i].evaluation.warnings)
            caveats << ReportText::tr("%1: %2", "model, warning").arg(context.name(i), QString::fromStdString(warning));
    }
    caveats.removeDuplicates();
    if (!caveats.isEmpty())
        section.blocks.push_back(ReportNotes{caveats});
    return section;
}

} // namespace assay::app
