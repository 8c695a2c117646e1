// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartparts.h"
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

/// Counts by true and predicted class with the names of both.
struct Matrix
{
    QStringList labels;
    std::vector<std::vector<double>> counts;

    double total() const
    {
        double sum = 0;
        for (const std::vector<double> &row : counts)
            sum = std::accumulate(row.begin(), row.end(), sum);
        return sum;
    }
    double largest() const
    {
        double most = 0;
        for (const std::vector<double> &row : counts)
            most = std::max(most, row.empty() ? 0 : *std::max_element(row.begin(), row.end()));
        return most;
    }
    /// What a cell is a share of.
    double whole(CellShare of, std::size_t t, std::size_t p) const
    {
        if (of == CellShare::AllRows)
            return total();
        double sum = 0;
        for (std::size_t i = 0; i < counts.size(); ++i)
            sum += of == CellShare::TrueClass ? counts[t][i] : counts[i][p];
        return sum;
    }
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

QString shareHeading(CellShare of)
{
    switch (of) {
    case CellShare::PredictedClass:
        return ChartText::tr("Share of the predicted class");
    case CellShare::AllRows:
        return ChartText::tr("Share of all rows");
    case CellShare::TrueClass:
        break;
    }
    return ChartText::tr("Share of the true class");
}

} // namespace

ChartSpec confusionChart(const engine::Evaluation &evaluation, CellShare of)
{
    const Matrix m = confusionOf(evaluation);
    ChartSpec spec;
    spec.title = ChartText::tr("Confusion matrix");
    spec.x = {.title = ChartText::tr("Predicted"), .categories = m.labels};
    spec.y = {.title = ChartText::tr("True"), .categories = m.labels};
    spec.square = true;
    spec.table.header = {ChartText::tr("True"), ChartText::tr("Predicted"), ChartText::tr("Rows"), shareHeading(of)};
    Series cells{.name = ChartText::tr("Rows"), .kind = SeriesKind::Cells, .inLegend = false};
    double right = 0;
    const std::size_t classes = m.counts.size();
    const double all = m.total(), fullest = m.largest();
    for (std::size_t t = 0; t < classes; ++t) {
        for (std::size_t p = 0; p < classes; ++p) {
            const double n = m.counts[t][p], whole = m.whole(of, t, p), share = whole > 0 ? n / whole : 0;
            right += t == p ? n : 0;
            cells.x.push_back(static_cast<double>(p));
            cells.y.push_back(static_cast<double>(t));
            cells.shade.push_back(of != CellShare::AllRows ? share : fullest > 0 ? n / fullest : 0);
            cells.labels << (classes <= 6 ? rowCount(n) + u'\n' + percent(share) : rowCount(n));
            spec.table.rows.push_back({m.labels[static_cast<qsizetype>(t)], m.labels[static_cast<qsizetype>(p)],
                                       plainFigure(n), plainFigure(share)});
        }
    }
    spec.series.push_back(std::move(cells));
    if (all > 0)
        spec.summary =
            ChartText::tr("%1 of %2 rows are right (%3).").arg(rowCount(right), rowCount(all), percent(right / all));
    if (evaluation.task == engine::Task::Binary)
        spec.summary += u' ' + ChartText::tr("%1 are false alarms, %2 are missed.")
                                   .arg(rowCount(evaluation.confusion.fp), rowCount(evaluation.confusion.fn));
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
