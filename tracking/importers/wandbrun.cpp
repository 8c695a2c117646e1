// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/wandbrun.h"

#include "tracking/importers/csvlogparams.h"
#include "tracking/importers/jsonnumbers.h"
#include "tracking/importers/wandblog.h"

#include "engine/core/json.h"

#include <QFileInfo>
#include <cmath>
#include <limits>
#include <set>
#include <wandb.pb.h>

namespace assay::tracking {

namespace {

namespace wire = assay::wire::wandb;

/// Values are JSON as Python writes it, where a number that is none stands bare.
std::optional<Json> valueFrom(const std::string &text)
{
    if (text == "NaN" || text == "Infinity" || text == "-Infinity")
        return Json(text);
    const auto json = parseJson(text);
    return json ? std::optional(*json) : std::nullopt;
}

std::string keyOf(const wire::Item &item)
{
    std::string key = item.key();
    for (const std::string &part : item.nested_key())
        key += (key.empty() ? "" : ".") + part;
    return QString::fromStdString(key).toStdString();
}

using TakePoint = std::function<void(const QString &series, const MetricPoint &point)>;

class WandbRun
{
public:
    /// @p takePoint gets every point as it comes.
    explicit WandbRun(TakePoint takePoint)
        : m_takePoint(std::move(takePoint))
    {
    }

    void take(const wire::Record &record)
    {
        if (record.has_history())
            takeHistory(record.history());
        if (record.has_config())
            takeConfig(record.config());
        if (record.has_summary())
            takeSummary(record.summary());
        if (record.has_run())
            takeRun(record.run());
        if (record.has_exit()) {
            m_run.status = record.exit().exit_code() == 0 ? RunStatus::Finished : RunStatus::Failed;
            m_runtime = record.exit().runtime();
        }
    }

    ImportedRun finish(const QString &path)
    {
        for (const auto &[key, value] : m_summary)
            if (!m_series.contains(key))
                add(key, value);
        if (!m_run.start.isValid() && !m_series.empty())
            m_run.start = QDateTime::fromMSecsSinceEpoch(m_firstTime / 1000, Qt::UTC);
        if (m_id.isEmpty())
            m_id = QFileInfo(path).completeBaseName().section(QLatin1String("run-"), -1);
        m_run.source = QStringLiteral("wandb:%1/%2").arg(m_run.experiment, m_id);
        if (m_run.name.isEmpty())
            m_run.name = m_id;
        if (m_run.status != RunStatus::Running)
            m_run.end = m_runtime > 0 && m_run.start.isValid() ? m_run.start.addSecs(m_runtime)
                                                               : QDateTime::fromMSecsSinceEpoch(m_time / 1000, Qt::UTC);
        return std::move(m_run);
    }

private:
    void takeHistory(const wire::History &history)
    {
        m_step = history.has_step() ? history.step().num() : m_step;
        std::map<std::string, double> numbers;
        for (const wire::Item &item : history.item())
            if (const auto value = valueFrom(item.value_json()))
                eachNumber(keyOf(item), *value, [&](const std::string &key, double number) { numbers[key] = number; });
        constexpr double farthest = 9.0e18, latest = 9.0e12;
        if (const auto step = numbers.find("_step"); step != numbers.end() && std::abs(step->second) < farthest)
            m_step = static_cast<qint64>(step->second);
        if (const auto time = numbers.find("_timestamp"); time != numbers.end() && std::abs(time->second) < latest)
            m_time = static_cast<qint64>(std::llround(time->second * 1e6));
        for (const auto &[key, number] : numbers)
            if (!key.starts_with('_'))
                add(QString::fromStdString(key), number);
    }

    void add(const QString &series, double value)
    {
        if (m_firstTime == 0)
            m_firstTime = m_time;
        m_series.insert(series);
        m_takePoint(series, {.step = m_step, .time = m_time, .value = value});
    }

    void takeConfig(const wire::Items &config)
    {
        for (const wire::Item &item : config.update()) {
            const std::string key = keyOf(item);
            if (const auto value = valueFrom(item.value_json()); value && !key.starts_with("_wandb"))
                addFlat(m_run.params, *value, key);
        }
    }

    void takeSummary(const wire::Items &summary)
    {
        for (const wire::Item &item : summary.update())
            if (const auto value = valueFrom(item.value_json()))
                eachNumber(keyOf(item), *value, [&](const std::string &key, double number) {
                    if (!key.starts_with('_'))
                        m_summary[QString::fromStdString(key)] = number;
                });
    }

