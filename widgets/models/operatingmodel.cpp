// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/operatingmodel.h"

#include "engine/metrics/confusionmetrics.h"
#include "widgets/models/format.h"

#include <array>

namespace assay::ui {

namespace {

constexpr std::size_t rowCountOfModel = 8;

/// Texts in the order of OperatingModel::Row.
std::array<QString, rowCountOfModel> figures(const engine::Confusion &c, const engine::CostMatrix &costs)
{
    const engine::BinaryRates rates = engine::binaryRates(c);
    const double n = c.tn + c.fp + c.fn + c.tp, selected = c.tp + c.fp;
    const auto defined = [](bool is, double value) { return is ? Format::number(value) : QStringLiteral("–"); };
    return {Format::number(rates.accuracy),
            defined(selected > 0, rates.precision),
            defined(c.tp + c.fn > 0, rates.recall),
            defined(c.tn + c.fp > 0, rates.specificity),
            Format::number(rates.f1),
            Format::number(rates.mcc),
            n > 0 ? Format::percent(selected / n) : QStringLiteral("–"),
            Format::number(engine::expectedCost(c, costs))};
}

} // namespace

OperatingModel::OperatingModel(QObject *parent)
    : GridModel(parent)
{
    setTrained(m_trainedThreshold, {});
}

void OperatingModel::setTrained(double threshold, const engine::Confusion &confusion)
{
    m_trainedThreshold = threshold;
    m_trained = m_here = confusion;
    setGrid({{.text = tr("Metric")},
             {.text = tr("Here"), .toolTip = tr("At the threshold of the slider"), .figure = true},
             {.text = tr("At %1").arg(Format::number(threshold)),
              .toolTip = tr("At the threshold of the run"),
              .figure = true}},
            Grid(rowCountOfModel, std::vector<Cell>(3)));
    show();
}

void OperatingModel::setHere(const engine::Confusion &confusion, const engine::CostMatrix &costs)
{
    m_here = confusion;
    m_costs = costs;
    show();
}

void OperatingModel::show()
{
    const auto here = figures(m_here, m_costs), trained = figures(m_trained, m_costs);
    const std::array<std::pair<QString, QString>, rowCountOfModel> names{
        {{tr("Accuracy"), tr("Share of rows that are right")},
         {tr("Precision"), tr("Share of the selected that are positive")},
         {tr("Recall"), tr("Share of the positives that is selected")},
         {tr("Specificity"), tr("Share of the negatives that is left alone")},
         {tr("F1"), tr("Harmonic mean of precision and recall")},
         {tr("MCC"), tr("Matthews correlation of truth and prediction")},
         {tr("Selected"), tr("Share of rows at or above the threshold")},
         {tr("Expected cost"), tr("Mean cost of a row by the cost matrix")}}};
    Grid rows;
    for (std::size_t i = 0; i < rowCountOfModel; ++i) {
        Cell now = figure(here[i]), before = figure(trained[i]);
        now.strong = true;
        before.tone = Tone::Faint;
        rows.push_back({{.text = names[i].first, .toolTip = names[i].second}, std::move(now), std::move(before)});
    }
    replaceRows(std::move(rows));
}

} // namespace assay::ui
