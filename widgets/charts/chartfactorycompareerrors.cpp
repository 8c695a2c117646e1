// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttext.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr std::size_t errorBins = 40;
constexpr std::size_t curvePoints = 400;

std::vector<double> errorsOf(const engine::Predictions &p)
{
    std::vector<double> errors;
    errors.reserve(p.size());
    for (std::size_t row = 0; row < p.size() && p.scores.size() > 0; ++row) {
        const double error = p.scores(static_cast<Eigen::Index>(row), 0) - p.truth[row];
        if (std::isfinite(error))
            errors.push_back(error);
    }
    return errors;
}

double quantile(const std::vector<double> &sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

struct Spread
{
    double mean = 0, deviation = 0;
};

Spread spreadOf(const std::vector<double> &values)
{
    Spread spread;
    for (const double value : values)
        spread.mean += value / static_cast<double>(values.size());
    for (const double value : values)
        spread.deviation += (value - spread.mean) * (value - spread.mean);
    spread.deviation = values.size() > 1 ? std::sqrt(spread.deviation / static_cast<double>(values.size() - 1)) : 0;
    return spread;
}

double valueOf(const engine::Predictions &p, std::size_t row)
{
    return p.scores.size() > 0 ? p.scores(static_cast<Eigen::Index>(row), 0) : p.predicted[row];
}

} // namespace

CurveFamily errorFamily(const std::vector<NamedPredictions> &models)
{
    CurveFamily family;
    family.frame.title = ChartText::tr("Share of rows within an error");
    family.frame.x = {.title = ChartText::tr("Absolute error"), .min = 0.0};
    family.frame.y = {.title = ChartText::tr("Share of rows"), .min = 0.0, .max = 1.0};
    family.figureName = ChartText::tr("median absolute error");
    double far = 0;
    QStringList parts;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Series curve{.name = models[i].first, .slot = static_cast<int>(i % 8)};
        std::vector<double> errors = errorsOf(*models[i].second);
        std::ranges::transform(errors, errors.begin(), [](double e) { return std::abs(e); });
        std::ranges::sort(errors);
        if (!errors.empty())
            far = std::max(far, quantile(errors, 0.98));
        for (std::size_t step = 0; step <= curvePoints && !errors.empty(); ++step) {
            const double share = static_cast<double>(step) / curvePoints;
            curve.x.push_back(step == 0 ? 0 : quantile(errors, share));
            curve.y.push_back(share);
        }
        family.figures << (errors.empty() ? QString() : figure(quantile(errors, 0.5)));
        if (!errors.empty() && parts.size() < 8)
            parts << ChartText::tr("%1 for %2").arg(family.figures.back(), models[i].first);
        family.curves.push_back(std::move(curve));
    }
    family.frame.x.max = far > 0 ? far : 1;
    family.frame.summary = ChartText::tr("Half of the rows are predicted within %1.").arg(sentenceList(parts));
    return family;
}

CurveFamily residualFamily(const std::vector<NamedPredictions> &models)
{
    CurveFamily family;
    family.frame.title = ChartText::tr("Spread of errors");
    family.frame.x.title = ChartText::tr("Predicted − true");
    family.frame.y = {.title = ChartText::tr("Share of rows"), .min = 0.0};
    family.figureName = ChartText::tr("mean error");
    family.frame.marks.push_back({.vertical = true, .at = 0});
    std::vector<std::vector<double>> all;
    double low = 0, high = 0;
    for (const auto &[name, predictions] : models) {
        all.push_back(errorsOf(*predictions));
        std::vector<double> sorted = all.back();
        std::ranges::sort(sorted);
        if (!sorted.empty()) {
            low = std::min(low, quantile(sorted, 0.005));
            high = std::max(high, quantile(sorted, 0.995));
        }
    }
    const double width = (high > low ? high - low : 1) / errorBins;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Series curve{.name = models[i].first, .slot = static_cast<int>(i % 8)};
        std::vector<double> shares(errorBins, 0);
        for (const double error : all[i]) {
            const double place = std::clamp((error - low) / width, 0.0, errorBins - 1.0);
            shares[static_cast<std::size_t>(place)] += 1 / static_cast<double>(all[i].size());
        }
        for (std::size_t bin = 0; bin < errorBins && !all[i].empty(); ++bin) {
            curve.x.push_back(low + (static_cast<double>(bin) + 0.5) * width);
            curve.y.push_back(shares[bin]);
        }
        family.figures << (all[i].empty() ? QString() : figure(spreadOf(all[i]).mean));
        family.curves.push_back(std::move(curve));
    }
    family.frame.x.min = low;
    family.frame.x.max = high > low ? high : low + 1;
    family.frame.summary = ChartText::tr("Errors left of zero are predictions that are too low.");
    return family;
}

