// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runfacts.h"

#include "engine/versions.h"
#include "tracking/provenance.h"

#include <QFileInfo>
#include <QtGlobal>
#include <algorithm>

namespace assay::app {

namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QStringList readingOptions(const engine::ReadOptions &options)
{
    QStringList words;
    if (options.delimiter)
        words << QStringLiteral("--delimiter") << QString(QLatin1Char(*options.delimiter));
    if (options.decimal)
        words << QStringLiteral("--decimal") << QString(QLatin1Char(*options.decimal));
    if (options.encoding)
        words << QStringLiteral("--encoding") << text(*options.encoding);
    if (options.noHeader)
        words << QStringLiteral("--no-header");
    if (options.dayFirst)
        words << (*options.dayFirst ? QStringLiteral("--day-first") : QStringLiteral("--month-first"));
    for (const std::string &missing : options.missingTexts)
        words << QStringLiteral("--null") << text(missing);
    for (const auto &[column, kind] : options.kinds)
        words << QStringLiteral("--type") << text(column) + QLatin1Char('=') + QLatin1String(engine::name(kind));
    return words;
}

// As --calibrate takes it.
QString calibrationText(const engine::FitOptions &fit)
{
    QString words = QLatin1String(engine::name(*fit.calibration));
    if (fit.calibrationShare != engine::FitOptions().calibrationShare)
        words += QLatin1Char(':') + text(toText(ParamValue(fit.calibrationShare)));
    return words;
}

/// What people write may begin as an option does.
QStringList optionWords(const QString &option, const QString &value)
{
    return value.startsWith(QLatin1Char('-')) ? QStringList{option + QLatin1Char('=') + value}
                                              : QStringList{option, value};
}

QString valuesText(const std::vector<ParamValue> &values)
{
    QStringList texts;
    for (const ParamValue &value : values)
        texts << text(toText(value));
    return texts.join(QLatin1Char(','));
}

} // namespace

std::map<QString, QString> taskTags(const ui::TrainRequest &request, const engine::Target &target)
{
    std::map<QString, QString> tags{{QStringLiteral("target"), text(target.column)}};
    tags[QStringLiteral("split")] = request.test ? QStringLiteral("test:") + QFileInfo(request.test->path).fileName()
                                                 : text(engine::toText(request.split));
    for (const auto &[name, values] : request.grid) {
        QString &grid = tags[QStringLiteral("grid")];
        grid += (grid.isEmpty() ? QString() : QStringLiteral(" ")) + text(name) + QLatin1Char('=') + valuesText(values);
    }
    if (target.task == engine::Task::Binary)
        tags[QStringLiteral("positive")] = text(target.labels.back());
    if (!request.task.protectedColumns.empty()) {
        QStringList names;
        for (const std::string &name : request.task.protectedColumns)
            names << text(name);
        tags[QStringLiteral("protected")] = names.join(QLatin1Char(','));
    }
    for (const auto &[name, value] : request.fit.preprocess)
        tags[QStringLiteral("prep.") + text(name)] = text(toText(value));
    if (request.fit.balance != engine::Balance::None)
        tags[QStringLiteral("balance")] = QLatin1String(engine::name(request.fit.balance));
    if (request.fit.calibration)
        tags[QStringLiteral("calibration")] = calibrationText(request.fit);
    if (request.threshold != 0.5)
        tags[QStringLiteral("threshold")] = text(toText(ParamValue(request.threshold)));
    return tags;
}

tracking::DatasetInput inputOf(const ui::Dataset &data, const QString &role)
{
    return {.role = role,
            .name = QFileInfo(data.path).fileName(),
            .path = data.path,
            .digest = text(data.table().digest()),
            .rows = static_cast<qint64>(data.table().rows()),
            .columns = static_cast<qint64>(data.table().columnCount()),
            .readOptions = text(engine::toJson(data.options).dump())};
}

