// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/justification.h"

#include "widgets/models/conclusion.h"
#include "widgets/models/format.h"

#include <QCoreApplication>
#include <cmath>

namespace assay::ui {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::Justification)
};

tracking::Standing standingOf(engine::Verdict verdict)
{
    switch (verdict) {
    case engine::Verdict::ABetter:
        return tracking::Standing::Better;
    case engine::Verdict::BBetter:
        return tracking::Standing::Worse;
    case engine::Verdict::Equivalent:
        return tracking::Standing::Equivalent;
    case engine::Verdict::Undecided:
        break;
    }
    return tracking::Standing::Undecided;
}

double valueOf(const RunAnalysis &run, const std::string &metric)
{
    return run.evaluation.metric(metric).value_or(std::nan(""));
}

QString sentence(const RunComparison &comparison, const engine::PairComparison &pair, const QStringList &names)
{
    const engine::Decision &decision = *pair.decision;
    const engine::Judgement judgement{.a = 0,
                                      .b = 1,
                                      .difference = decision.difference,
                                      .low = decision.low,
                                      .high = decision.high,
                                      .pValue = decision.pValue,
                                      .adjustedPValue = pair.adjustedPValue.value_or(decision.pValue),
                                      .test = decision.test,
                                      .rows = pair.rows,
                                      .verdict = pair.verdict};
    const JudgingRule rule{
        .metric = text(decision.metric), .level = comparison.comparison.level, .rope = comparison.comparison.rope};
    return Conclusion(names, {}, {judgement}, rule).pairSentence(judgement);
}

QStringList caveatsOf(const RunComparison &comparison)
{
    QStringList caveats(comparison.caveats.begin(), comparison.caveats.end());
    for (const std::string &warning : comparison.comparison.warnings)
        caveats << text(warning);
    return caveats;
}

} // namespace

QString versionLabel(const tracking::ModelVersion &version)
{
    return Sentences::tr("version %1 of %2", "number, model").arg(version.number).arg(version.model);
}

Result<tracking::Justification> justify(Workbench &workbench, const tracking::ModelVersion &challenger,
                                        const tracking::ModelVersion &champion, const QString &metric,
                                        const Context &context)
{
    engine::CompareOptions options;
    if (!metric.isEmpty())
        options.bootstrapMetrics = {metric.toStdString()};
    const auto compared = workbench.compare({challenger.run, champion.run}, context, options);
    if (!compared)
        return Failure(compared.error());
    if (compared->comparison.pairs.empty() || !compared->comparison.pairs.front().decision)
        return failure(
            ErrorKind::Refused, "cannot_compare",
            "Between the runs of version {} and version {} no test of {} is possible.",
            {std::to_string(challenger.number), std::to_string(champion.number), compared->comparison.metric});
    const engine::PairComparison &pair = compared->comparison.pairs.front();
    const engine::Decision &decision = *pair.decision;
    return tracking::Justification{.challengerRun = challenger.run,
                                   .championRun = champion.run,
                                   .championVersion = champion.number,
                                   .metric = text(decision.metric),
                                   .test = text(decision.test),
                                   .challengerValue = valueOf(compared->runs.front(), decision.metric),
                                   .championValue = valueOf(compared->runs.back(), decision.metric),
                                   .difference = decision.difference,
                                   .low = decision.low,
                                   .high = decision.high,
                                   .pValue = pair.adjustedPValue.value_or(decision.pValue),
                                   .level = compared->comparison.level,
                                   .rows = static_cast<qint64>(pair.rows),
                                   .standing = standingOf(pair.verdict),
                                   .verdict = sentence(*compared, pair,
                                                       {Sentences::tr("version %1").arg(challenger.number),
                                                        Sentences::tr("version %1").arg(champion.number)}),
                                   .caveats = caveatsOf(*compared)};
}

} // namespace assay::ui
