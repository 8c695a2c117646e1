// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/comparisonmodel.h"

#include "widgets/charts/palette.h"
#include "widgets/models/format.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace assay::ui {

namespace {

Cell runHeader(const RunComparison &comparison, std::size_t run)
{
    const tracking::Run &facts = comparison.runs[run].details.run;
    return {.text = facts.name, .toolTip = Format::model(facts.model), .figure = true};
}

QString verdict(const PairedDifference &paired)
{
    QString text = Format::pValue(paired.pValue);
    return paired.adjusted ? ComparisonMetricsModel::tr("%1 (Holm)", "p value").arg(text) : text;
}

QString explained(const PairedDifference &paired, const QString &run, const QString &baseline)
{
    return ComparisonMetricsModel::tr("%1 − %2 on the same rows: %3, interval %4, %5 by %6")
        .arg(run, baseline, Format::signedNumber(paired.difference), Format::interval(paired.low, paired.high),
             verdict(paired), paired.test);
}

/// Which runs are best in @p metric; none when all are equal or only one has it.
std::set<std::size_t> bestRuns(const RunComparison &comparison, const std::string &metric)
{
    std::vector<std::pair<double, std::size_t>> values;
    for (std::size_t run = 0; run < comparison.runs.size(); ++run)
        if (const auto value = comparison.runs[run].evaluation.metric(metric))
            values.emplace_back(*value, run);
    std::set<std::size_t> best;
    if (values.size() < 2)
        return best;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double wanted = engine::largerIsBetter(metric) ? high->first : low->first;
    if (low->first != high->first)
        for (const auto &[value, run] : values)
            if (value == wanted)
                best.insert(run);
    return best;
}

Cell valueCell(const RunAnalysis &run, const std::string &metric)
{
    const auto value = run.evaluation.metric(metric);
    Cell cell = figure(Format::number(value), value ? QVariant(*value) : QVariant());
    if (const engine::Interval *interval = run.evaluation.interval(metric)) {
        cell.detail = Format::interval(interval->low, interval->high);
        cell.toolTip = ComparisonMetricsModel::tr("95 % interval by %1").arg(text(interval->method));
    }
    return cell;
}

/// How far each run is from the worst to the best; NaN where it has no value.
std::vector<double> sharesOf(const RunComparison &comparison, const std::string &metric)
{
    std::vector<double> shares;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const RunAnalysis &run : comparison.runs) {
        shares.push_back(run.evaluation.metric(metric).value_or(std::nan("")));
        low = std::fmin(low, shares.back());
        high = std::fmax(high, shares.back());
    }
    for (double &share : shares)
        share = engine::largerIsBetter(metric) ? (share - low) / (high - low) : (high - share) / (high - low);
    return shares;
}

} // namespace

QColor runColor(std::size_t index)
{
    return slotStyle(static_cast<int>(index), hasDarkBase(QGuiApplication::palette())).color;
}

std::optional<PairedDifference> pairedDifference(const RunComparison &comparison, std::size_t baseline, std::size_t run,
                                                 const std::string &metric)
{
    const auto &pairs = comparison.comparison.pairs;
    const auto found = std::ranges::find_if(pairs, [&](const engine::PairComparison &pair) {
        return (pair.a == run && pair.b == baseline) || (pair.a == baseline && pair.b == run);
    });
    if (found == pairs.end() || comparison.runs.empty())
        return std::nullopt;
    // The adjusted p-value belongs to the difference that was decided on.
    const bool decidedOn = found->decision ? found->decision->metric == metric && found->decision->test != "corrected_t"
                                           : metric == engine::headline(comparison.runs.front().evaluation.task).metric;
    PairedDifference paired;
    if (found->delong && metric == "roc_auc") {
        paired = {.difference = found->delong->difference,
                  .low = found->delong->low,
                  .high = found->delong->high,
                  .pValue = found->delong->pValue,
                  .test = QStringLiteral("DeLong")};
    } else if (const auto resampled = found->bootstrap.find(metric); resampled != found->bootstrap.end()) {
        paired = {.difference = resampled->second.difference,
                  .low = resampled->second.low,
                  .high = resampled->second.high,
                  .pValue = resampled->second.pValue,
                  .test = ComparisonMetricsModel::tr("paired bootstrap")};
    } else {
        return std::nullopt;
    }
    if (decidedOn && found->adjustedPValue) {
        paired.pValue = *found->adjustedPValue;
        paired.adjusted = true;
    }
    if (found->a == baseline) { // the pair is baseline − run
        paired.difference = -paired.difference;
        const double low = paired.low;
        paired.low = -paired.high;
        paired.high = -low;
    }
    return paired;
}

