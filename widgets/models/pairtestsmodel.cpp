// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/pairtestsmodel.h"

#include "widgets/models/conclusion.h"
#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

using engine::PairComparison;

Cell absent()
{
    return {.text = QStringLiteral("–"), .sort = 2.0, .tone = Tone::Faint, .figure = true};
}

Cell pCell(double p, const QString &detail = {})
{
    Cell cell = figure(Format::pValue(p), p);
    cell.detail = detail;
    return cell;
}

QString between(double low, double high)
{
    return Format::interval(low, high);
}

Cell mcNemarCell(const PairComparison &pair)
{
    if (!pair.mcnemar)
        return absent();
    const engine::McNemar &test = *pair.mcnemar;
    Cell cell =
        pCell(test.exact ? test.exactPValue : test.pValue,
              PairTestsModel::tr("%1 : %2", "rows only the one, only the other got right")
                  .arg(Format::count(static_cast<qint64>(test.n10)), Format::count(static_cast<qint64>(test.n01))));
    cell.toolTip = test.exact ? PairTestsModel::tr("McNemar's test, exact: few rows are decided differently")
                              : PairTestsModel::tr("McNemar's test with continuity correction, χ² = %1")
                                    .arg(Format::number(test.statistic));
    return cell;
}

Cell bayesianCell(const PairComparison &pair)
{
    if (!pair.bayesian)
        return absent();
    const engine::BayesianT &test = *pair.bayesian;
    Cell cell = figure(QString(), test.aBetter);
    cell.text =
        PairTestsModel::tr("%1 / %2 / %3", "three shares")
            .arg(Format::percent(test.aBetter), Format::percent(test.equivalent), Format::percent(test.bBetter));
    cell.toolTip = PairTestsModel::tr("Probability that the first is better, that they are within ±%1, that the second "
                                      "is better (Bayesian correlated t test)")
                       .arg(Format::number(test.rope));
    return cell;
}

Cell bootstrapCell(const PairComparison &pair, const std::string &metric)
{
    const auto found = pair.bootstrap.find(metric);
    if (found == pair.bootstrap.end())
        return absent();
    Cell cell = pCell(found->second.pValue, between(found->second.low, found->second.high));
    cell.toolTip = PairTestsModel::tr("Paired bootstrap of %1, %n resample(s), %2", nullptr, found->second.resamples)
                       .arg(Format::metric(text(metric)), text(found->second.method));
    return cell;
}

std::vector<Cell> testCells(const PairComparison &pair, const std::string &metric)
{
    std::vector<Cell> cells;
    cells.push_back(pair.delong ? pCell(pair.delong->pValue, between(pair.delong->low, pair.delong->high)) : absent());
    if (pair.delong)
        cells.back().toolTip =
            PairTestsModel::tr("DeLong's test of two ROC AUCs, z = %1").arg(Format::number(pair.delong->z));
    cells.push_back(bootstrapCell(pair, metric));
    cells.push_back(mcNemarCell(pair));
    cells.push_back(pair.crossValidation ? pCell(pair.crossValidation->pValue,
                                                 PairTestsModel::tr("%n fold(s)", nullptr, pair.crossValidation->folds))
                                         : absent());
    cells.back().toolTip = PairTestsModel::tr("Corrected resampled t test over the folds of cross-validated runs");
    cells.push_back(pair.fiveByTwo ? pCell(pair.fiveByTwo->pValue,
                                           PairTestsModel::tr("F %1").arg(Format::number(pair.fiveByTwo->f)))
                                   : absent());
    cells.back().toolTip = PairTestsModel::tr("Combined F test over 5 repeats of 2 folds");
    cells.push_back(bayesianCell(pair));
    return cells;
}

Tone verdictTone(engine::Verdict verdict)
{
    switch (verdict) {
    case engine::Verdict::ABetter:
        return Tone::Good;
    case engine::Verdict::BBetter:
        return Tone::Bad;
    case engine::Verdict::Equivalent:
        return Tone::Normal;
    case engine::Verdict::Undecided:
        break;
    }
    return Tone::Faint;
}

} // namespace

void PairTestsModel::setComparison(const RunComparison &comparison, const std::vector<engine::Judgement> &judgements,
                                   const QString &metric, bool dimmed)
{
    std::vector<Cell> header{{.text = tr("First − second")},
                             {.text = tr("Δ %1", "metric").arg(Format::metric(metric)), .figure = true},
                             {.text = tr("p, adjusted"), .toolTip = tr("By Holm over all pairs shown"), .figure = true},
                             {.text = tr("First is"), .toolTip = tr("What may be concluded at the chosen level")},
                             {.text = QStringLiteral("DeLong"), .figure = true},
                             {.text = tr("Bootstrap"), .figure = true},
                             {.text = QStringLiteral("McNemar"), .figure = true},
                             {.text = tr("Corrected t"), .figure = true},
                             {.text = tr("5×2 cv F"), .figure = true},
                             {.text = tr("Bayesian t"), .figure = true}};
    Grid rows;
    m_pairs.clear();
    const auto name = [&](std::size_t run) { return comparison.runs[run].details.run.name; };
    for (const PairComparison &pair : comparison.comparison.pairs) {
        if (pair.a >= comparison.runs.size() || pair.b >= comparison.runs.size())
            continue;
        const auto judged = std::ranges::find_if(
            judgements, [&](const engine::Judgement &j) { return j.a == pair.a && j.b == pair.b; });
        std::vector<Cell> row{{.text = tr("%1 − %2", "two runs").arg(name(pair.a), name(pair.b)),
                               .toolTip = tr("%n row(s) in common", nullptr, static_cast<int>(pair.rows))}};
        if (judged != judgements.end()) {
            row.push_back(figure(Format::signedNumber(judged->difference), judged->difference));
            row.back().detail = between(judged->low, judged->high);
            row.push_back(pCell(judged->adjustedPValue, Conclusion::testText(judged->test)));
            row.push_back({.text = dimmed ? QStringLiteral("–") : Conclusion::verdictText(judged->verdict),
                           .tone = verdictTone(judged->verdict),
                           .strong = !dimmed && (judged->verdict == engine::Verdict::ABetter ||
                                                 judged->verdict == engine::Verdict::BBetter)});
        } else {
            row.insert(row.end(), {absent(), absent(), {.text = QStringLiteral("–"), .tone = Tone::Faint}});
        }
        for (Cell &cell : testCells(pair, metric.toStdString()))
            row.push_back(std::move(cell));
        if (dimmed)
            for (Cell &cell : row)
                cell.tone = Tone::Faint;
        m_pairs.push_back(pair);
        rows.push_back(std::move(row));
    }
    setGrid(std::move(header), std::move(rows));
}

QVariant PairTestsModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role >= SharesRole) {
        const PairComparison &pair = m_pairs[static_cast<std::size_t>(index.row())];
        if (role == FirstRunRole)
            return static_cast<int>(pair.a);
        if (role == SecondRunRole)
            return static_cast<int>(pair.b);
        if (role == SharesRole && index.column() == Bayesian && pair.bayesian)
            return QVariant::fromValue(
                QList<double>{pair.bayesian->aBetter, pair.bayesian->equivalent, pair.bayesian->bBetter});
        return {};
    }
    return GridModel::data(index, role);
}

} // namespace assay::ui
