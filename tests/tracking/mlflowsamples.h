// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefixture.h"

#include "engine/core/json.h"
#include "tracking/importers/importer.h"
#include "tracking/registry.h"

#include <QProcess>

namespace assay::tracking {

/// Where the databases, folders and expected values written by MLflow itself lie.
inline QString samplePath(const char *name)
{
    return QStringLiteral(ASSAY_SOURCE_DIR "/../shared/formats/samples/") + QLatin1String(name);
}

inline Json readExpected(const QString &path)
{
    QProcess unpack;
    QFile file(path);
    if (path.endsWith(u".gz")) {
        unpack.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
        if (!unpack.waitForFinished())
            qFatal("gzip is needed");
        return need(parseJson(unpack.readAllStandardOutput().toStdString()));
    }
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return need(parseJson(file.readAll().toStdString()));
}

inline QString textOf(const Json &json)
{
    return json.is_string() ? QString::fromStdString(json.get<std::string>()) : QString();
}

inline std::map<QString, QString> textsOf(const Json &json)
{
    std::map<QString, QString> texts;
    for (const auto &[key, value] : json.items())
        texts[QString::fromStdString(key)] = textOf(value);
    return texts;
}

inline std::map<QString, QString> textsOf(const Params &params)
{
    std::map<QString, QString> texts;
    for (const auto &[key, value] : params)
        texts[QString::fromStdString(key)] = QString::fromStdString(std::get<std::string>(value));
    return texts;
}

/// MLflow's own client reads infinities of a database as the largest number.
inline bool isValue(double value, const Json &expected)
{
    double wanted = numberFromJson(expected);
    if (std::abs(wanted) == std::numeric_limits<double>::max())
        wanted = std::copysign(std::numeric_limits<double>::infinity(), wanted);
    return value == wanted || (std::isnan(value) && std::isnan(wanted));
}

/// How much was compared, so that a test which compares nothing cannot pass.
struct Compared
{
    int runs = 0, params = 0, tags = 0, series = 0, points = 0, datasets = 0, files = 0, models = 0, versions = 0;
    bool operator==(const Compared &) const = default;
};

inline bool sameSeries(const RunStore &store, const RunId &run, const Json &histories, Compared &compared)
{
    for (const auto &[key, history] : histories.items()) {
        const auto points = need(store.series(run, QString::fromStdString(key)));
        if (points.size() != history.size())
            return false;
        for (std::size_t i = 0; i < points.size(); ++i, ++compared.points)
            if (points[i].time != history[i][0].get<qint64>() * 1000 || points[i].step != history[i][1].get<qint64>() ||
                !isValue(points[i].value, history[i][2]))
                return false;
        ++compared.series;
    }
    return true;
}

inline bool sameDatasets(const std::vector<DatasetInput> &inputs, const Json &expected, Compared &compared)
{
    if (inputs.size() != expected.size())
        return false;
    for (const Json &one : expected) {
        const auto same = [&](const DatasetInput &input) {
            const Json kept = need(parseJson(input.readOptions.toStdString()))["mlflow"];
            return input.name == textOf(one["name"]) && input.digest == textOf(one["digest"]) && input.rows == 3 &&
                   input.role == textOf(one["tags"]["mlflow.data.context"]) && kept["source"] == one["source"] &&
                   kept["source_type"] == one["source_type"] && kept["schema"] == one["schema"] &&
                   kept["profile"] == one["profile"];
        };
        if (std::none_of(inputs.begin(), inputs.end(), same))
            return false;
        ++compared.datasets;
    }
    return true;
}

inline bool sameFiles(const RunStore &store, const RunDetails &run, const Json &expected, Compared &compared)
{
    if (run.artifacts.size() != expected.size())
        return false;
    for (const Artifact &artifact : run.artifacts) {
        const auto found = expected.find(artifact.name.toStdString());
        if (found == expected.end() || found->get<qint64>() != artifact.bytes ||
            need(store.artifact(run.run.id, artifact.name)).size() != artifact.bytes)
            return false;
        ++compared.files;
    }
    return true;
}

inline void compareRun(const RunStore &store, const Json &expected, Compared &compared)
{
    const RunId id{textOf(expected["run_id"])};
    const RunDetails run = need(store.details(id));
    QCOMPARE(run.run.source, QStringLiteral("mlflow:") + id.value);
    QCOMPARE(run.run.name, textOf(expected["run_name"]));
    const std::map<QString, RunStatus> statuses = {{QStringLiteral("FINISHED"), RunStatus::Finished},
                                                   {QStringLiteral("FAILED"), RunStatus::Failed},
                                                   {QStringLiteral("KILLED"), RunStatus::Cancelled}};
    QCOMPARE(run.run.status, statuses.at(textOf(expected["status"])));
    QCOMPARE(run.run.start.toMSecsSinceEpoch(), expected["start_time"].get<qint64>());
    QCOMPARE(run.run.end.toMSecsSinceEpoch(), expected["end_time"].get<qint64>());
    QCOMPARE(run.run.deleted, expected["lifecycle_stage"] == "deleted");
    QCOMPARE(run.provenance.user, textOf(expected["user_id"]));
    QVERIFY(textsOf(run.run.params) == textsOf(expected["params"]));
    QVERIFY(run.run.tags == textsOf(expected["tags"]));
    QCOMPARE(run.series.size(), expected["history"].size());
    QVERIFY(sameSeries(store, id, expected["history"], compared));
    for (const auto &[key, last] : expected["latest_metrics"].items())
        QVERIFY(isValue(run.series.at(QString::fromStdString(key)).last, last));
    QVERIFY(sameDatasets(run.inputs, expected["datasets"], compared));
    QVERIFY(sameFiles(store, run, expected["artifacts"], compared));
    const auto tag = [&](const char *key) {
        const auto found = run.run.tags.find(QLatin1String(key));
        return found == run.run.tags.end() ? QString() : found->second;
    };
    QCOMPARE(run.run.note, tag("mlflow.note.content"));
    QCOMPARE(run.run.parent.value, tag("mlflow.parentRunId"));
    QCOMPARE(run.provenance.program, tag("mlflow.source.name"));
    ++compared.runs;
    compared.params += static_cast<int>(run.run.params.size());
    compared.tags += static_cast<int>(run.run.tags.size());
}

inline void compareModels(RunStore &store, const Json &expected, Compared &compared)
{
    const ModelRegistry registry(store);
    for (const Json &one : expected) {
        const RegisteredModel model = need(registry.model(textOf(one["name"])));
        QCOMPARE(model.note, textOf(one["description"]));
        QVERIFY(model.tags == textsOf(one["tags"]));
        QCOMPARE(model.created.toMSecsSinceEpoch(), one["creation_timestamp"].get<qint64>());
        QCOMPARE(model.aliases.size(), one["aliases"].size());
        for (const auto &[alias, version] : one["aliases"].items())
            QCOMPARE(model.aliases.at(QString::fromStdString(alias)), textOf(version).toLongLong());
        ++compared.models;
        for (const Json &wanted : one["versions"]) {
            const ModelVersion version = need(registry.version(model.name, textOf(wanted["version"])));
            QCOMPARE(version.run.value, textOf(wanted["run_id"]));
            QCOMPARE(version.source, textOf(wanted["source"]));
            QCOMPARE(version.artifact, QStringLiteral("model"));
            QCOMPARE(name(version.stage), textOf(wanted["current_stage"]).toLower());
            QCOMPARE(version.note, textOf(wanted["description"]));
            QVERIFY(version.tags == textsOf(wanted["tags"]));
            QCOMPARE(version.created.toMSecsSinceEpoch(), wanted["creation_timestamp"].get<qint64>());
            ++compared.versions;
        }
    }
}

/// Everything MLflow's client read back, against what the store has.
inline void compareAll(RunStore &store, const Json &expected)
{
    Compared compared;
    for (const Json &run : expected["runs"]) {
        compareRun(store, run, compared);
        if (QTest::currentTestFailed())
            return;
    }
    compareModels(store, expected["models"], compared);
    if (QTest::currentTestFailed())
        return;
    const Compared all{.runs = 9,
                       .params = 9,
                       .tags = 44,
                       .series = 10,
                       .points = 10'010,
                       .datasets = 2,
                       .files = 17,
                       .models = 1,
                       .versions = 2};
    QVERIFY(compared == all);
    const auto experiments = need(store.experiments());
    for (const Json &one : expected["experiments"]) {
        const auto known = std::find_if(experiments.begin(), experiments.end(),
                                        [&](const Experiment &e) { return e.name == textOf(one["name"]); });
        const bool hasRuns = std::any_of(expected["runs"].begin(), expected["runs"].end(),
                                         [&](const Json &run) { return run["experiment_id"] == one["experiment_id"]; });
        QCOMPARE(known != experiments.end(), hasRuns);
    }
}

/// Name, size, time and bytes of everything below @p folder.
inline QByteArray stateOf(const QString &folder)
{
    QByteArray state;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    QStringList lines;
    while (files.hasNext()) {
        QFile file(files.next());
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        lines << file.fileName() +
                     QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex()) +
                     files.fileInfo().lastModified().toString(Qt::ISODateWithMs);
    }
    lines.sort();
    return lines.join(u'\n').toUtf8();
}

} // namespace assay::tracking
