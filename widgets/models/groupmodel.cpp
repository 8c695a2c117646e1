// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/groupmodel.h"

#include "widgets/models/format.h"

namespace assay::ui {

namespace {

constexpr double fourFifths = 0.8; // US Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D

Cell rateCell(const std::optional<double> &rate, const std::optional<engine::Interval> &interval = {})
{
    Cell cell = figure(Format::percent(rate), rate ? QVariant(*rate) : QVariant());
    if (!rate)
        cell.toolTip = GroupModel::tr("Undefined: the group has nobody to divide by.");
    if (interval) {
        cell.detail =
            GroupModel::tr("%1 – %2", "from, to").arg(Format::percent(interval->low), Format::percent(interval->high));
        cell.toolTip = GroupModel::tr("95 % interval by Wilson");
    }
    return cell;
}

struct NamedMeasure
{
    QString name;
    std::optional<double> value;
    QString ideal;
    bool isRatio = false;
    bool isAif360 = false; ///< AIF360's dialect; else fairlearn's
};

std::vector<NamedMeasure> measures(const engine::AttributeFairness &f)
{
    using M = FairnessMeasuresModel;
    const QString zero = QStringLiteral("0"), one = QStringLiteral("1");
    return {{M::tr("Demographic parity difference"), f.demographicParityDifference, zero},
            {M::tr("Demographic parity ratio"), f.demographicParityRatio, one, true},
            {M::tr("Equalized odds difference"), f.equalizedOddsDifference, zero},
            {M::tr("Equalized odds ratio"), f.equalizedOddsRatio, one},
            {M::tr("Equal opportunity difference"), f.equalOpportunityDifference, zero},
            {M::tr("Predictive parity difference"), f.predictiveParityDifference, zero},
            {M::tr("Disparate impact"), f.disparateImpact, one, true, true},
            {M::tr("Statistical parity difference"), f.statisticalParityDifference, zero, false, true},
            {M::tr("Average odds difference"), f.averageOddsDifference, zero, false, true},
            {M::tr("Theil index"), f.theilIndex, zero, false, true}};
}

} // namespace

void GroupModel::setFairness(const engine::AttributeFairness &fairness)
{
    Grid rows;
    for (const engine::GroupMetrics &group : fairness.groups) {
        const bool privileged = group.group == fairness.privileged;
        rows.push_back({{.text = text(group.group), .detail = privileged ? tr("privileged") : QString()},
                        figure(Format::count(static_cast<qint64>(group.n)), static_cast<qulonglong>(group.n)),
                        rateCell(group.baseRate),
                        rateCell(group.selectionRate, group.selectionInterval),
                        rateCell(group.accuracy, group.accuracyInterval),
                        rateCell(group.tpr, group.tprInterval),
                        rateCell(group.fpr, group.fprInterval),
                        rateCell(group.precision),
                        figure(Format::number(group.rocAuc), group.rocAuc ? QVariant(*group.rocAuc) : QVariant())});
    }
    const auto head = [](const QString &title, const QString &toolTip) {
        return Cell{.text = title, .toolTip = toolTip, .figure = true};
    };
    setGrid({{.text = text(fairness.attribute)},
             head(tr("Rows"), tr("How many rows of the test data the group has")),
             head(tr("Base rate"), tr("Share that is positive in truth")),
             head(tr("Selected"), tr("Share predicted positive")),
             head(tr("Accuracy"), tr("Share predicted right")),
             head(tr("True pos."), tr("True positive rate: share of the positives that is found")),
             head(tr("False pos."), tr("False positive rate: share of the negatives taken for positive")),
             head(tr("Precision"), tr("Share of those predicted positive that is")),
             head(tr("ROC AUC"), tr("How well the scores rank within the group"))},
            std::move(rows));
}

void FairnessMeasuresModel::setFairness(const engine::AttributeFairness &fairness)
{
    Grid rows;
    for (const NamedMeasure &measure : measures(fairness)) {
        const QString dialect = measure.isAif360
                                    ? tr("Everyone else against “%1” (AIF360)").arg(text(fairness.privileged))
                                    : tr("Over all groups (fairlearn)");
        Cell value = figure(Format::number(measure.value), measure.value ? QVariant(*measure.value) : QVariant());
        Cell reading{.text = dialect, .tone = Tone::Faint};
        if (measure.isRatio && measure.value && *measure.value < fourFifths) {
            reading.text = tr("Below four fifths · %1").arg(dialect);
            reading.tone = value.tone = Tone::Warning;
        }
        rows.push_back({{.text = measure.name}, std::move(value), figure(measure.ideal), std::move(reading)});
    }
    setGrid({{.text = tr("Measure")},
             {.text = tr("Value"), .figure = true},
             {.text = tr("Alike"), .toolTip = tr("The value if all groups were treated alike"), .figure = true},
             {.text = tr("Reading")}},
            std::move(rows));
}

} // namespace assay::ui
