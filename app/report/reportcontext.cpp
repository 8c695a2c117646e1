// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"

#include "widgets/charts/chartscene.h"
#include "widgets/charts/svg.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assay::app {

namespace {

QStringList distinctNames(const std::vector<ui::RunAnalysis> &runs)
{
    QStringList models, names;
    for (const ui::RunAnalysis &run : runs) {
        models << run.details.run.model;
        names << run.details.run.name;
    }
    const bool byModel =
        QSet<QString>(models.begin(), models.end()).size() == models.size() && !models.contains(QString());
    if (byModel)
        return models;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString id = runs[static_cast<std::size_t>(i)].details.run.id.value.left(6);
        if (names[i].isEmpty() || names.count(names[i]) > 1)
            names[i] = (names[i].isEmpty() ? models[i] : names[i]) + QStringLiteral(" ") + id;
    }
    return names;
}

} // namespace

ReportContext::ReportContext(const ReportData &data)
    : m_data(data)
    , m_names(distinctNames(data.runs))
{
}

std::vector<ui::NamedEvaluation> ReportContext::models() const
{
    std::vector<ui::NamedEvaluation> named;
    for (std::size_t i = 0; i < m_data.runs.size(); ++i)
        named.push_back({.name = name(i), .evaluation = &m_data.runs[i].evaluation});
    return named;
}

engine::Task ReportContext::task() const
{
    return m_data.runs.empty() ? engine::Task::Binary : m_data.runs.front().evaluation.task;
}

QString ReportContext::headline() const
{
    return QString::fromStdString(engine::headline(task()).metric);
}

std::optional<std::size_t> ReportContext::best() const
{
    const engine::Headline headline = engine::headline(task());
    std::optional<std::size_t> best;
    double value = 0;
    for (std::size_t i = 0; i < m_data.runs.size(); ++i) {
        const std::optional<double> candidate = m_data.runs[i].evaluation.metric(headline.metric);
        if (!candidate)
            continue;
        if (!best || (headline.largerIsBetter ? *candidate > value : *candidate < value)) {
            best = i;
            value = *candidate;
        }
    }
    return best;
}

std::string ReportContext::judgedMetric() const
{
    const bool judged = m_data.comparison && !m_data.comparison->comparison.metric.empty();
    return judged ? m_data.comparison->comparison.metric : engine::headline(task()).metric;
}

std::vector<engine::Judgement> ReportContext::judgements() const
{
    if (!m_data.comparison)
        return {};
    const engine::Comparison &comparison = m_data.comparison->comparison;
    auto all = engine::judge(comparison, judgedMetric(), comparison.level, comparison.rope);
    std::erase_if(all, [this](const engine::Judgement &judgement) {
        return judgement.a >= m_data.runs.size() || judgement.b >= m_data.runs.size();
    });
    return all;
}

QStringList ReportContext::conclusion() const
{
    if (!m_data.comparison)
        return {};
    std::vector<double> values;
    for (const ui::RunAnalysis &run : m_data.runs)
        values.push_back(run.evaluation.metric(judgedMetric()).value_or(std::nan("")));
    return ui::Conclusion(m_names, std::move(values), judgements(),
                          {.metric = QString::fromStdString(judgedMetric()),
                           .level = m_data.comparison->comparison.level,
                           .rope = m_data.comparison->comparison.rope})
        .sentences();
}

bool ReportContext::isWithheld() const
{
    return m_data.comparison && !m_data.comparison->caveats.empty();
}

std::vector<std::size_t> ReportContext::ranked() const
{
    std::vector<std::size_t> order(m_data.runs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::string metric = judgedMetric();
    const double sign = engine::largerIsBetter(metric) ? -1 : 1;
    std::ranges::stable_sort(order, {}, [&](std::size_t run) {
        const auto value = m_data.runs[run].evaluation.metric(metric);
        return value ? sign * *value : std::numeric_limits<double>::infinity();
    });
    return order;
}

ReportFigure ReportContext::figure(const ui::ScenePicture &picture)
{
    return {.svg = ui::svgShapes(picture.shapes, picture.size, picture.title, picture.summary,
                                 QStringLiteral("f%1").arg(++m_figures)),
            .caption = picture.summary};
}

ReportFigure ReportContext::figure(const ui::ChartSpec &spec, double height)
{
    ui::SvgOptions options{.width = 460, .height = height, .idPrefix = QStringLiteral("f%1").arg(++m_figures)};
    return {.svg = ui::svgChart(spec, options), .caption = spec.summary};
}

} // namespace assay::app
