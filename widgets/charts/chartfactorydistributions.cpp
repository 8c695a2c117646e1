// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <numeric>

namespace assay::ui {

namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString count(double n)
{
    return QLocale().toString(n, 'f', n == std::floor(n) ? 0 : 1);
}

/// Counts by true and predicted class with the names of both.
struct Matrix
{
    QStringList labels;
    std::vector<std::vector<double>> counts;
};

Matrix confusionOf(const engine::Evaluation &e)
{
    Matrix m;
    if (e.task == engine::Task::Multiclass) {
        for (const std::string &label : e.labels)
            m.labels << text(label);
        m.counts = e.confusionMatrix;
        return m;
    }
    const QString positive = text(e.positive);
    m.labels = {e.labels.size() == 2 ? text(e.labels[0]) : ChartText::tr("not %1").arg(positive), positive};
    m.counts = {{e.confusion.tn, e.confusion.fp}, {e.confusion.fn, e.confusion.tp}};
    return m;
}

} // namespace

ChartSpec confusionChart(const engine::Evaluation &evaluation)
{
    const Matrix m = confusionOf(evaluation);
    ChartSpec spec;
    spec.title = ChartText::tr("Confusion matrix");
    spec.x = {.title = ChartText::tr("Predicted"), .min = {}, .max = {}, .categories = m.labels};
    spec.y = {.title = ChartText::tr("True"), .min = {}, .max = {}, .categories = m.labels};
    spec.square = true;
    spec.table.header = {ChartText::tr("True"), ChartText::tr("Predicted"), ChartText::tr("Rows"),
                         ChartText::tr("Share of the true class")};
    Series cells{.name = ChartText::tr("Rows"), .kind = SeriesKind::Cells, .x = {}, .y = {}, .inLegend = false};
    double all = 0, right = 0;
    for (std::size_t t = 0; t < m.counts.size(); ++t) {
        const double row = std::accumulate(m.counts[t].begin(), m.counts[t].end(), 0.0);
        all += row;
        for (std::size_t p = 0; p < m.counts[t].size(); ++p) {
            const double n = m.counts[t][p], share = row > 0 ? n / row : 0;
            right += t == p ? n : 0;
            cells.x.push_back(static_cast<double>(p));
            cells.y.push_back(static_cast<double>(t));
            cells.shade.push_back(share);
            cells.labels << (m.counts.size() <= 6 ? count(n) + u'\n' + percent(share) : count(n));
            spec.table.rows.push_back({m.labels[static_cast<qsizetype>(t)], m.labels[static_cast<qsizetype>(p)],
                                       plainFigure(n), plainFigure(share)});
        }
    }
    spec.series.push_back(std::move(cells));
    if (all > 0)
        spec.summary =
            ChartText::tr("%1 of %2 rows are right (%3).").arg(count(right), count(all), percent(right / all));
    if (evaluation.task == engine::Task::Binary)
        spec.summary += u' ' + ChartText::tr("%1 are false alarms, %2 are missed.")
                                   .arg(count(evaluation.confusion.fp), count(evaluation.confusion.fn));
    return spec;
}

ChartSpec histogramChart(const engine::ColumnProfile &column)
{
    ChartSpec spec;
    spec.title = text(column.name);
    const engine::Histogram &h = column.histogram;
    const auto total = std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0});
    if (h.edges.empty()) {
        spec.horizontal = true;
        spec.x.title = ChartText::tr("Rows");
        Series bars{.name = ChartText::tr("Rows"), .kind = SeriesKind::Bars, .x = {}, .y = {}, .inLegend = false};
        for (std::size_t i = 0; i < h.labels.size(); ++i) {
            spec.y.categories << text(h.labels[i]);
            bars.y.push_back(static_cast<double>(h.counts[i]));
        }
        spec.series.push_back(std::move(bars));
    } else {
        spec.y.title = ChartText::tr("Rows");
        spec.x.time = column.kind == engine::Kind::Date || column.kind == engine::Kind::DateTime;
        Series steps{.name = ChartText::tr("Rows"),
                     .kind = SeriesKind::Steps,
                     .x = h.edges,
                     .y = {},
                     .inLegend = false,
                     .filled = true};
        for (const std::size_t n : h.counts)
            steps.y.push_back(static_cast<double>(n));
        spec.series.push_back(std::move(steps));
        spec.table.header = {ChartText::tr("From"), ChartText::tr("To"), ChartText::tr("Rows")};
        for (std::size_t i = 0; i < h.counts.size() && i + 1 < h.edges.size(); ++i)
            spec.table.rows.push_back(
                {plainFigure(h.edges[i]), plainFigure(h.edges[i + 1]), QString::number(h.counts[i])});
    }
    const QString rows = QLocale().toString(static_cast<qulonglong>(total));
    if (column.median && column.q25 && column.q75)
        spec.summary = ChartText::tr("%1 values from %2 to %3, median %4, middle half %5 to %6.")
                           .arg(rows, text(column.minText), text(column.maxText), figure(*column.median),
                                figure(*column.q25), figure(*column.q75));
    else if (!column.top.empty())
        spec.summary =
            ChartText::tr("%1 values, %2 distinct, most often “%3” (%4).")
                .arg(rows, QLocale().toString(static_cast<qulonglong>(column.distinct)), text(column.top.front().value),
                     QLocale().toString(static_cast<qulonglong>(column.top.front().count)));
    else
        spec.summary = ChartText::tr("%1 values from %2 to %3.").arg(rows, text(column.minText), text(column.maxText));
    if (column.missing > 0)
        spec.summary +=
            u' ' + ChartText::tr("%1 missing.").arg(QLocale().toString(static_cast<qulonglong>(column.missing)));
    return spec;
}

} // namespace assay::ui
