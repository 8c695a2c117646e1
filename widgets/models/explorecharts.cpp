// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/explorecharts.h"

#include "engine/explore/boxes.h"
#include "widgets/charts/reduce.h"
#include "widgets/charts/valueramp.h"
#include "widgets/models/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

struct ExploreText
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::ExploreText)
};

constexpr std::size_t mostGroups = 24, fewRuns = 60;

/// Categories lie in a line; a little aside they can be told apart. The same run lies at the same place each time.
double spreadOut(const ExploreColumn &column, std::size_t run)
{
    const double value = column.values[run];
    return column.categories.isEmpty() ? value
                                       : value + 0.5 * (static_cast<double>((run * 2654435761U) % 1000) / 999 - 0.5);
}

Axis axisOf(const ExploreColumn &column, bool logarithmic)
{
    return {.title = column.title,
            .categories = column.categories,
            .logarithmic = logarithmic && column.categories.isEmpty()};
}

bool shows(const Axis &axis, double value)
{
    return std::isfinite(value) && (!axis.logarithmic || value > 0);
}

/// Medians of ten stretches of x with as many runs each.
Series trend(const std::vector<double> &x, const std::vector<double> &y)
{
    Series line{.name = ExploreText::tr("Median"), .slot = 2};
    for (const auto &[low, high] : engine::equalStretches(x, 10)) {
        std::vector<double> xs, ys;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] < low || x[i] > high)
                continue;
            xs.push_back(x[i]);
            ys.push_back(y[i]);
        }
        const auto middleX = engine::boxStatistics(xs), middleY = engine::boxStatistics(ys);
        if (middleX && middleY && middleY->n >= 3) {
            line.x.push_back(middleX->median);
            line.y.push_back(middleY->median);
        }
    }
    return line;
}

QString correlationText(const std::optional<engine::RankCorrelation> &rho)
{
    if (!rho)
        return {};
    return ExploreText::tr("Spearman’s ρ = %1 (%2), %3, n = %4")
        .arg(Format::number(rho->rho), Format::interval(rho->low, rho->high), Format::pValue(rho->pValue),
             Format::count(static_cast<qint64>(rho->n)));
}

struct Group
{
    QString name = {};
    std::vector<double> values = {};
    std::vector<std::size_t> runs = {}; ///< whose they are
};

/// Where a run lies across a box: the same each time.
double aside(std::size_t run)
{
    return 0.3 * (static_cast<double>((run * 2654435761U) % 1000) / 999 - 0.5);
}

/// As many decimals for each bar of a chart: they are held against each other.
QString barLabel(double value)
{
    const QString size = QLocale().toString(std::abs(value), 'f', 4);
    return value < 0 ? QStringLiteral("−") + size : size;
}

std::vector<Group> groupsOf(const ExploreColumn &metric, const ExploreColumn &by)
{
    std::vector<Group> groups;
    const auto fill = [&](const QString &name, auto within) {
        Group group{.name = name};
        for (std::size_t run = 0; run < metric.values.size(); ++run)
            if (std::isfinite(metric.values[run]) && within(by.values[run])) {
                group.values.push_back(metric.values[run]);
                group.runs.push_back(run);
            }
        if (!group.values.empty())
            groups.push_back(std::move(group));
    };
    if (!by.categories.isEmpty()) {
        for (qsizetype i = 0; i < by.categories.size(); ++i)
            fill(by.categories[i], [i](double value) { return value == static_cast<double>(i); });
        std::ranges::stable_sort(groups, std::greater<>(), [](const Group &group) { return group.values.size(); });
        if (groups.size() > mostGroups)
            groups.resize(mostGroups);
    } else if (by.distinct <= 12) {
        std::vector<double> places;
        for (const double value : by.values)
            if (std::isfinite(value) && std::ranges::find(places, value) == places.end())
                places.push_back(value);
        std::ranges::sort(places);
        for (const double place : places)
            fill(Format::number(place), [place](double value) { return value == place; });
    } else {
        const auto stretches = engine::equalStretches(by.values, 6);
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            const auto [low, high] = stretches[i];
            fill(ExploreText::tr("%1 to %2").arg(Format::number(low), Format::number(high)),
                 [=](double value) { return (value > low || (i == 0 && value == low)) && value <= high; });
        }
    }
    return groups;
}

} // namespace

