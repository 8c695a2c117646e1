// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runcells.h"

#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHash>
#include <QRegularExpression>
#include <cmath>

namespace assay::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::RunCell)
};

QString tagOf(const tracking::Run &run, const QString &key)
{
    const auto found = run.tags.find(key);
    return found == run.tags.end() ? QString() : found->second;
}

QString paramOf(const tracking::Run &run, const QString &key)
{
    const auto found = run.params.find(key.toStdString());
    return found == run.params.end() ? QString() : Format::parameter(found->second);
}

QString metricOf(const tracking::Run &run, const QString &key)
{
    const auto found = run.metrics.find(key);
    return found == run.metrics.end() ? QString() : Format::number(found->second);
}

QString metricInFull(const tracking::Run &run, const QString &key)
{
    const auto found = run.metrics.find(key);
    return found == run.metrics.end() ? Words::tr("%1 was not logged").arg(key)
                                      : Words::tr("%1 = %2").arg(key, QString::number(found->second, 'g', 17));
}

} // namespace

QString RunCell::text(const tracking::Run &run, const RunColumn &column)
{
    switch (column.kind) {
    case RunColumn::Name:
        return run.name;
    case RunColumn::Favourite:
        return run.favourite ? QStringLiteral("★") : QStringLiteral("☆");
    case RunColumn::Status:
        return Format::status(run.status);
    case RunColumn::Model:
        return Format::model(run.model);
    case RunColumn::Experiment:
        return run.experiment;
    case RunColumn::Task:
        return run.task;
    case RunColumn::Started:
        return Format::relativeTime(run.start);
    case RunColumn::Ended:
        return run.end.isValid() ? Format::relativeTime(run.end) : QString();
    case RunColumn::Duration:
        return Format::duration(run);
    case RunColumn::Note:
        return run.note.section(QLatin1Char('\n'), 0, 0);
    case RunColumn::Source:
        return run.source;
    case RunColumn::Metric:
        return metricOf(run, column.key);
    case RunColumn::Param:
        return paramOf(run, column.key);
    case RunColumn::Tag:
        return tagOf(run, column.key);
    }
    return {};
}

QString RunCell::spoken(const tracking::Run &run, const RunColumn &column)
{
    if (column.kind == RunColumn::Favourite)
        return run.favourite ? Words::tr("Favourite") : Words::tr("No favourite");
    return text(run, column);
}

QString RunCell::toolTip(const tracking::Run &run, const RunColumn &column)
{
    switch (column.kind) {
    case RunColumn::Name:
        return Words::tr("Run %1 of experiment “%2”").arg(run.id.value, run.experiment);
    case RunColumn::Favourite:
        return run.favourite ? Words::tr("A favourite (F removes the star)") : Words::tr("Make it a favourite (F)");
    case RunColumn::Status:
        return run.error.isEmpty() ? Format::status(run.status) : run.error;
    case RunColumn::Started:
        return Format::dateTime(run.start);
    case RunColumn::Ended:
        return run.end.isValid() ? Format::dateTime(run.end) : Words::tr("It has not ended");
    case RunColumn::Note:
        return run.note;
    case RunColumn::Metric:
        return metricInFull(run, column.key);
    case RunColumn::Param:
    case RunColumn::Tag:
        return text(run, column);
    default:
        return {};
    }
}

QVariant RunCell::mark(const tracking::Run &run, const RunColumn &column)
{
    if (column.kind != RunColumn::Status)
        return {};
    static QHash<int, QIcon> icons; // 10 small pictures, drawn once
    const int key = static_cast<int>(run.status) * 2 + (hasDarkBase(QGuiApplication::palette()) ? 1 : 0);
    auto found = icons.find(key);
    if (found == icons.end())
        found = icons.insert(key, statusIcon(run.status, QGuiApplication::palette()));
    return *found;
}

std::optional<double> RunCell::metric(const tracking::Run &run, const QString &key)
{
    const auto found = run.metrics.find(key);
    if (found == run.metrics.end() || !std::isfinite(found->second))
        return std::nullopt;
    return found->second;
}

QString GroupCell::title(const tracking::RunGroup &group, const QString &key)
{
    const auto column = RunColumn::fromId(key);
    const QString what = column ? column->title() : key;
    QString value = group.value;
    if (column && column->kind == RunColumn::Model)
        value = Format::model(value);
    const QString named =
        group.missing ? Words::tr("%1: none").arg(what) : Words::tr("%1: %2", "key: value").arg(what, value);
    return Words::tr("%1 (%2)", "group, number of runs").arg(named, Format::count(group.runs));
}

QString GroupCell::metric(const tracking::MetricSpread &spread, bool largerIsBetter)
{
    if (spread.count == 0)
        return {};
    const QString best = Format::number(largerIsBetter ? spread.max : spread.min);
    if (spread.count == 1)
        return best;
    return Words::tr("%1 ± %2, best %3").arg(Format::number(spread.mean), Format::number(spread.sd), best);
}

QString GroupCell::metricToolTip(const tracking::MetricSpread &spread, const QString &key)
{
    return Words::tr("%1 of %n run(s): mean %2, standard deviation %3, from %4 to %5", nullptr,
                     static_cast<int>(spread.count))
        .arg(key, QString::number(spread.mean, 'g', 10), QString::number(spread.sd, 'g', 6),
             QString::number(spread.min, 'g', 10), QString::number(spread.max, 'g', 10));
}

QString queryValue(const QString &text)
{
    if (!text.contains(QLatin1Char('"')))
        return QLatin1Char('"') + text + QLatin1Char('"');
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

QString queryKey(const QString &key)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.]*$"));
    const qsizetype dot = key.indexOf(QLatin1Char('.'));
    if (dot < 0 || plain.match(key).hasMatch())
        return key;
    return key.left(dot + 1) + QLatin1Char('`') + key.mid(dot + 1) + QLatin1Char('`');
}

QString filterFor(const tracking::Run &run, const RunColumn &column)
{
    const auto equal = [&](const QString &value) {
        return queryKey(column.id()) + QStringLiteral(" = ") + queryValue(value);
    };
    switch (column.kind) {
    case RunColumn::Status:
        return equal(tracking::name(run.status));
    case RunColumn::Model:
        return equal(run.model);
    case RunColumn::Experiment:
        return equal(run.experiment);
    case RunColumn::Task:
        return equal(run.task);
    case RunColumn::Param: {
        const auto found = run.params.find(column.key.toStdString());
        return found == run.params.end() ? QString() : equal(ui::text(toText(found->second)));
    }
    case RunColumn::Tag:
        return run.tags.contains(column.key) ? equal(tagOf(run, column.key)) : QString();
    case RunColumn::Metric:
        if (const auto value = RunCell::metric(run, column.key))
            return queryKey(column.id()) + QStringLiteral(" >= ") + QString::number(*value, 'g', 17);
        return {};
    default:
        return {};
    }
}

QString groupFilter(const QString &filter, const QString &key, const tracking::RunGroup &group)
{
    const QString has = group.missing ? queryKey(key) + QStringLiteral(" is null")
                                      : queryKey(key) + QStringLiteral(" = ") + queryValue(group.value);
    return filter.trimmed().isEmpty() ? has : QStringLiteral("(%1) and %2").arg(filter.trimmed(), has);
}

} // namespace assay::ui
