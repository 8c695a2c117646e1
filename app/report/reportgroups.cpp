// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>

namespace assay::app {

namespace {

using ui::figure;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

ReportCell number(const std::optional<double> &value)
{
    return {.text = value ? figure(*value) : QStringLiteral("–"), .number = true};
}

ReportCell rate(const std::optional<double> &value, const std::optional<engine::Interval> &interval)
{
    ReportCell cell{.text = value ? ui::percent(*value) : ReportText::tr("undefined"), .number = true};
    if (value && interval)
        cell.detail = ReportText::tr("%1 to %2").arg(ui::percent(interval->low), ui::percent(interval->high));
    return cell;
}

ReportTable groupTable(const engine::AttributeFairness &a)
{
    ReportTable table{.caption = {},
                      .header = {text(a.attribute), ReportText::tr("Rows"), ReportText::tr("Base rate"),
                                 ReportText::tr("Selection rate"), ReportText::tr("Accuracy"),
                                 ReportText::tr("True positive rate"), ReportText::tr("False positive rate"),
                                 ReportText::tr("Precision"), ReportText::tr("ROC AUC")},
                      .rows = {}};
    for (const engine::GroupMetrics &g : a.groups) {
        const QString name =
            g.group == a.privileged ? ReportText::tr("%1 (privileged)").arg(text(g.group)) : text(g.group);
        table.rows.push_back({{.text = name},
                              {.text = QLocale().toString(static_cast<qulonglong>(g.n)), .number = true},
                              rate(g.baseRate, {}),
                              rate(g.selectionRate, g.selectionInterval),
                              rate(g.accuracy, g.accuracyInterval),
                              rate(g.tpr, g.tprInterval),
                              rate(g.fpr, g.fprInterval),
                              rate(g.precision, {}),
                              number(g.rocAuc)});
    }
    return table;
}

/// Both dialects side by side, labelled.
ReportTable disparityTable(const engine::AttributeFairness &a)
{
    ReportTable table{.caption = ReportText::tr("Disparity"),
                      .header = {ReportText::tr("Measure"), ReportText::tr("Value"), ReportText::tr("Even")},
                      .rows = {}};
    const auto add = [&table](const QString &name, const std::optional<double> &value, const QString &even) {
        table.rows.push_back({{.text = name}, number(value), {.text = even, .number = true}});
    };
    const QString zero = QStringLiteral("0"), one = QStringLiteral("1");
    add(ReportText::tr("Demographic parity difference, over all groups"), a.demographicParityDifference, zero);
    add(ReportText::tr("Demographic parity ratio, over all groups"), a.demographicParityRatio, one);
    add(ReportText::tr("Equalized odds difference, over all groups"), a.equalizedOddsDifference, zero);
    add(ReportText::tr("Equal opportunity difference, over all groups"), a.equalOpportunityDifference, zero);
    add(ReportText::tr("Predictive parity difference, over all groups"), a.predictiveParityDifference, zero);
    add(ReportText::tr("Disparate impact, against the privileged group"), a.disparateImpact, one);
    add(ReportText::tr("Statistical parity difference, against the privileged group"), a.statisticalParityDifference,
        zero);
    add(ReportText::tr("Average odds difference, against the privileged group"), a.averageOddsDifference, zero);
    add(ReportText::tr("Theil index"), a.theilIndex, zero);
    return table;
}

void addAttribute(ReportSection &section, ReportContext &context, const engine::AttributeFairness &a, bool charts)
{
    section.blocks.push_back(ReportParagraph{
        ReportText::tr(
            "By %1; “%2” is taken as the privileged group, the one given or else the one selected most often.")
            .arg(text(a.attribute), text(a.privileged))});
    section.blocks.push_back(groupTable(a));
    QStringList warnings;
    for (const std::string &warning : a.warnings)
        warnings << text(warning);
    if (!warnings.isEmpty())
        section.blocks.push_back(ReportNotes{warnings});
    if (charts && a.groups.size() <= 24) {
        const double height = 140 + 26.0 * static_cast<double>(a.groups.size());
        section.blocks.push_back(
            ReportFigures{{context.figure(ui::fairnessChart(a, ui::GroupRate::Selection), height),
                           context.figure(ui::fairnessChart(a, ui::GroupRate::TruePositive), height)}});
    }
    section.blocks.push_back(disparityTable(a));
}

} // namespace

ReportSection fairnessSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("fairness"), .title = ReportText::tr("Fairness"), .blocks = {}};
    const auto &all = context.data().fairness;
    for (std::size_t i = 0; i < std::min(all.size(), context.data().runs.size()); ++i) {
        if (!all[i] || all[i]->attributes.empty())
            continue;
        section.blocks.push_back(ReportHeading{context.name(i)});
        for (const engine::AttributeFairness &a : all[i]->attributes)
            addAttribute(section, context, a, true);
        if (all[i]->intersection && all[i]->intersection->groups.size() <= 60)
            addAttribute(section, context, *all[i]->intersection, false);
    }
    return section;
}

