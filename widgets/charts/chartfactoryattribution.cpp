// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/reduce.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace assay::ui {

namespace {

QString signedFigure(double value)
{
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + figure(std::abs(value));
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

Eigen::Index valueRow(const engine::Attribution &a, std::size_t row, int classIndex)
{
    const auto classes = static_cast<Eigen::Index>(std::max<std::size_t>(1, a.classes.size()));
    return static_cast<Eigen::Index>(row) * classes + std::clamp<Eigen::Index>(classIndex, 0, classes - 1);
}

QString ofClass(const engine::Attribution &a, int classIndex)
{
    if (a.classes.empty())
        return {};
    return text(
        a.classes[static_cast<std::size_t>(std::clamp<int>(classIndex, 0, static_cast<int>(a.classes.size()) - 1))]);
}

/// Features by mean absolute attribution to one class over the explained rows, largest first.
std::vector<Eigen::Index> byImportance(const engine::Attribution &a, int classIndex)
{
    std::vector<double> sums(a.features.size(), 0);
    for (std::size_t r = 0; r < a.n(); ++r) {
        for (std::size_t f = 0; f < sums.size(); ++f)
            sums[f] += std::abs(a.values(valueRow(a, r, classIndex), static_cast<Eigen::Index>(f)));
    }
    std::vector<Eigen::Index> order(sums.size());
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&sums](auto l, auto r) {
        return sums[static_cast<std::size_t>(l)] > sums[static_cast<std::size_t>(r)];
    });
    return order;
}

/// Points of like value are stacked around the middle of their row, so that the thickness of the swarm shows how many
/// there are.
std::vector<double> swarm(const std::vector<double> &values, double low, double high)
{
    constexpr int bins = 120;
    std::map<int, int> filled;
    std::vector<int> place(values.size());
    std::vector<int> bin(values.size());
    int tallest = 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        bin[i] = high > low ? static_cast<int>((values[i] - low) / (high - low) * bins) : 0;
        place[i] = filled[bin[i]]++;
        tallest = std::max(tallest, place[i] + 1);
    }
    const double step = std::min(0.07, 0.8 / tallest);
    std::vector<double> shifts(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        shifts[i] = (place[i] % 2 == 0 ? -1 : 1) * ((place[i] + 1) / 2) * step;
    return shifts;
}

bool hasRows(const engine::Attribution &a)
{
    return a.n() > 0 && a.values.rows() > 0 && a.values.cols() == static_cast<Eigen::Index>(a.features.size());
}

} // namespace

ChartSpec importanceChart(const engine::Attribution &attribution, int features)
{
    const bool permutation = attribution.method == "permutation";
    ChartSpec spec;
    spec.title = ChartText::tr("Importance of features");
    spec.horizontal = true;
    spec.x.title =
        permutation ? ChartText::tr("Mean loss of score when shuffled") : ChartText::tr("Mean absolute contribution");
    spec.table.header = {ChartText::tr("Feature"), spec.x.title};
    Series bars{.name = spec.x.title, .kind = SeriesKind::Bars, .x = {}, .y = {}, .inLegend = false};
    QStringList first;
    for (std::size_t i = 0; i < attribution.meanAbs.size(); ++i) {
        const auto &[feature, value] = attribution.meanAbs[i];
        spec.table.rows.push_back({text(feature), plainFigure(value)});
        if (static_cast<int>(i) >= features)
            continue;
        spec.y.categories << text(feature);
        bars.y.push_back(value);
        bars.labels << figure(value);
        if (i < attribution.spread.size()) {
            bars.low.push_back(value - attribution.spread[i]);
            bars.high.push_back(value + attribution.spread[i]);
        }
        if (i < 3)
            first << ChartText::tr("%1 (%2)").arg(text(feature), figure(value));
    }
    spec.series.push_back(std::move(bars));
    spec.summary = first.isEmpty() ? ChartText::tr("No feature was explained.")
                                   : ChartText::tr("What matters most: %1.").arg(sentenceList(first));
    if (static_cast<int>(attribution.meanAbs.size()) > features)
        spec.summary += u' ' + ChartText::tr("%1 of %2 features are drawn.")
                                   .arg(QLocale().toString(features),
                                        QLocale().toString(static_cast<int>(attribution.meanAbs.size())));
    return spec;
}

