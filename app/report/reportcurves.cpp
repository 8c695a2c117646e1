// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportcharts.h"
#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>

namespace assay::app {

namespace {

using ui::figure;

constexpr std::size_t mostInDetail = 4; // runs with pictures of their own
constexpr std::size_t mostClasses = 8, mostSegments = 3;

/// The best of them, where there are too many for colours.
std::vector<std::size_t> lit(const ReportContext &context)
{
    std::vector<std::size_t> runs;
    if (context.data().runs.size() > ReportContext::crowd) {
        runs = context.ranked();
        runs.resize(3);
    }
    return runs;
}

std::vector<std::size_t> inDetail(const ReportContext &context)
{
    std::vector<std::size_t> runs = context.ranked();
    runs.resize(std::min(runs.size(), mostInDetail));
    std::ranges::sort(runs);
    return runs;
}

ReportCell number(double value, int decimals = 3)
{
    return {.text = figure(value, decimals), .number = true};
}

/// Thresholds that serve some end best, and what they give; chosen on the rows they are shown for.
ReportTable thresholdTable(const ReportContext &context)
{
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("Model"), ReportText::tr("Best by"), ReportText::tr("Threshold"),
                                 ReportText::tr("Precision"), ReportText::tr("Recall"),
                                 ReportText::tr("False positive rate"), ReportText::tr("Cost a row")},
                      .rows = {}};
    const std::pair<QString, engine::ThresholdRule> rules[] = {
        {ReportText::tr("F1"), engine::ThresholdRule::BestF1},
        {ReportText::tr("Youden’s J"), engine::ThresholdRule::Youden},
        {ReportText::tr("cost, a miss as dear as a false alarm"), engine::ThresholdRule::LowestCost}};
    for (const std::size_t run : inDetail(context)) {
        const engine::Predictions &predictions = context.data().runs[run].predictions;
        const auto sweep = predictions.scores.size() > 0 ? engine::thresholdSweep(predictions)
                                                         : Result<engine::ThresholdSweep>(engine::ThresholdSweep{});
        for (const auto &[label, rule] : rules) {
            const auto best = sweep ? engine::bestThreshold(*sweep, rule) : std::nullopt;
            if (!best)
                continue;
            const engine::Confusion &c = best->confusion;
            const auto share = [](double part, double rest) {
                return part + rest > 0 ? number(part / (part + rest))
                                       : ReportCell{.text = QStringLiteral("–"), .number = true};
            };
            table.rows.push_back({{.text = context.name(run)},
                                  {.text = label},
                                  number(best->threshold, 4),
                                  share(c.tp, c.fp),
                                  share(c.tp, c.fn),
                                  share(c.fp, c.tn),
                                  number(engine::expectedCost(c, {}))});
        }
    }
    return table;
}

void addBinary(ReportSection &section, ReportContext &context)
{
    const std::vector<ui::NamedEvaluation> models = context.models();
    const std::vector<std::size_t> best = lit(context);
    ReportFigures figures;
    if (best.empty()) {
        figures.items = {context.figure(ui::rocChart(models), 400), context.figure(ui::prChart(models), 400),
                         context.figure(ui::calibrationChart(models), 400)};
        if (!models.front().evaluation->gain.share.empty())
            figures.items.push_back(context.figure(ui::gainChart(models), 400));
    } else {
        for (const ui::CurveFamily &family :
             {ui::rocFamily(models), ui::prFamily(models), ui::calibrationFamily(models), ui::gainFamily(models)}) {
            ui::ChartSpec chart = ui::familyChart(family, best);
            chart.summary = ReportText::tr("All %n runs in grey, the best three in colour.", nullptr,
                                           static_cast<int>(models.size()));
            figures.items.push_back(context.figure(chart, 400));
        }
    }
    const std::size_t first = context.best().value_or(0);
    const engine::Predictions &predictions = context.data().runs[first].predictions;
    if (const auto sweep = engine::thresholdSweep(predictions); sweep && predictions.scores.size() > 0)
        figures.items.push_back(context.figure(netBenefitChart(context.name(first), *sweep), 400));
    for (const std::size_t run : inDetail(context)) {
        ui::ChartSpec spec = ui::confusionChart(context.data().runs[run].evaluation);
        spec.title += QStringLiteral(" · ") + context.name(run);
        figures.items.push_back(context.figure(spec, 400));
    }
    section.blocks.push_back(std::move(figures));
    ReportTable thresholds = thresholdTable(context);
    if (thresholds.rows.empty())
        return;
    section.blocks.push_back(ReportHeading{ReportText::tr("Thresholds")});
    section.blocks.push_back(std::move(thresholds));
    section.blocks.push_back(ReportParagraph{
        ReportText::tr("Chosen on the rows they are judged on here, so they look slightly better than they are.")});
}

