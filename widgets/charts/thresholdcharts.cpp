// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/thresholdcharts.h"

#include "engine/metrics/confusionmetrics.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double share(double part, double whole)
{
    return whole > 0 ? part / whole : none;
}

Axis thresholdAxis(const ThresholdData &data)
{
    return {.title = ChartText::tr("Threshold"), .min = data.lowest, .max = data.highest};
}

engine::Confusion confusionAt(const engine::ThresholdSweep &sweep, std::size_t i)
{
    return {
        .tn = sweep.negatives - sweep.fp[i], .fp = sweep.fp[i], .fn = sweep.positives - sweep.tp[i], .tp = sweep.tp[i]};
}

/// A step over the thresholds; the entry at infinity belongs to everything above the highest score.
template<class Value>
Series overThresholds(const QString &name, int slot, const ThresholdData &data, Value value)
{
    Series series{.name = name, .kind = SeriesKind::Step, .slot = slot};
    for (std::size_t i = 0; i < data.shown.thresholds.size(); ++i) {
        const double y = value(i);
        if (!std::isfinite(y))
            continue;
        series.x.push_back(std::min(data.shown.thresholds[i], data.highest));
        series.y.push_back(y);
    }
    if (!series.x.empty() && series.x.back() > data.lowest) {
        series.x.push_back(data.lowest);
        series.y.push_back(series.y.back());
    }
    return series;
}