ChartSpec scoreScatterChart(const QString &a, const QString &b, const engine::Disagreements &rows)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Scores of both models");
    spec.x.title = a;
    spec.y.title = b;
    spec.square = true;
    const bool values = rows.a.task == engine::Task::Regression;
    if (!values) {
        spec.x.min = spec.y.min = 0.0;
        spec.x.max = spec.y.max = 1.0;
    }
    const std::size_t kinds = values ? 1 : 2;
    std::vector<Series> series(kinds);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        series[kind].kind = SeriesKind::Scatter;
        series[kind].slot = static_cast<int>(kind);
        if (!values)
            series[kind].name = ChartText::tr("truth %1").arg(QString::fromStdString(rows.a.labels[kind]));
        else
            series[kind].name = ChartText::tr("Rows");
    }
    for (std::size_t row = 0; row < rows.a.size(); ++row) {
        Series &into = series[values ? 0 : rows.a.truth[row] > 0.5 ? 1 : 0];
        into.x.push_back(valueOf(rows.a, row));
        into.y.push_back(valueOf(rows.b, row));
    }
    for (Series &one : series)
        spec.series.push_back(std::move(one));
    spec.summary = ChartText::tr("Each row by the score of %1 and of %2; on the diagonal both say the same.").arg(a, b);
    if (!values)
        spec.summary += u' ' + ChartText::tr("They decide differently on %1 of %2 rows.")
                                   .arg(QLocale().toString(static_cast<qulonglong>(rows.rows.size())),
                                        QLocale().toString(static_cast<qulonglong>(rows.a.size())));
    return spec;
}

ChartSpec blandAltmanChart(const QString &a, const QString &b, const engine::Disagreements &rows)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Agreement of the two predictions");
    spec.x.title = ChartText::tr("Mean of both predictions");
    spec.y.title = ChartText::tr("%1 − %2", "two models").arg(a, b);
    Series points{.name = ChartText::tr("Rows"), .kind = SeriesKind::Scatter, .slot = 0, .inLegend = false};
    for (std::size_t row = 0; row < rows.a.size(); ++row) {
        const double first = valueOf(rows.a, row), second = valueOf(rows.b, row);
        points.x.push_back((first + second) / 2);
        points.y.push_back(first - second);
    }
    const Spread spread = spreadOf(points.y);
    const double low = spread.mean - 1.96 * spread.deviation, high = spread.mean + 1.96 * spread.deviation;
    spec.marks = {{.at = spread.mean, .label = ChartText::tr("mean %1").arg(figure(spread.mean))},
                  {.at = low, .label = ChartText::tr("−1.96 sd %1").arg(figure(low))},
                  {.at = high, .label = ChartText::tr("+1.96 sd %1").arg(figure(high))}};
    spec.summary =
        ChartText::tr("%1 predicts %2 more than %3 on average; 95 % of the differences lie between %4 and %5 "
                      "where they are normally distributed.")
            .arg(a, figure(spread.mean), b, figure(low), figure(high));
    spec.series.push_back(std::move(points));
    return spec;
}

} // namespace assay::ui