std::vector<Cell> ComparisonMetricsModel::metricRow(const RunComparison &comparison, std::size_t baseline,
                                                    const std::string &metric, const ComparisonLook &look) const
{
    const bool two = comparison.runs.size() == 2 && !look.transposed;
    const std::set<std::size_t> best = bestRuns(comparison, metric);
    std::vector<Cell> row{{.text = Format::metric(text(metric)), .toolTip = text(metric)}};
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        Cell cell = valueCell(comparison.runs[run], metric);
        cell.strong = best.contains(run) && !look.dimmed;
        cell.tone = look.dimmed ? Tone::Faint : Tone::Normal;
        const auto paired = run == baseline || two ? std::nullopt : pairedDifference(comparison, baseline, run, metric);
        if (paired) {
            cell.toolTip += QLatin1Char('\n') +
                            explained(*paired, runHeader(comparison, run).text, runHeader(comparison, baseline).text);
            cell.detail =
                tr("%1, %2", "difference, p value").arg(Format::signedNumber(paired->difference), verdict(*paired));
        }
        if (look.bars)
            cell.detail.clear();
        row.push_back(std::move(cell));
    }
    return row;
}

void ComparisonMetricsModel::addDifference(std::vector<Cell> &row, const RunComparison &comparison,
                                           std::size_t baseline, const std::string &metric) const
{
    const std::size_t other = baseline == 0 ? 1 : 0;
    const auto paired = pairedDifference(comparison, baseline, other, metric);
    row.push_back(paired ? figure(Format::signedNumber(paired->difference), paired->difference)
                         : figure(QStringLiteral("–")));
    row.push_back(paired ? figure(verdict(*paired), paired->pValue) : figure(QStringLiteral("–")));
    row[DifferenceOfTwo].tone = row[PValueOfTwo].tone = row[FirstRun].tone;
    if (!paired)
        return;
    row[DifferenceOfTwo].detail = Format::interval(paired->low, paired->high);
    row[DifferenceOfTwo].toolTip =
        explained(*paired, runHeader(comparison, other).text, runHeader(comparison, baseline).text);
    row[PValueOfTwo].detail = paired->test;
}

void ComparisonMetricsModel::setComparison(const RunComparison &comparison, std::size_t baseline,
                                           const ComparisonLook &look)
{
    const std::size_t runs = comparison.runs.size();
    const bool two = runs == 2 && !look.transposed;
    const std::size_t other = baseline == 0 ? 1 : 0;
    std::vector<Cell> header{{.text = look.transposed ? tr("Run") : tr("Metric")}};
    for (std::size_t run = 0; run < runs; ++run)
        header.push_back(runHeader(comparison, run));
    if (two) {
        header.push_back({.text = tr("Difference"),
                          .toolTip = tr("%1 − %2").arg(header[other + 1].text, header[baseline + 1].text),
                          .figure = true});
        header.push_back({.text = tr("Test"), .toolTip = tr("Is there a difference at all?"), .figure = true});
    }
    Grid rows;
    std::vector<std::vector<double>> shares;
    const auto names = runs == 0 ? std::vector<engine::Metric>() : comparison.runs.front().evaluation.metrics;
    for (const engine::Metric &metric : names) {
        rows.push_back(metricRow(comparison, baseline, metric.name, look));
        shares.push_back(look.bars ? sharesOf(comparison, metric.name) : std::vector<double>());
        if (two)
            addDifference(rows.back(), comparison, baseline, metric.name);
    }
    setRuns(std::move(header), std::move(rows), runs, look.transposed, std::move(shares));
}

void ComparisonParamsModel::setComparison(const RunComparison &comparison, bool onlyDifferences, bool transposed)
{
    std::vector<Cell> header{{.text = transposed ? tr("Run") : tr("Parameter")}};
    std::set<QString> known;
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        header.push_back(runHeader(comparison, run));
        header.back().figure = false;
        for (const auto &[key, value] : comparison.runs[run].details.run.params)
            known.insert(text(key));
    }
    const auto &differing = comparison.differingParams;
    const auto differs = [&](const QString &name) { return std::ranges::find(differing, name) != differing.end(); };
    std::vector<QString> names{QStringLiteral("model")};
    std::ranges::copy_if(known, std::back_inserter(names), differs);
    std::ranges::copy_if(known, std::back_inserter(names), std::not_fn(differs));
    Grid rows;
    for (const QString &name : names) {
        if (onlyDifferences && !differs(name))
            continue;
        std::vector<Cell> row{{.text = name == QLatin1String("model") ? tr("Model") : name, .toolTip = name}};
        for (const RunAnalysis &run : comparison.runs) {
            const auto &params = run.details.run.params;
            const auto value = params.find(name.toStdString());
            const bool isModel = name == QLatin1String("model");
            Cell cell{.text = isModel                 ? Format::model(run.details.run.model)
                              : value == params.end() ? QStringLiteral("–")
                                                      : Format::parameter(value->second)};
            cell.marked = differs(name);
            cell.tone = !isModel && value == params.end() ? Tone::Faint : Tone::Normal;
            row.push_back(std::move(cell));
        }
        rows.push_back(std::move(row));
    }
    setRuns(std::move(header), std::move(rows), comparison.runs.size(), transposed);
}

} // namespace assay::ui