ChartSpec detChart(const ThresholdSubject &subject)
{
    const engine::ThresholdSweep &sweep = subject.data->shown;
    ChartSpec spec;
    spec.title = ChartText::tr("Detection error trade-off");
    // What one row makes is the smallest rate there is to see.
    const double most = std::max({sweep.positives, sweep.negatives, 20.0});
    const double least = std::clamp(std::pow(10.0, std::round(std::log10(1 / most))), 1e-4, 1e-2);
    const auto axis = [&](const QString &title) {
        return Axis{.title = title, .min = least, .max = std::min(1 - least, 0.99), .deviate = true};
    };
    spec.x = axis(ChartText::tr("False positive rate, normal deviates"));
    spec.y = axis(ChartText::tr("False negative rate, normal deviates"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Chance"), {least, 0.5, 1 - least}, {1 - least, 0.5, least}));
    Series curve{.name = subject.name, .slot = 0};
    double equal = none, gap = 2;
    for (std::size_t i = 0; i < sweep.thresholds.size(); ++i) {
        const double fpr = share(sweep.fp[i], sweep.negatives), fnr = 1 - share(sweep.tp[i], sweep.positives);
        if (!std::isfinite(fpr) || !std::isfinite(fnr))
            continue;
        curve.x.push_back(fpr);
        curve.y.push_back(fnr);
        if (std::abs(fpr - fnr) < gap) {
            gap = std::abs(fpr - fnr);
            equal = (fpr + fnr) / 2;
        }
    }
    spec.series.push_back(std::move(curve));
    if (std::isfinite(equal))
        spec.summary = ChartText::tr("Both error rates are equal at %1. A straight line is a model whose scores are "
                                     "normal in either class.")
                           .arg(percent(equal));
    return spec;
}

ChartSpec liftChart(const ThresholdSubject &subject)
{
    const engine::ThresholdSweep &sweep = subject.data->shown;
    ChartSpec spec;
    spec.title = ChartText::tr("Lift");
    spec.x = unitAxis(ChartText::tr("Share of rows, best scores first"));
    spec.y = {.title = ChartText::tr("Positives found against chance"), .min = 0.0};
    spec.series.push_back(referenceLine(ChartText::tr("Chance"), {0, 1}, {1, 1}));
    Series curve{.name = subject.name, .slot = 0};
    double tenth = none;
    for (std::size_t i = 1; i < sweep.thresholds.size(); ++i) {
        const double taken = share(sweep.tp[i] + sweep.fp[i], subject.data->rows());
        const double lift = share(sweep.tp[i], sweep.positives) / taken;
        if (!std::isfinite(lift))
            continue;
        curve.x.push_back(taken);
        curve.y.push_back(lift);
        if (taken >= 0.1 && std::isnan(tenth))
            tenth = lift;
    }
    spec.series.push_back(std::move(curve));
    if (std::isfinite(tenth))
        spec.summary =
            ChartText::tr("The best tenth of the rows has %1 times as many positives as rows taken at random.")
                .arg(figure(tenth, 2));
    return spec;
}

ChartSpec ksChart(const ThresholdSubject &subject)
{
    const engine::ThresholdSweep &sweep = subject.data->shown;
    ChartSpec spec;
    spec.title = ChartText::tr("Kolmogorov–Smirnov");
    spec.x = thresholdAxis(*subject.data);
    spec.y = unitAxis(ChartText::tr("Share at or above the threshold"));
    spec.series.push_back(overThresholds(ChartText::tr("Positives (true positive rate)"), 0, *subject.data,
                                         [&](std::size_t i) { return share(sweep.tp[i], sweep.positives); }));
    spec.series.push_back(overThresholds(ChartText::tr("Negatives (false positive rate)"), 1, *subject.data,
                                         [&](std::size_t i) { return share(sweep.fp[i], sweep.negatives); }));
    double widest = -1, at = none;
    for (std::size_t i = 1; i < sweep.thresholds.size(); ++i) {
        const double gap = std::abs(share(sweep.tp[i], sweep.positives) - share(sweep.fp[i], sweep.negatives));
        if (gap > widest) {
            widest = gap;
            at = sweep.thresholds[i];
        }
    }
    if (std::isfinite(at)) {
        spec.marks.push_back(
            {.vertical = true, .at = at, .label = ChartText::tr("KS %1 at %2").arg(figure(widest), figure(at))});
        spec.summary =
            ChartText::tr("The rates are furthest apart, by %1, at the threshold %2.").arg(figure(widest), figure(at));
    }
    return spec;
}

ChartSpec ratesChart(const ThresholdSubject &subject)
{
    const engine::ThresholdSweep &sweep = subject.data->shown;
    ChartSpec spec;
    spec.title = ChartText::tr("Precision, recall and F1 by threshold");
    spec.x = thresholdAxis(*subject.data);
    spec.y = unitAxis({});
    const auto rates = [&](std::size_t i) { return engine::binaryRates(confusionAt(sweep, i)); };
    spec.series.push_back(overThresholds(ChartText::tr("Precision"), 0, *subject.data, [&](std::size_t i) {
        return sweep.tp[i] + sweep.fp[i] > 0 ? rates(i).precision : none;
    }));
    spec.series.push_back(
        overThresholds(ChartText::tr("Recall"), 1, *subject.data, [&](std::size_t i) { return rates(i).recall; }));
    spec.series.push_back(
        overThresholds(ChartText::tr("F1"), 2, *subject.data, [&](std::size_t i) { return rates(i).f1; }));
    const Series &f1 = spec.series.back();
    if (const auto best = std::max_element(f1.y.begin(), f1.y.end()); best != f1.y.end())
        spec.summary = ChartText::tr("F1 is highest, %1, at the threshold %2.")
                           .arg(figure(*best), figure(f1.x[static_cast<std::size_t>(best - f1.y.begin())]));
    return spec;
}

ChartSpec costChart(const ThresholdSubject &subject)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Expected cost by threshold");
    spec.x = thresholdAxis(*subject.data);
    spec.y.title = ChartText::tr("Mean cost of a row");
    const std::vector<double> costs = engine::costCurve(subject.data->shown, subject.costs);
    Series curve = overThresholds(subject.name, 0, *subject.data, [&](std::size_t i) { return costs[i]; });
    if (const auto least = std::min_element(curve.y.begin(), curve.y.end()); least != curve.y.end()) {
        const double at = curve.x[static_cast<std::size_t>(least - curve.y.begin())];
        spec.marks.push_back(
            {.vertical = true, .at = at, .label = ChartText::tr("least %1 at %2").arg(figure(*least), figure(at))});
        spec.summary = ChartText::tr("With a false alarm at %1 and a miss at %2, the expected cost is least, %3 a row, "
                                     "at the threshold %4.")
                           .arg(figure(subject.costs.fp), figure(subject.costs.fn), figure(*least), figure(at));
    }
    curve.inLegend = false;
    spec.series.push_back(std::move(curve));
    return spec;
}

ChartSpec envelopeChart(const ThresholdSubject &subject)
{
    const engine::CostEnvelope &envelope = subject.data->envelope;
    ChartSpec spec;
    spec.title = ChartText::tr("Cost curve");
    spec.x = unitAxis(ChartText::tr("Probability-cost of the positive class"));
    spec.y = {.title = ChartText::tr("Normalised expected cost"), .min = 0.0, .max = 0.5};
    spec.series.push_back(referenceLine(ChartText::tr("Always one class"), envelope.probabilityCost, envelope.trivial));
    spec.series.push_back({.name = ChartText::tr("%1, best threshold").arg(subject.name),
                           .x = envelope.probabilityCost,
                           .y = envelope.model,
                           .slot = 0});
    const auto worst = std::max_element(envelope.model.begin(), envelope.model.end());
    if (worst != envelope.model.end())
        spec.summary =
            ChartText::tr("With the best threshold for each ratio of costs, the normalised cost is never above %1; "
                          "always saying one class costs up to 0.5.")
                .arg(figure(*worst));
    return spec;
}

ChartSpec netBenefitChart(const ThresholdSubject &subject)
{
    const engine::NetBenefitCurve &curve = subject.data->netBenefit;
    ChartSpec spec;
    spec.title = ChartText::tr("Net benefit");
    spec.x = unitAxis(ChartText::tr("Threshold probability"));
    spec.y.title = ChartText::tr("Net benefit");
    double best = 0;
    for (const double value : curve.model)
        best = std::max(best, std::isfinite(value) ? value : 0);
    // Treating all falls without end; what is below zero by more than this helps nobody.
    spec.y.min = best > 0 ? -0.25 * best : -0.05;
    spec.y.max = best > 0 ? 1.08 * std::max(best, curve.treatAll.empty() ? 0 : curve.treatAll.front()) : 0.05;
    spec.series.push_back(referenceLine(ChartText::tr("Nobody selected"), {0, 1}, {0, 0}));
    spec.series.push_back(
        {.name = ChartText::tr("Everybody selected"), .x = curve.thresholds, .y = curve.treatAll, .slot = 1});
    spec.series.push_back({.name = subject.name, .x = curve.thresholds, .y = curve.model, .slot = 0});
    double from = none, to = none;
    for (std::size_t i = 0; i < curve.thresholds.size(); ++i) {
        if (!(curve.model[i] > std::max(0.0, curve.treatAll[i]) + 1e-12))
            continue;
        from = std::isnan(from) ? curve.thresholds[i] : from;
        to = curve.thresholds[i];
    }
    spec.summary =
        std::isnan(from)
            ? ChartText::tr("At no threshold does the model help more than selecting everybody or nobody.")
            : ChartText::tr("Between the thresholds %1 and %2 the model helps more than selecting everybody or nobody.")
                  .arg(figure(from), figure(to));
    return spec;
}

double netBenefitAt(double threshold, const engine::Confusion &c)
{
    const double n = c.tn + c.fp + c.fn + c.tp;
    return (c.tp - c.fp * threshold / (1 - threshold)) / n;
}

/// Where the costs lie on the axis of the cost curve, and what the threshold costs there.
ChartMarker envelopeMarker(const ThresholdSubject &subject, const engine::Confusion &c, const QString &label)
{
    const double p = subject.data->sweep.positives, n = subject.data->sweep.negatives;
    const double miss = p * (subject.costs.fn - subject.costs.tp), alarm = n * (subject.costs.fp - subject.costs.tn);
    if (!(miss >= 0 && alarm >= 0 && miss + alarm > 0))
        return {};
    const double at = miss / (miss + alarm);
    return {.x = at, .y = at * share(c.fn, p) + (1 - at) * share(c.fp, n), .label = label};
}

} // namespace

