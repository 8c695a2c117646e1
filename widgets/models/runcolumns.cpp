// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runcolumns.h"

#include "widgets/models/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <set>

namespace assay::ui {

namespace {

struct FixedColumn
{
    RunColumn::Kind kind;
    const char *id;
    const char *title;
    bool groups;
};

constexpr std::array<FixedColumn, 11> fixedColumns{{
    {RunColumn::Name, "name", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Name"), false},
    {RunColumn::Favourite, "favourite", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Favourite"), true},
    {RunColumn::Status, "status", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Status"), true},
    {RunColumn::Model, "model", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Model"), true},
    {RunColumn::Experiment, "experiment", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Experiment"), true},
    {RunColumn::Task, "task", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Task"), true},
    {RunColumn::Started, "start_time", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Started"), false},
    {RunColumn::Ended, "end_time", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Ended"), false},
    {RunColumn::Duration, "duration", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Duration"), false},
    {RunColumn::Note, "note", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Note"), false},
    {RunColumn::Source, "source", QT_TRANSLATE_NOOP("assay::ui::RunColumn", "Taken over from"), false},
}};

const QString metricPrefix = QStringLiteral("metrics.");
const QString paramPrefix = QStringLiteral("params.");
const QString tagPrefix = QStringLiteral("tags.");

const FixedColumn *fixedColumn(RunColumn::Kind kind)
{
    for (const FixedColumn &column : fixedColumns)
        if (column.kind == kind)
            return &column;
    return nullptr;
}

QStringList sorted(const std::set<QString> &keys)
{
    return {keys.begin(), keys.end()};
}

} // namespace

QString RunColumn::id() const
{
    switch (kind) {
    case Metric:
        return metricPrefix + key;
    case Param:
        return paramPrefix + key;
    case Tag:
        return tagPrefix + key;
    default:
        return QString::fromLatin1(fixedColumn(kind)->id);
    }
}

std::optional<RunColumn> RunColumn::fromId(const QString &id)
{
    for (const FixedColumn &column : fixedColumns)
        if (id == QLatin1String(column.id))
            return RunColumn{.kind = column.kind};
    for (const auto &[prefix, kind] : {std::pair{metricPrefix, Metric}, {paramPrefix, Param}, {tagPrefix, Tag}})
        if (id.startsWith(prefix) && id.size() > prefix.size())
            return RunColumn{.kind = kind, .key = id.mid(prefix.size())};
    return std::nullopt;
}

QString RunColumn::title() const
{
    if (kind == Metric)
        return Format::metric(key);
    if (const FixedColumn *column = fixedColumn(kind))
        return QCoreApplication::translate("assay::ui::RunColumn", column->title);
    return key;
}

QString RunColumn::sortKey() const
{
    return id();
}

QString RunColumn::groupKey() const
{
    const FixedColumn *column = fixedColumn(kind);
    return (column ? column->groups : kind != Metric) ? id() : QString();
}

RunColumns factColumns()
{
    RunColumns columns;
    for (const FixedColumn &column : fixedColumns)
        columns.push_back({.kind = column.kind});
    return columns;
}

QStringList idsOf(const RunColumns &columns)
{
    QStringList ids;
    for (const RunColumn &column : columns)
        ids.append(column.id());
    return ids;
}

RunColumns columnsFrom(const QStringList &ids)
{
    RunColumns columns;
    for (const QString &id : ids)
        if (const auto column = RunColumn::fromId(id); column && std::ranges::find(columns, *column) == columns.end())
            columns.push_back(*column);
    return columns;
}

tracking::RunFields fieldsOf(const RunColumns &columns)
{
    tracking::RunFields fields;
    for (const RunColumn &column : columns) {
        if (column.kind == RunColumn::Metric)
            fields.metrics.append(column.key);
        else if (column.kind == RunColumn::Param)
            fields.params.append(column.key);
        else if (column.kind == RunColumn::Tag)
            fields.tags.append(column.key);
    }
    return fields;
}

RunKeys keysOf(const std::vector<tracking::Run> &runs)
{
    std::set<QString> metrics, params, tags;
    for (const tracking::Run &run : runs) {
        for (const auto &[key, value] : run.metrics)
            metrics.insert(key);
        for (const auto &[key, value] : run.params)
            params.insert(QString::fromStdString(key));
        for (const auto &[key, value] : run.tags)
            tags.insert(key);
    }
    return {.metrics = sorted(metrics), .params = sorted(params), .tags = sorted(tags)};
}

RunColumns defaultRunColumns(const RunKeys &keys)
{
    static const QStringList preferred{QStringLiteral("roc_auc"),
                                       QStringLiteral("roc_auc_ovr_macro"),
                                       QStringLiteral("average_precision"),
                                       QStringLiteral("log_loss"),
                                       QStringLiteral("accuracy"),
                                       QStringLiteral("rmse"),
                                       QStringLiteral("mae"),
                                       QStringLiteral("r2")};
    RunColumns columns{{.kind = RunColumn::Name},
                       {.kind = RunColumn::Favourite},
                       {.kind = RunColumn::Status},
                       {.kind = RunColumn::Model}};
    int shown = 0;
    for (const QString &key : preferred)
        if (shown < 4 && keys.metrics.contains(key)) {
            columns.push_back({.kind = RunColumn::Metric, .key = key});
            ++shown;
        }
    for (int i = 0; shown < 3 && i < keys.metrics.size(); ++i)
        if (!preferred.contains(keys.metrics[i])) {
            columns.push_back({.kind = RunColumn::Metric, .key = keys.metrics[i]});
            ++shown;
        }
    columns.push_back({.kind = RunColumn::Started});
    columns.push_back({.kind = RunColumn::Duration});
    return columns;
}

} // namespace assay::ui