ChartSpec exploreScatter(const ExploreData &data, const ScatterChoice &choice, const std::vector<char> &chosen)
{
    const ExploreColumn *x = data.column(choice.x), *y = data.column(choice.y), *colour = data.column(choice.colour);
    if (!x || !y)
        return {};
    ChartSpec spec{.title = ExploreText::tr("%1 by %2").arg(y->title, x->title),
                   .x = axisOf(*x, choice.xLog),
                   .y = axisOf(*y, choice.yLog)};
    Series points{.name = ExploreText::tr("Runs"), .kind = SeriesKind::Scatter, .inLegend = false};
    Series lit{.name = ExploreText::tr("Selected"), .kind = SeriesKind::Scatter, .slot = 1};
    std::vector<double> xs, ys, shades = colour ? rankShares(colour->values) : std::vector<double>();
    for (std::size_t run = 0; run < data.size(); ++run) {
        if (!shows(spec.x, x->values[run]) || !shows(spec.y, y->values[run]))
            continue;
        const bool isLit = run < chosen.size() && chosen[run];
        Series &to = isLit ? lit : points;
        to.x.push_back(spreadOut(*x, run));
        to.y.push_back(spreadOut(*y, run));
        if (colour && !isLit)
            points.shade.push_back(shades[run]);
        xs.push_back(x->values[run]);
        ys.push_back(y->values[run]);
    }
    if (points.x.size() > scatterLimit)
        points.shade.clear(); // a density has no colours
    if (!points.shade.empty()) {
        spec.shadeLow = ExploreText::tr("%1: low").arg(colour->title);
        spec.shadeHigh = ExploreText::tr("high");
    }
    const bool numbers = x->categories.isEmpty() && y->categories.isEmpty();
    const auto rho = numbers ? engine::rankCorrelation(xs, ys) : std::nullopt;
    spec.summary = correlationText(rho);
    spec.series.push_back(std::move(points));
    if (numbers && xs.size() >= 30)
        spec.series.push_back(trend(xs, ys));
    if (!lit.x.empty())
        spec.series.push_back(std::move(lit));
    return spec;
}

ChartSpec exploreBoxes(const ExploreData &data, const QString &metricKey, const QString &byKey,
                       const std::vector<char> &chosen)
{
    const ExploreColumn *metric = data.column(metricKey), *by = data.column(byKey);
    if (!metric || !by)
        return {};
    ChartSpec spec{.title = ExploreText::tr("%1 by %2").arg(metric->title, by->title),
                   .x = {.title = by->title},
                   .y = {.title = metric->title}};
    Series boxes{.name = metric->title, .kind = SeriesKind::Bars, .slot = 5, .inLegend = false};
    Series dots{.name = ExploreText::tr("Runs"), .kind = SeriesKind::Scatter, .slot = 0, .inLegend = false};
    Series lit{.name = ExploreText::tr("Selected"), .kind = SeriesKind::Scatter, .slot = 3};
    const auto isLit = [&chosen](std::size_t run) { return run < chosen.size() && chosen[run]; };
    std::vector<Series> medians;
    spec.table.header = {by->title,
                         ExploreText::tr("Runs"),
                         ExploreText::tr("Low"),
                         ExploreText::tr("Lower quartile"),
                         ExploreText::tr("Median"),
                         ExploreText::tr("Upper quartile"),
                         ExploreText::tr("High")};
    if (!chosen.empty())
        spec.table.header << ExploreText::tr("Selected") << ExploreText::tr("Median of the selected");
    for (const Group &group : groupsOf(*metric, *by)) {
        const auto box = engine::boxStatistics(group.values);
        const auto place = static_cast<double>(spec.x.categories.size());
        spec.x.categories << group.name;
        boxes.base.push_back(box->lowerQuartile);
        boxes.y.push_back(box->upperQuartile);
        boxes.low.push_back(box->low);
        boxes.high.push_back(box->high);
        medians.push_back({.name = ExploreText::tr("Median"),
                           .x = {place - 0.2, place + 0.2},
                           .y = {box->median, box->median},
                           .slot = 4, // a whole line
                           .inLegend = false});
        for (std::size_t i = 0; i < box->outliers.size() && i < 400 && box->n > fewRuns; ++i) {
            dots.x.push_back(place);
            dots.y.push_back(box->outliers[i]);
        }
        std::vector<double> selected;
        for (std::size_t i = 0; i < group.runs.size(); ++i) {
            if (isLit(group.runs[i]))
                selected.push_back(group.values[i]);
            else if (box->n > fewRuns)
                continue;
            Series &to = isLit(group.runs[i]) ? lit : dots;
            to.x.push_back(place + aside(group.runs[i]));
            to.y.push_back(group.values[i]);
        }
        spec.table.rows.push_back({group.name, Format::count(static_cast<qint64>(box->n)),
                                   QString::number(box->low, 'g', 9), QString::number(box->lowerQuartile, 'g', 9),
                                   QString::number(box->median, 'g', 9), QString::number(box->upperQuartile, 'g', 9),
                                   QString::number(box->high, 'g', 9)});
        if (!chosen.empty()) {
            const auto of = engine::boxStatistics(selected);
            spec.table.rows.back() << Format::count(std::ssize(selected))
                                   << (of ? QString::number(of->median, 'g', 9) : QString());
        }
    }
    if (const auto strength = engine::groupStrength(by->values, metric->values); strength && !by->categories.isEmpty())
        spec.summary =
            ExploreText::tr("Ranks differ between the groups with a strength of %1, where 0 is chance and 1 is "
                            "separation. Boxes hold the middle half, whiskers reach 1.5 times as far.")
                .arg(Format::number(*strength));
    else
        spec.summary = ExploreText::tr("Boxes hold the middle half, whiskers reach 1.5 times as far.");
    spec.series.push_back(std::move(boxes));
    for (Series &median : medians)
        spec.series.push_back(std::move(median));
    for (Series *points : {&dots, &lit})
        if (!points->x.empty())
            spec.series.push_back(std::move(*points));
    return spec;
}