    void takeRun(const wire::Run &run)
    {
        m_id = QString::fromStdString(run.run_id());
        m_run.experiment = QString::fromStdString(run.project());
        m_run.name = QString::fromStdString(run.display_name());
        m_run.note = QString::fromStdString(run.notes());
        m_run.provenance.host = QString::fromStdString(run.host());
        m_run.provenance.gitCommit = QString::fromStdString(run.git().commit());
        constexpr qint64 latest = 9'000'000'000'000;
        if (const qint64 start = run.start_time().seconds(); start > 0 && start < latest)
            m_run.start = QDateTime::fromMSecsSinceEpoch(start * 1000 + run.start_time().nanos() / 1'000'000, Qt::UTC);
        m_time = m_run.start.isValid() ? m_run.start.toMSecsSinceEpoch() * 1000 : m_time;
        addTag("wandb.group", run.run_group());
        addTag("wandb.job_type", run.job_type());
        for (const std::string &tag : run.tags())
            addTag("wandb.tag." + tag, "true");
        takeConfig(run.config());
        takeSummary(run.summary());
    }

    void addTag(const std::string &key, const std::string &value)
    {
        if (!value.empty())
            m_run.tags[QString::fromStdString(key)] = QString::fromStdString(value);
    }

    TakePoint m_takePoint;
    ImportedRun m_run{.status = RunStatus::Running};
    std::set<QString> m_series;
    QString m_id;
    std::map<QString, double> m_summary;
    qint64 m_step = 0, m_time = 0, m_firstTime = 0;
    qint64 m_runtime = 0;
};

/// How many records of a file there are to read, and what could not be read.
struct Reading
{
    qint64 records = std::numeric_limits<qint64>::max();
    std::vector<ImportProblem> problems = {};
};

Result<ImportedRun> readLog(WandbLog &log, const QString &path, Reading &reading, TakePoint takePoint)
{
    if (!log.isOne())
        return at(failure(ErrorKind::BadInput, "not_wandb", "{} does not begin as a run file of W&B (`.wandb`) does.",
                          {path.toStdString()}),
                  path.toStdString());
    WandbRun run(std::move(takePoint));
    qint64 records = 0;
    while (records < reading.records && log.next()) {
        ++records;
        wire::Record record;
        if (record.ParseFromArray(log.record().constData(), static_cast<int>(log.record().size())))
            run.take(record);
        else
            reading.problems.push_back({.path = path,
                                        .offset = log.offset(),
                                        .what = QStringLiteral("A record cannot be read: it is left out.")});
    }
    reading.records = records;
    for (const qint64 offset : log.damage())
        reading.problems.push_back(
            {.path = path,
             .offset = offset,
             .what = QStringLiteral("The checksum of a record is wrong: its block of 32 KiB is left out.")});
    return run.finish(path);
}

Failure unreadable(const QFile &file)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "The file `{}` cannot be read: {}.",
                      {file.fileName().toStdString(), file.errorString().toStdString()}),
              file.fileName().toStdString());
}

/// The points of a file, which is read anew for them, up to the record it had when it was looked at.
class WandbPoints : public PointSource
{
public:
    WandbPoints(const QString &path, qint64 records, std::map<QString, qint64> counts)
        : m_path(path)
        , m_records(records)
        , m_counts(std::move(counts))
    {
    }
    std::map<QString, qint64> counts() const override { return m_counts; }
    Result<void> read(const TakePoints &take) const override
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(file);
        WandbLog log(file);
        Reading reading{.records = m_records};
        PointBatches points(take);
        const auto run = readLog(log, m_path, reading, [&](const QString &series, const MetricPoint &point) {
            points.add(points.series(series), point);
        });
        const auto done = points.finish();
        return run ? done : Failure(run.error());
    }

private:
    QString m_path;
    qint64 m_records;
    std::map<QString, qint64> m_counts;
};

} // namespace

Result<ImportedRun> parseWandb(QByteArrayView bytes, const QString &path, std::vector<ImportProblem> &problems)
{
    WandbLog log(bytes);
    Reading reading;
    std::map<QString, std::vector<MetricPoint>> metrics;
    auto run = readLog(log, path, reading,
                       [&](const QString &series, const MetricPoint &point) { metrics[series].push_back(point); });
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    if (run)
        run->metrics = std::move(metrics);
    return run;
}

Result<ImportedRun> openWandb(const QString &path, std::vector<ImportProblem> &problems)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    WandbLog log(file);
    Reading reading;
    std::map<QString, qint64> counts;
    auto run = readLog(log, path, reading, [&](const QString &series, const MetricPoint &) { ++counts[series]; });
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    if (run)
        run->points = std::make_shared<WandbPoints>(path, reading.records, std::move(counts));
    return run;
}

} // namespace assay::tracking