tracking::Provenance provenanceOf(const ui::TrainRequest &request, const Context &context)
{
    return provenanceOf(trainCommand(request, context.seed), context.seed, context.threadCount());
}

tracking::Provenance provenanceOf(const QString &commandLine, std::uint64_t seed, int threads)
{
    tracking::ProvenanceFacts facts{.program = QStringLiteral("assay " ASSAY_VERSION),
                                    .commandLine = commandLine,
                                    .threads = threads,
                                    .seed = seed};
    facts.libraries[QStringLiteral("Qt")] = QLatin1String(qVersion());
    for (const auto &[library, version] : engine::libraryVersions())
        facts.libraries[text(library)] = text(version);
    return tracking::currentProvenance(facts);
}

QString trainCommand(const ui::TrainRequest &request, std::uint64_t seed)
{
    const engine::LearningTask &task = request.task;
    QStringList words{QStringLiteral("assay"), QStringLiteral("train"), request.data->path};
    words << readingOptions(request.data->options);
    words << QStringLiteral("--target") << text(task.target) << QStringLiteral("--model") << request.model;
    for (const auto &[name, value] : request.params)
        words << QStringLiteral("--param") << text(name + '=' + toText(value));
    for (const auto &[name, value] : request.fit.preprocess)
        words << QStringLiteral("--prep") << text(name + '=' + toText(value));
    if (request.fit.balance != engine::Balance::None)
        words << QStringLiteral("--balance") << QLatin1String(engine::name(request.fit.balance));
    for (const auto &[name, values] : request.grid)
        words << QStringLiteral("--grid") << text(name) + QLatin1Char('=') + valuesText(values);
    if (task.task)
        words << QStringLiteral("--task") << QLatin1String(engine::name(*task.task));
    if (!task.positive.empty())
        words << QStringLiteral("--positive") << text(task.positive);
    if (request.test)
        words << QStringLiteral("--test") << request.test->path;
    else
        words << QStringLiteral("--split") << text(engine::toText(request.split));
    for (const std::string &column : task.drop)
        words << QStringLiteral("--drop") << text(column);
    for (const std::string &column : task.protectedColumns)
        words << QStringLiteral("--protected") << text(column);
    if (task.excludeProtected)
        words << QStringLiteral("--exclude-protected");
    if (!task.weight.empty())
        words << QStringLiteral("--weight") << text(task.weight);
    if (request.experiment != QLatin1String("Default"))
        words << optionWords(QStringLiteral("--experiment"), request.experiment);
    if (!request.name.isEmpty())
        words << optionWords(QStringLiteral("--name"), request.name);
    for (const auto &[key, value] : request.tags)
        words << optionWords(QStringLiteral("--tag"), key + QLatin1Char('=') + value);
    if (request.fit.calibration)
        words << QStringLiteral("--calibrate") << calibrationText(request.fit);
    if (request.threshold != 0.5)
        words << QStringLiteral("--threshold") << text(toText(ParamValue(request.threshold)));
    words << QStringLiteral("--seed") << QString::number(seed);
    return tracking::shellLine(words);
}

const tracking::DatasetInput *inputOfRole(const tracking::RunDetails &details, const QString &role)
{
    const auto it = std::ranges::find(details.inputs, role, &tracking::DatasetInput::role);
    return it == details.inputs.end() ? nullptr : &*it;
}

QString tagOf(const tracking::Run &run, const QString &key)
{
    const auto it = run.tags.find(key);
    return it == run.tags.end() ? QString() : it->second;
}

QString changesDigest(const tracking::RunDetails &details)
{
    const auto it = std::ranges::find(details.artifacts, QLatin1String("changes.diff"), &tracking::Artifact::name);
    return it == details.artifacts.end() ? QString() : it->sha256;
}

double thresholdOf(const tracking::Run &run)
{
    const QString tag = tagOf(run, QStringLiteral("threshold"));
    return tag.isEmpty() ? 0.5 : tag.toDouble();
}

} // namespace assay::app