ChartSpec forestChart(const engine::ImportanceReport &report, const QString &metric)
{
    ChartSpec spec{.title = ExploreText::tr("What a forest needs to tell %1").arg(metric),
                   .x = {.title = ExploreText::tr("Share of variance lost when shuffled")},
                   .horizontal = true};
    Series bars{.name = ExploreText::tr("Importance"), .kind = SeriesKind::Bars, .slot = 0, .inLegend = false};
    for (const engine::ParameterImportance &one : report.parameters) {
        if (spec.y.categories.size() == 20)
            break;
        spec.y.categories << text(one.name);
        bars.y.push_back(std::max(0.0, one.forest));
        bars.low.push_back(std::max(0.0, one.forestLow));
        bars.high.push_back(std::max(0.0, one.forestHigh));
        bars.labels << barLabel(std::max(0.0, one.forest));
    }
    spec.series.push_back(std::move(bars));
    spec.summary = ExploreText::tr("The forest explains %1 of the variance of the ranks of %2 in runs it did not see.")
                       .arg(Format::percent(std::max(0.0, report.explained)), metric);
    return spec;
}

ChartSpec correlationChart(const engine::ImportanceReport &report, const QString &metric)
{
    std::vector<const engine::ParameterImportance *> order;
    for (const engine::ParameterImportance &one : report.parameters)
        order.push_back(&one);
    std::ranges::stable_sort(order, std::greater<>(), [](const auto *one) { return one->association(); });
    ChartSpec spec{.title = ExploreText::tr("Rank correlation with %1").arg(metric),
                   .x = {.title = ExploreText::tr(
                             "Spearman’s ρ without its sign; of categories the strength of their differences"),
                         .min = 0},
                   .horizontal = true};
    Series bars{.name = ExploreText::tr("Strength"), .kind = SeriesKind::Bars, .slot = 2, .inLegend = false};
    for (const engine::ParameterImportance *one : order) {
        if (spec.y.categories.size() == 20)
            break;
        spec.y.categories << text(one->name);
        bars.y.push_back(one->association());
        const bool signedOne = one->correlation.has_value();
        const double low = signedOne ? one->correlation->low : std::nan(""),
                     high = signedOne ? one->correlation->high : std::nan("");
        const double least = low * high < 0 ? 0 : std::min(std::abs(low), std::abs(high));
        bars.low.push_back(signedOne ? least : std::nan(""));
        bars.high.push_back(signedOne ? std::max(std::abs(low), std::abs(high)) : std::nan(""));
        const QString label = barLabel(signedOne ? one->correlation->rho : one->association());
        bars.labels << (signedOne && one->correlation->rho > 0 ? QStringLiteral("+") + label : label);
    }
    spec.series.push_back(std::move(bars));
    spec.summary =
        ExploreText::tr("Sees only what rises or falls all the way; the forest also sees an optimum in between.");
    return spec;
}

QString importanceCaution(const engine::ImportanceReport &report)
{
    QStringList sentences;
    if (report.fewRuns)
        sentences << ExploreText::tr("Read this with caution: %n run(s) are few for so many parameters.", nullptr,
                                     static_cast<int>(report.runs));
    if (report.weakForest)
        sentences << ExploreText::tr(
            "The forest explains hardly anything of this metric, so its order of parameters means little.");
    if (!report.leftOut.empty()) {
        QStringList names;
        for (const std::string &name : report.leftOut)
            names << text(name);
        sentences << ExploreText::tr("Left out, since they do not vary or name each run: %1.")
                         .arg(names.mid(0, 8).join(QStringLiteral(", ")));
    }
    sentences << ExploreText::tr("What goes with a metric in the runs that were made need not be what causes it.");
    return sentences.join(u' ');
}

int nearestRun(const ExploreData &data, const ScatterChoice &choice, double x, double y)
{
    const ExploreColumn *xs = data.column(choice.x), *ys = data.column(choice.y);
    if (!xs || !ys)
        return -1;
    const auto unit = [](bool log, double value) { return log ? std::log10(value) : value; };
    const auto width = [&](const ExploreColumn &column, bool log) {
        double low = INFINITY, high = -INFINITY;
        for (const double value : column.values)
            if (const double at = unit(log, value); std::isfinite(at)) {
                low = std::min(low, at);
                high = std::max(high, at);
            }
        return std::max(high - low, 1e-300);
    };
    const bool xLog = choice.xLog && xs->categories.isEmpty(), yLog = choice.yLog && ys->categories.isEmpty();
    const double wide = width(*xs, xLog), tall = width(*ys, yLog);
    int found = -1;
    double least = 0.02;
    for (std::size_t run = 0; run < data.size(); ++run) {
        const double away = std::hypot((unit(xLog, spreadOut(*xs, run)) - unit(xLog, x)) / wide,
                                       (unit(yLog, spreadOut(*ys, run)) - unit(yLog, y)) / tall);
        if (away < least) {
            least = away;
            found = static_cast<int>(run);
        }
    }
    return found;
}

} // namespace assay::ui
