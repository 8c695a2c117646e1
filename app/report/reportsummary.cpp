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

/// What may be concluded about the best and the others, or why nothing is.
QString conclusionText(const ReportContext &context)
{
    if (context.isWithheld())
        return ReportText::tr("No conclusion is drawn about which is better: these runs were not made alike, so a "
                              "difference may come from that.");
    return context.conclusion().join(u' ');
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
        sentences << conclusionText(context) << fairnessSentence(context, *best) << driftSentence(context);
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