ChartSpec beeswarmChart(const engine::Attribution &attribution, int features, int classIndex)
{
    ChartSpec spec;
    const QString label = ofClass(attribution, classIndex);
    spec.title = label.isEmpty() ? ChartText::tr("Contribution of each feature, row by row")
                                 : ChartText::tr("Contribution to %1, row by row").arg(label);
    spec.x.title = ChartText::tr("Contribution to the prediction (log-odds, or units of the target)");
    spec.shadeLow = ChartText::tr("low value");
    spec.shadeHigh = ChartText::tr("high value");
    spec.marks = {{.vertical = true, .at = 0, .label = {}}};
    if (!hasRows(attribution)) {
        spec.summary = ChartText::tr("This method explains no single rows.");
        return spec;
    }
    std::vector<Eigen::Index> order = byImportance(attribution, classIndex);
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(1, features))));
    // Evenly spaced rows when there are more than can be drawn one by one.
    const std::size_t most = std::max<std::size_t>(1, scatterLimit / order.size() - 1);
    const std::size_t every = (attribution.n() + most - 1) / most;
    double low = 0, high = 0;
    for (const Eigen::Index f : order) {
        low = std::min(low, attribution.values.col(f).minCoeff());
        high = std::max(high, attribution.values.col(f).maxCoeff());
    }
    Series points{.name = ChartText::tr("Rows"), .kind = SeriesKind::Scatter, .x = {}, .y = {}};
    spec.table.header = {ChartText::tr("Feature"), ChartText::tr("Row"), ChartText::tr("Contribution"),
                         ChartText::tr("Value")};
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Eigen::Index f = order[k];
        const QString feature = text(attribution.features[static_cast<std::size_t>(f)]);
        spec.y.categories << feature;
        std::vector<double> values;
        for (std::size_t r = 0; r < attribution.n(); r += every) {
            values.push_back(attribution.values(valueRow(attribution, r, classIndex), f));
            const bool known =
                attribution.magnitudes.rows() > static_cast<Eigen::Index>(r) && attribution.magnitudes.cols() > f;
            points.shade.push_back(known ? attribution.magnitudes(static_cast<Eigen::Index>(r), f)
                                         : std::numeric_limits<double>::quiet_NaN());
            const bool cell = r < attribution.cells.size() && static_cast<std::size_t>(f) < attribution.cells[r].size();
            spec.table.rows.push_back({feature, QString::number(attribution.rows[r] + 1), plainFigure(values.back()),
                                       cell ? text(attribution.cells[r][static_cast<std::size_t>(f)]) : QString()});
        }
        const std::vector<double> shifts = swarm(values, low, high);
        for (std::size_t i = 0; i < values.size(); ++i) {
            points.x.push_back(values[i]);
            points.y.push_back(static_cast<double>(k) + shifts[i]);
        }
    }
    spec.series.push_back(std::move(points));
    spec.summary = ChartText::tr("One point a feature and row, to the right where it raised the prediction, coloured "
                                 "by the feature's value; %1 rows of %2. %3 moves predictions most, from %4 to %5.")
                       .arg(QLocale().toString(static_cast<qulonglong>((attribution.n() + every - 1) / every)),
                            QLocale().toString(static_cast<qulonglong>(attribution.n())), spec.y.categories.front(),
                            signedFigure(attribution.values.col(order.front()).minCoeff()),
                            signedFigure(attribution.values.col(order.front()).maxCoeff()));
    return spec;
}

ChartSpec waterfallChart(const engine::Attribution &attribution, std::size_t row, int features, int classIndex)
{
    ChartSpec spec;
    spec.horizontal = true;
    if (!hasRows(attribution) || row >= attribution.n()) {
        spec.title = ChartText::tr("Contributions");
        spec.summary = ChartText::tr("This method explains no single rows.");
        return spec;
    }
    const Eigen::Index at = valueRow(attribution, row, classIndex);
    const QString label = ofClass(attribution, classIndex);
    const QString number = QLocale().toString(static_cast<qulonglong>(attribution.rows[row]) + 1);
    spec.title = label.isEmpty() ? ChartText::tr("Row %1: from the average to this prediction").arg(number)
                                 : ChartText::tr("Row %1: from the average to %2").arg(number, label);
    spec.x.title = ChartText::tr("Prediction (log-odds, or units of the target)");
    spec.table.header = {ChartText::tr("Feature"), ChartText::tr("Value"), ChartText::tr("Contribution")};
    std::vector<Eigen::Index> order(attribution.features.size());
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&](auto l, auto r) {
        return std::abs(attribution.values(at, l)) > std::abs(attribution.values(at, r));
    });
    const std::size_t shown = std::min(order.size(), static_cast<std::size_t>(std::max(1, features)));
    const std::size_t base =
        std::min(attribution.baseValues.size() - 1, static_cast<std::size_t>(std::max(0, classIndex)));
    const double start = attribution.baseValues.empty() ? 0 : attribution.baseValues[base];

    Series bars{.name = ChartText::tr("Contribution"),
                .kind = SeriesKind::Bars,
                .x = {},
                .y = {},
                .inLegend = false,
                .diverging = true};
    std::vector<double> steps;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto f = static_cast<std::size_t>(order[k]);
        const double value = attribution.values(at, order[k]);
        const QString feature = text(attribution.features[f]);
        const QString cell = row < attribution.cells.size() && f < attribution.cells[row].size()
                                 ? text(attribution.cells[row][f])
                                 : QString();
        spec.table.rows.push_back({feature, cell, plainFigure(value)});
        if (k < shown) {
            spec.y.categories << (row < attribution.cells.size()
                                      ? ChartText::tr("%1 = %2", "feature, value")
                                            .arg(feature, cell.isEmpty() ? ChartText::tr("(missing)") : cell)
                                      : feature);
            steps.push_back(value);
        } else if (k == shown) {
            spec.y.categories << QString();
            steps.push_back(value);
        } else {
            steps.back() += value;
        }
    }
    if (order.size() > shown)
        spec.y.categories.back() = ChartText::tr("%n other features", nullptr, static_cast<int>(order.size() - shown));
    // From the average at the bottom upwards, so that the largest step ends at the prediction.
    double reached = start;
    bars.y.resize(steps.size());
    bars.base.resize(steps.size());
    for (std::size_t k = steps.size(); k-- > 0;) {
        bars.base[k] = reached;
        reached += steps[k];
        bars.y[k] = reached;
    }
    for (const double step : steps)
        bars.labels << signedFigure(step);
    const QString first = spec.y.categories.front();
    spec.marks = {{.vertical = true, .at = start, .label = ChartText::tr("average %1").arg(figure(start))},
                  {.vertical = true, .at = reached, .label = ChartText::tr("this row %1").arg(figure(reached))}};
    spec.summary = ChartText::tr("From the average %1 to %2 for this row; the largest step is %3 (%4).")
                       .arg(figure(start), figure(reached), first, signedFigure(steps.front()));
    spec.series.push_back(std::move(bars));
    return spec;
}

} // namespace assay::ui
