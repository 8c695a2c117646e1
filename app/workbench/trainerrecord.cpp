// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerrecord.h"

#include "app/workbench/predictionsjson.h"
#include "app/workbench/recording.h"
#include "tracking/provenance.h"

namespace assay::app {

namespace {

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

} // namespace

Result<void> keep(Recording &recording, const ScoredModel &scored)
{
    for (const engine::Metric &metric : scored.evaluation.metrics) {
        if (metric.value)
            recording.metric(metric.name, *metric.value, 0);
    }
    recording.metric("fit_seconds", scored.fitSeconds, 0);
    recording.metric("predict_seconds", scored.predictSeconds, 0);
    if (auto kept =
            recording.addArtifact(QStringLiteral("model.json"), QStringLiteral("model"), bytes(scored.model->toJson()));
        !kept)
        return kept;
    return keepPredictions(recording, scored.predictions);
}

Result<void> keepPredictions(Recording &recording, const engine::Predictions &predictions)
{
    return recording.addArtifact(QStringLiteral("predictions.json"), QStringLiteral("predictions"),
                                 bytes(toJson(predictions)));
}

Result<void> keepRecipe(Recording &recording, const Recipe &recipe)
{
    auto kept = recording.addArtifact(QLatin1String(recipeName), QLatin1String(recipeKind), bytes(toJson(recipe)));
    const QByteArray changes = tracking::workingChanges();
    if (kept && !changes.isEmpty())
        kept = recording.addArtifact(QStringLiteral("changes.diff"), QStringLiteral("code"), changes);
    return kept;
}

void fill(ui::TrainOutcome &outcome, const ScoredModel &scored)
{
    for (const engine::Metric &metric : scored.evaluation.metrics) {
        if (metric.value)
            outcome.metrics.emplace_back(QString::fromStdString(metric.name), *metric.value);
    }
    for (const auto &[name, interval] : scored.evaluation.intervals)
        outcome.intervals.emplace_back(QString::fromStdString(name), interval);
    outcome.fitSeconds = scored.fitSeconds;
    outcome.predictSeconds = scored.predictSeconds;
}

} // namespace assay::app