ReportSection attributionSection(ReportContext &context)
{
    ReportSection section{
        .id = QStringLiteral("attributions"), .title = ReportText::tr("What drives predictions"), .blocks = {}};
    const auto &all = context.data().attributions;
    for (std::size_t i = 0; i < std::min(all.size(), context.data().runs.size()); ++i) {
        if (!all[i] || all[i]->meanAbs.empty())
            continue;
        const engine::Attribution &a = *all[i];
        section.blocks.push_back(ReportHeading{context.name(i)});
        const QString method = a.method == "tree" ? ReportText::tr("tree SHAP, following the cover of training rows")
                               : a.method == "linear" ? ReportText::tr("linear SHAP, against the training means")
                                                      : ReportText::tr("permutation importance");
        section.blocks.push_back(ReportParagraph{
            a.n() > 0
                ? ReportText::tr("By %1, on %2 rows.").arg(method, QLocale().toString(static_cast<qulonglong>(a.n())))
                : ReportText::tr("By %1.").arg(method)});
        ReportFigures figures{{context.figure(ui::importanceChart(a, 12), 380)}};
        const std::size_t classes = a.values.rows() > 0 ? std::clamp<std::size_t>(a.classes.size(), 1, 4) : 0;
        for (std::size_t c = 0; c < classes; ++c)
            figures.items.push_back(context.figure(ui::beeswarmChart(a, 12, static_cast<int>(c)), 380));
        section.blocks.push_back(std::move(figures));
    }
    return section;
}

ReportSection driftSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("drift"), .title = ReportText::tr("Drift"), .blocks = {}};
    if (!context.data().drift)
        return section;
    const ReportDrift &drift = *context.data().drift;
    const auto rows = [](std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); };
    const QString action = drift.report.action == "none"      ? ReportText::tr("nothing to do")
                           : drift.report.action == "watch"   ? ReportText::tr("watch")
                           : drift.report.action == "retrain" ? ReportText::tr("retrain")
                                                              : ReportText::tr("go back to experimenting");
    section.blocks.push_back(ReportParagraph{
        ReportText::tr("%1 (%2 rows) against %3 (%4 rows): %5 of the columns drifted. Advice by that share: %6.")
            .arg(drift.referenceFile, rows(drift.report.referenceRows), drift.currentFile,
                 rows(drift.report.currentRows), ui::percent(drift.report.shareDrifted, 0), action)});
    std::vector<const engine::ColumnDrift *> sorted;
    for (const engine::ColumnDrift &column : drift.report.columns)
        sorted.push_back(&column);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto *a, const auto *b) { return a->movement > b->movement; });
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("Column"), ReportText::tr("Verdict"), ReportText::tr("Movement"),
                                 ReportText::tr("PSI"), ReportText::tr("Test"), ReportText::tr("Score"),
                                 ReportText::tr("Limit"), ReportText::tr("Missing before"),
                                 ReportText::tr("Missing now")},
                      .rows = {}};
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
        const engine::ColumnDrift &c = *sorted[i];
        table.rows.push_back(
            {{.text = text(c.name)},
             {.text = c.drifted ? ReportText::tr("drifted") : ReportText::tr("steady"), .marked = c.drifted},
             {.text = figure(c.movement), .number = true},
             number(c.psi),
             {.text = text(c.test)},
             {.text = figure(c.score), .number = true},
             {.text = figure(c.threshold), .number = true},
             {.text = ui::percent(c.missingReference), .number = true},
             {.text = ui::percent(c.missingCurrent), .number = true}});
    }
    ReportFigures figures{{context.figure(ui::driftOverviewChart(drift.report, 15), 380)}};
    for (std::size_t i = 0; i < std::min<std::size_t>(5, sorted.size()); ++i)
        figures.items.push_back(context.figure(ui::driftHistogramChart(*sorted[i]), 300));
    section.blocks.push_back(std::move(table));
    if (sorted.size() > most)
        section.blocks.push_back(ReportParagraph{
            ReportText::tr("The %1 columns that moved most, of %2.").arg(rows(most), rows(sorted.size()))});
    QStringList notes;
    for (const std::string &warning : drift.report.warnings)
        notes << text(warning);
    if (!notes.isEmpty())
        section.blocks.push_back(ReportNotes{notes});
    section.blocks.push_back(std::move(figures));
    return section;
}

ReportSection profileSection(ReportContext &context)
{
    ReportSection section{
        .id = QStringLiteral("profile"), .title = ReportText::tr("Warnings about the data"), .blocks = {}};
    if (!context.data().profile)
        return section;
    const engine::Profile &profile = context.data().profile->profile;
    section.blocks.push_back(ReportParagraph{
        ReportText::tr("%1: %2 rows, %3 columns, %4 duplicate rows.")
            .arg(context.data().profile->file, QLocale().toString(static_cast<qulonglong>(profile.rows)),
                 QLocale().toString(static_cast<qulonglong>(profile.columns.size())),
                 QLocale().toString(static_cast<qulonglong>(profile.duplicateRows)))});
    ReportTable table{.caption = {}, .header = {ReportText::tr("Column"), ReportText::tr("Warning")}, .rows = {}};
    for (std::size_t i = 0; i < std::min<std::size_t>(200, profile.warnings.size()); ++i) {
        const engine::DataWarning &warning = profile.warnings[i];
        table.rows.push_back({{.text = warning.column.empty() ? ReportText::tr("(all)") : text(warning.column)},
                              {.text = text(warning.message)}});
    }
    if (table.rows.empty())
        section.blocks.push_back(ReportParagraph{ReportText::tr("Nothing stood out.")});
    else
        section.blocks.push_back(std::move(table));
    return section;
}

} // namespace assay::app
