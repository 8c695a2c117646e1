// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/driftmodel.h"

#include "widgets/models/format.h"

namespace assay::ui {

namespace {

QString missingText(const engine::ColumnDrift &column)
{
    if (column.missingReference == column.missingCurrent)
        return Format::percent(column.missingReference);
    return DriftModel::tr("%1 → %2", "before, after")
        .arg(Format::percent(column.missingReference), Format::percent(column.missingCurrent));
}

QString verdictTip(const engine::ColumnDrift &column)
{
    QString tip = DriftModel::tr("%1 is %2; the threshold is %3.")
                      .arg(DriftModel::testName(text(column.test)), Format::number(column.score),
                           Format::number(column.threshold));
    if (!column.newCategories.empty()) {
        QStringList names;
        for (const std::string &name : column.newCategories)
            names.append(text(name));
        tip += QLatin1Char('\n') + DriftModel::tr("New values: %1").arg(names.join(QStringLiteral(", ")));
    }
    return tip;
}

} // namespace

QString DriftModel::testName(const QString &test)
{
    if (test == QLatin1String("ks"))
        return tr("Kolmogorov–Smirnov p");
    if (test == QLatin1String("chi2"))
        return tr("Chi-square p");
    if (test == QLatin1String("z"))
        return tr("Proportions p");
    if (test == QLatin1String("wasserstein_normed"))
        return tr("Wasserstein distance");
    if (test == QLatin1String("jensen_shannon"))
        return tr("Jensen–Shannon distance");
    if (test == QLatin1String("missing"))
        return tr("Share missing");
    return test;
}

void DriftModel::setReport(const engine::DriftReport &report)
{
    Grid rows;
    for (const engine::ColumnDrift &column : report.columns) {
        Cell verdict{.text = column.drifted ? tr("● Drifted") : tr("○ Stable"),
                     .toolTip = verdictTip(column),
                     .tone = column.drifted ? Tone::Warning : Tone::Faint};
        verdict.sort = column.drifted;
        rows.push_back(
            {{.text = text(column.name), .toolTip = Format::kind(QString::fromLatin1(engine::name(column.kind)))},
             std::move(verdict),
             figure(Format::number(column.movement), column.movement),
             figure(Format::number(column.psi), column.psi ? QVariant(*column.psi) : QVariant(-1.0)),
             figure(Format::number(column.score), column.score),
             {.text = testName(text(column.test)), .tone = Tone::Faint},
             figure(missingText(column), column.missingCurrent)});
    }
    setGrid({{.text = tr("Column")},
             {.text = tr("Verdict")},
             {.text = tr("Movement"),
              .toolTip = tr(
                  "Jensen–Shannon distance, 0 the same to 1 nothing in common; does not grow with the number of rows"),
              .figure = true},
             {.text = tr("PSI"),
              .toolTip = tr("Population stability index; above 0.2 is usually taken for a change"),
              .figure = true},
             {.text = tr("Score"), .toolTip = tr("Of the test that decided"), .figure = true},
             {.text = tr("Test")},
             {.text = tr("Missing"), .figure = true}},
            std::move(rows));
}

} // namespace assay::ui
