// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"

#include "widgets/charts/svg.h"

#include <QSet>
#include <algorithm>

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

const engine::PairComparison *ReportContext::pair(std::size_t a, std::size_t b) const
{
    if (!m_data.comparison)
        return nullptr;
    for (const engine::PairComparison &pair : m_data.comparison->comparison.pairs) {
        if ((pair.a == a && pair.b == b) || (pair.a == b && pair.b == a))
            return &pair;
    }
    return nullptr;
}

ReportFigure ReportContext::figure(const ui::ChartSpec &spec, double height)
{
    ui::SvgOptions options{.width = 460, .height = height, .idPrefix = QStringLiteral("f%1").arg(++m_figures)};
    return {.svg = ui::svgChart(spec, options), .caption = spec.summary};
}

} // namespace assay::app
