// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricsmodel.h"

#include "widgets/models/format.h"

namespace assay::ui {

void MetricsModel::setAnalysis(const RunAnalysis &analysis)
{
    Grid rows;
    for (const engine::Metric &metric : analysis.evaluation.metrics) {
        std::vector<Cell> row{{.text = Format::metric(text(metric.name)), .toolTip = text(metric.name)},
                              figure(Format::number(metric.value), metric.value ? QVariant(*metric.value) : QVariant()),
                              figure(QString())};
        if (const engine::Interval *interval = analysis.evaluation.interval(metric.name)) {
            row[Interval].text = Format::interval(interval->low, interval->high);
            row[Interval].toolTip = text(interval->method);
        }
        row[Interval].tone = Tone::Faint;
        rows.push_back(std::move(row));
    }
    // What else was logged: times, numbers of rounds, metrics of the person's own.
    for (const auto &[key, value] : analysis.details.run.metrics)
        if (!analysis.evaluation.metric(key.toStdString()))
            rows.push_back({{.text = Format::metric(key), .toolTip = key},
                            figure(Format::number(value), value),
                            figure(QString())});
    setGrid(
        {{.text = tr("Metric")}, {.text = tr("Value"), .figure = true}, {.text = tr("95 % interval"), .figure = true}},
        std::move(rows));
}

void MetricsModel::setLogged(const std::map<QString, double> &metrics)
{
    Grid rows;
    for (const auto &[key, value] : metrics)
        rows.push_back({{.text = Format::metric(key), .toolTip = key}, figure(Format::number(value), value)});
    setGrid({{.text = tr("Metric")}, {.text = tr("Value"), .figure = true}}, std::move(rows));
}

void ParamsModel::setParams(const Params &params)
{
    Grid rows;
    for (const auto &[key, value] : params)
        rows.push_back({{.text = text(key)}, figure(Format::parameter(value))});
    setGrid({{.text = tr("Parameter")}, {.text = tr("Value"), .figure = true}}, std::move(rows));
}

} // namespace assay::ui