ChartSpec thresholdChart(ThresholdCurve curve, const ThresholdSubject &subject)
{
    const std::vector<NamedEvaluation> model{{subject.name, subject.evaluation}};
    switch (curve) {
    case ThresholdCurve::Roc:
        return rocChart(model);
    case ThresholdCurve::Pr:
        return prChart(model);
    case ThresholdCurve::Det:
        return detChart(subject);
    case ThresholdCurve::Gain:
        return gainChart(model);
    case ThresholdCurve::Lift:
        return liftChart(subject);
    case ThresholdCurve::Ks:
        return ksChart(subject);
    case ThresholdCurve::Calibration:
        return calibrationChart(model, subject.quantileBins);
    case ThresholdCurve::Rates:
        return ratesChart(subject);
    case ThresholdCurve::Cost:
        return costChart(subject);
    case ThresholdCurve::CostEnvelope:
        return envelopeChart(subject);
    case ThresholdCurve::NetBenefit:
        return netBenefitChart(subject);
    }
    return {};
}

ChartMarker thresholdMarker(ThresholdCurve curve, const ThresholdSubject &subject, double threshold,
                            const engine::Confusion &c)
{
    const double p = c.tp + c.fn, n = c.tn + c.fp, tpr = share(c.tp, p), fpr = share(c.fp, n);
    const double taken = share(c.tp + c.fp, p + n);
    const QString label = figure(threshold);
    switch (curve) {
    case ThresholdCurve::Roc:
        return {.x = fpr, .y = tpr, .label = label};
    case ThresholdCurve::Pr:
        return {.x = tpr, .y = c.tp + c.fp > 0 ? share(c.tp, c.tp + c.fp) : 1, .label = label};
    case ThresholdCurve::Det:
        return {.x = fpr, .y = 1 - tpr, .label = label};
    case ThresholdCurve::Gain:
        return {.x = taken, .y = tpr, .label = label};
    case ThresholdCurve::Lift:
        return {.x = taken, .y = tpr / taken, .label = label};
    case ThresholdCurve::Cost:
        return {.x = threshold, .y = engine::expectedCost(c, subject.costs), .label = label};
    case ThresholdCurve::NetBenefit:
        return {.x = threshold, .y = netBenefitAt(threshold, c), .label = label};
    case ThresholdCurve::CostEnvelope:
        return envelopeMarker(subject, c, label);
    case ThresholdCurve::Ks:
    case ThresholdCurve::Calibration:
    case ThresholdCurve::Rates:
        break;
    }
    return {.x = threshold, .y = {}, .label = label};
}

QString curveLabel(ThresholdCurve curve)
{
    switch (curve) {
    case ThresholdCurve::Roc:
        return ChartText::tr("ROC");
    case ThresholdCurve::Pr:
        return ChartText::tr("Precision–recall");
    case ThresholdCurve::Det:
        return ChartText::tr("DET");
    case ThresholdCurve::Gain:
        return ChartText::tr("Gain");
    case ThresholdCurve::Lift:
        return ChartText::tr("Lift");
    case ThresholdCurve::Ks:
        return ChartText::tr("KS");
    case ThresholdCurve::Calibration:
        return ChartText::tr("Calibration");
    case ThresholdCurve::Rates:
        return ChartText::tr("By threshold");
    case ThresholdCurve::Cost:
        return ChartText::tr("Cost");
    case ThresholdCurve::CostEnvelope:
        return ChartText::tr("Cost curve");
    case ThresholdCurve::NetBenefit:
        return ChartText::tr("Net benefit");
    }
    return {};
}

} // namespace assay::ui