ReportTable classTable(const engine::Evaluation &evaluation)
{
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("Class"), ReportText::tr("Precision"), ReportText::tr("Recall"),
                                 ReportText::tr("F1"), ReportText::tr("ROC AUC"), ReportText::tr("Rows")},
                      .rows = {}};
    const auto cell = [](const std::optional<double> &value) {
        return value ? number(*value) : ReportCell{.text = QStringLiteral("–"), .number = true};
    };
    for (const engine::ClassMetrics &one : evaluation.perClass)
        table.rows.push_back({{.text = QString::fromStdString(one.label)},
                              cell(one.precision),
                              cell(one.recall),
                              cell(one.f1),
                              cell(one.rocAuc),
                              number(one.support, 0)});
    return table;
}

void addMulticlass(ReportSection &section, ReportContext &context)
{
    section.title = ReportText::tr("Classes");
    if (context.data().runs.size() > 1)
        section.blocks.push_back(ReportFigures{{context.figure(
            ui::perClassChart(context.models()),
            std::min(640.0,
                     160 + 28.0 * static_cast<double>(context.data().runs.front().evaluation.perClass.size())))}});
    for (const std::size_t run : inDetail(context)) {
        const engine::Evaluation &evaluation = context.data().runs[run].evaluation;
        section.blocks.push_back(ReportHeading{context.name(run)});
        ReportFigures figures{{context.figure(ui::confusionChart(evaluation), 400)}};
        const bool scored = !evaluation.perClass.empty() && !evaluation.perClass.front().roc.fpr.empty();
        if (scored)
            figures.items.push_back(context.figure(classCurvesChart(evaluation, mostClasses), 400));
        section.blocks.push_back(std::move(figures));
        section.blocks.push_back(classTable(evaluation));
    }
}

/// How well parts of the rows are predicted, by what was kept of them.
void addSegments(ReportFigures &figures, ReportContext &context, std::size_t run)
{
    const ui::RunAnalysis &analysis = context.data().runs[run];
    std::size_t shown = 0;
    for (const engine::Column &attribute : analysis.predictions.attributes) {
        if (shown == mostSegments)
            return;
        const auto segments = engine::errorBySegment(analysis.predictions, attribute.name());
        if (!segments || segments->size() < 2 || segments->size() > 24)
            continue;
        ++shown;
        figures.items.push_back(context.figure(segmentErrorChart(*segments, QString::fromStdString(attribute.name())),
                                               140 + 26.0 * static_cast<double>(segments->size())));
    }
}

void addRegression(ReportSection &section, ReportContext &context)
{
    section.title = ReportText::tr("Predictions");
    if (context.data().runs.size() > 1) {
        std::vector<ui::NamedPredictions> all;
        for (std::size_t run = 0; run < context.data().runs.size(); ++run)
            all.emplace_back(context.name(run), &context.data().runs[run].predictions);
        section.blocks.push_back(
            ReportFigures{{context.figure(ui::familyChart(ui::errorFamily(all), lit(context)), 360),
                           context.figure(ui::familyChart(ui::residualFamily(all), lit(context)), 360)}});
    }
    for (const std::size_t run : inDetail(context)) {
        const engine::Predictions &predictions = context.data().runs[run].predictions;
        const std::vector<ui::NamedPredictions> one{{context.name(run), &predictions}};
        ReportFigures figures{
            {context.figure(ui::residualChart(one), 400), context.figure(quantileChart(predictions), 400)}};
        if (context.data().runs.size() == 1)
            figures.items.push_back(context.figure(ui::familyChart(ui::residualFamily(one)), 340));
        addSegments(figures, context, run);
        section.blocks.push_back(ReportHeading{context.name(run)});
        section.blocks.push_back(std::move(figures));
    }
}

} // namespace

ReportSection curvesSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("curves"), .title = ReportText::tr("Curves"), .blocks = {}};
    if (!context.data().curves || context.data().runs.empty())
        return section;
    switch (context.task()) {
    case engine::Task::Binary:
        addBinary(section, context);
        break;
    case engine::Task::Multiclass:
        addMulticlass(section, context);
        break;
    case engine::Task::Regression:
        addRegression(section, context);
        break;
    }
    return section;
}

} // namespace assay::app
