// SPDX-License-Identifier: GPL-3.0-or-later
// Two tables: runs.csv with a column for each parameter, metric and tag, and points.csv with all points.
#include "tracking/exporters/builtin.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/exporters/jsonrun.h"

#include <set>

namespace assay::tracking {

namespace {

/// As RFC 4180 quotes it.
QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool plain =
        std::none_of(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    return plain ? bytes : '"' + bytes.replace("\"", "\"\"") + '"';
}

QByteArray cell(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs).toUtf8() : QByteArray();
}

QByteArray paramCell(const ParamValue &value)
{
    const auto *number = std::get_if<double>(&value);
    return number ? numberText(*number) : cell(QString::fromStdString(toText(value)));
}

/// The columns: what any of the runs has.
struct Columns
{
    std::set<std::string> params;
    std::set<QString> metrics, tags;

    void add(const Run &run)
    {
        for (const auto &[key, value] : run.params)
            params.insert(key);
        for (const auto &[key, value] : run.metrics)
            metrics.insert(key);
        for (const auto &[key, value] : run.tags)
            tags.insert(key);
    }
};

QByteArray header(const Columns &columns)
{
    QByteArray line = "run_id,name,experiment,status,start_time,end_time,parent,model,task,note";
    for (const std::string &key : columns.params)
        line += ',' + cell(QStringLiteral("params.") + QString::fromStdString(key));
    for (const QString &key : columns.metrics)
        line += ',' + cell(QStringLiteral("metrics.") + key);
    for (const QString &key : columns.tags)
        line += ',' + cell(QStringLiteral("tags.") + key);
    return line + '\n';
}

template<class Keys, class Values, class Text>
void appendCells(QByteArray &line, const Keys &keys, const Values &values, Text text)
{
    for (const auto &key : keys) {
        const auto found = values.find(key);
        line += ',';
        if (found != values.end())
            line += text(found->second);
    }
}

QByteArray row(const Run &run, const Columns &columns)
{
    QByteArray line = run.id.value.toUtf8() + ',' + cell(run.name) + ',' + cell(run.experiment) + ',' +
                      name(run.status).toUtf8() + ',' + cell(run.start) + ',' + cell(run.end) + ',' +
                      run.parent.value.toUtf8() + ',' + cell(run.model) + ',' + cell(run.task) + ',' + cell(run.note);
    appendCells(line, columns.params, run.params, paramCell);
    appendCells(line, columns.metrics, run.metrics, numberText);
    appendCells(line, columns.tags, run.tags, [](const QString &text) { return cell(text); });
    return line + '\n';
}

Result<void> writePoints(const RunStore &store, const RunDetails &details, ExportFile &file, ExportReport &report)
{
    for (const auto &[key, summary] : details.series) {
        const auto points = store.series(details.run.id, key);
        if (!points)
            return Failure(points.error());
        const QByteArray front = details.run.id.value.toUtf8() + ',' + cell(key) + ',';
        for (const MetricPoint &point : *points) {
            QByteArray line = front;
            appendPoint(line, point);
            file.write(line);
        }
        report.points += static_cast<qint64>(points->size());
    }
    return {};
}

Result<void> write(RunStore &store, const std::vector<RunId> &runs, const QString &folder, const Context &context,
                   ExportReport &report)
{
    ExportFile points(folder + QStringLiteral("/points.csv"));
    points.write("run_id,metric,step,time_us,value\n");
    Columns columns;
    std::vector<Run> rows;
    for (const RunId &run : runs) {
        if (context.cancelled())
            return cancelled();
        context.progress("Exporting", report.runs, static_cast<std::int64_t>(runs.size()));
        auto details = store.details(run);
        if (!details)
            return Failure(details.error());
        if (auto written = writePoints(store, *details, points, report); !written)
            return written;
        columns.add(details->run);
        rows.push_back(std::move(details->run));
        ++report.runs;
    }
    ExportFile table(folder + QStringLiteral("/runs.csv"));
    table.write(header(columns));
    for (const Run &run : rows)
        table.write(row(run, columns));
    auto closed = table.close();
    return closed ? points.close() : closed;
}

} // namespace

ExporterInfo csvExporter()
{
    return {.id = "csv", .label = "CSV, a table of runs and one of points", .write = write};
}

} // namespace assay::tracking
