// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttable.h"

#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <algorithm>

namespace assay::ui {

namespace {

QString cell(const std::vector<double> &values, std::size_t i)
{
    return i < values.size() ? plainFigure(values[i]) : QString();
}

ChartTable categoryTable(const ChartSpec &spec, const Axis &axis)
{
    ChartTable table;
    table.header << (axis.title.isEmpty() ? ChartText::tr("Category") : axis.title);
    for (const Series &series : spec.series) {
        table.header << series.name;
        if (!series.low.empty())
            table.header << ChartText::tr("%1, low").arg(series.name) << ChartText::tr("%1, high").arg(series.name);
    }
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        QStringList row{axis.categories[i]};
        for (const Series &series : spec.series) {
            row << cell(series.y, at);
            if (!series.low.empty())
                row << cell(series.low, at) << cell(series.high, at);
        }
        table.rows.push_back(row);
    }
    return table;
}

ChartTable pointTable(const ChartSpec &spec)
{
    ChartTable table;
    const bool intervals =
        std::any_of(spec.series.begin(), spec.series.end(), [](const Series &s) { return !s.low.empty(); });
    table.header << ChartText::tr("Series") << (spec.x.title.isEmpty() ? QStringLiteral("x") : spec.x.title)
                 << (spec.y.title.isEmpty() ? QStringLiteral("y") : spec.y.title);
    if (intervals)
        table.header << ChartText::tr("Low") << ChartText::tr("High");
    for (const Series &series : spec.series) {
        const std::size_t n =
            series.kind == SeriesKind::Steps ? series.y.size() : std::min(series.x.size(), series.y.size());
        for (std::size_t i = 0; i < n; ++i) {
            QStringList row{series.name, cell(series.x, i), cell(series.y, i)};
            if (intervals)
                row << cell(series.low, i) << cell(series.high, i);
            table.rows.push_back(row);
        }
    }
    return table;
}

QString quoted(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(),
                                    [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (plain)
        return text;
    QString inner = text;
    return QStringLiteral("\"%1\"").arg(inner.replace(u'"', QLatin1String("\"\"")));
}

void appendRow(QString &out, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += u',';
        out += quoted(cells[i]);
    }
    out += QLatin1String("\r\n");
}

} // namespace

ChartTable dataTable(const ChartSpec &spec)
{
    if (!spec.table.header.isEmpty())
        return spec.table;
    const bool bars =
        std::all_of(spec.series.begin(), spec.series.end(), [](const Series &s) { return s.kind == SeriesKind::Bars; });
    if (bars && !spec.y.categories.isEmpty())
        return categoryTable(spec, spec.y);
    if (bars && !spec.x.categories.isEmpty())
        return categoryTable(spec, spec.x);
    return pointTable(spec);
}

QString toCsv(const ChartTable &table)
{
    QString out;
    appendRow(out, table.header);
    for (const QStringList &row : table.rows)
        appendRow(out, row);
    return out;
}

QString spokenText(const ChartSpec &spec)
{
    return spec.summary.isEmpty() ? spec.title : ChartText::tr("%1. %2").arg(spec.title, spec.summary);
}

} // namespace assay::ui
