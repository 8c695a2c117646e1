// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/builtin.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/exporters/jsonrun.h"

#include <cmath>

namespace assay::tracking {

namespace {

/// Numbers bare, others as strings. Readers take a bare −0 for a whole number, which has no sign.
QByteArray numberJson(double value)
{
    if (value == 0 && std::signbit(value))
        return "-0.0";
    const QByteArray text = numberText(value);
    return std::isfinite(value) ? text : '"' + text + '"';
}

Result<void> writeSeries(const RunStore &store, const RunDetails &details, ExportFile &file, ExportReport &report)
{
    QByteArray text = ",\n \"series\": {";
    const char *separator = "\n  ";
    for (const auto &[key, summary] : details.series) {
        const auto points = store.series(details.run.id, key);
        if (!points)
            return Failure(points.error());
        text.append(separator).append(QByteArray::fromStdString(Json(key.toStdString()).dump()));
        text.append(": {\"columns\": [\"step\", \"time_us\", \"value\"], \"points\": [");
        const char *comma = "";
        for (const MetricPoint &point : *points) {
            text.append(comma).append('[').append(QByteArray::number(point.step)).append(',');
            text.append(QByteArray::number(point.time)).append(',').append(numberJson(point.value)).append(']');
            comma = ",";
            if (text.size() > 1 << 16) {
                file.write(text);
                text.clear();
            }
        }
        text.append("]}");
        separator = ",\n  ";
        report.points += static_cast<qint64>(points->size());
    }
    file.write(text.append("}\n}\n"));
    return {};
}

Result<void> writeRun(const RunStore &store, const RunId &run, const QString &folder, ExportReport &report)
{
    const auto details = store.details(run);
    if (!details)
        return Failure(details.error());
    ExportFile file(folder + u'/' + run.value + QStringLiteral(".json"));
    QByteArray head = jsonBytes(runJson(*details)).trimmed();
    head.chop(1); // the brace, which comes after the series
    file.write(head.trimmed());
    if (auto written = writeSeries(store, *details, file, report); !written)
        return written;
    ++report.runs;
    return file.close();
}

Result<void> write(RunStore &store, const std::vector<RunId> &runs, const QString &folder, const Context &context,
                   ExportReport &report)
{
    Json list = Json::array();
    for (const RunId &run : runs) {
        if (context.cancelled())
            return cancelled();
        context.progress("Exporting", report.runs, static_cast<std::int64_t>(runs.size()));
        if (auto written = writeRun(store, run, folder, report); !written)
            return written;
        list.push_back(run.value.toStdString() + ".json");
    }
    ExportFile index(folder + QStringLiteral("/runs.json"));
    index.write(jsonBytes({{"runs", list}}));
    return index.close();
}

} // namespace

ExporterInfo jsonExporter()
{
    return {.id = "json", .label = "JSON, one file a run", .write = write};
}

} // namespace assay::tracking
