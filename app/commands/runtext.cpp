// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/runtext.h"

#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "tracking/provenance.h"

#include <algorithm>

namespace assay::app {

namespace {

using tracking::Run;
using tracking::RunDetails;

constexpr std::size_t metricColumns = 4;

/// The metrics most runs have, most common first, those by which models are ranked before others.
std::vector<QString> commonMetrics(const std::vector<Run> &runs)
{
    std::map<QString, int> counts;
    for (const Run &run : runs) {
        for (const auto &[key, value] : run.metrics)
            ++counts[key];
    }
    const QStringList ranking{QStringLiteral("roc_auc"),  QStringLiteral("roc_auc_ovr_macro"),
                              QStringLiteral("rmse"),     QStringLiteral("average_precision"),
                              QStringLiteral("accuracy"), QStringLiteral("f1"),
                              QStringLiteral("f1_macro"), QStringLiteral("r2"),
                              QStringLiteral("mae"),      QStringLiteral("log_loss")};
    const auto rank = [&](const QString &key) { return ranking.contains(key) ? ranking.indexOf(key) : ranking.size(); };
    std::vector<QString> keys;
    for (const auto &[key, count] : counts)
        keys.push_back(key);
    std::ranges::stable_sort(keys, [&](const QString &a, const QString &b) {
        return std::pair(rank(a), -counts[a]) < std::pair(rank(b), -counts[b]);
    });
    keys.resize(std::min(keys.size(), metricColumns));
    return keys;
}

std::string durationText(const Run &run)
{
    return run.end.isValid() ? secondsText(static_cast<double>(run.start.msecsTo(run.end)) / 1000) : std::string();
}

std::string metricOf(const Run &run, const QString &key)
{
    const auto it = run.metrics.find(key);
    return it == run.metrics.end() ? std::string() : fixedText(it->second);
}

std::string pairsText(const char *heading, const std::map<QString, QString> &pairs)
{
    std::vector<std::string> lines;
    for (const auto &[key, value] : pairs)
        lines.push_back(key.toStdString() + " = " + value.toStdString());
    return listText(heading, lines);
}

std::string paramsText(const Params &params)
{
    std::vector<std::string> lines;
    for (const auto &[name, value] : params)
        lines.push_back(name + " = " + toText(value));
    return listText("Parameters", lines);
}

std::string seriesText(const RunDetails &details)
{
    if (details.series.empty())
        return {};
    TextTable table({"metric", "last", "min", "max", "points"});
    for (const auto &[key, s] : details.series)
        table.add({key.toStdString(), fixedText(s.last), fixedText(s.min), fixedText(s.max),
                   countText(static_cast<std::uint64_t>(s.count))});
    return headingText("Metrics") + table.text(2);
}

std::string inputsText(const RunDetails &details)
{
    if (details.inputs.empty())
        return {};
    TextTable table({"role", "name", "rows", "columns", "digest", "path"});
    for (const tracking::DatasetInput &input : details.inputs)
        table.add({input.role.toStdString(), input.name.toStdString(),
                   countText(static_cast<std::uint64_t>(input.rows)),
                   countText(static_cast<std::uint64_t>(input.columns)), input.digest.left(19).toStdString(),
                   input.path.toStdString()});
    return headingText("Data") + table.text(2);
}

std::string artifactsText(const RunDetails &details)
{
    if (details.artifacts.empty())
        return {};
    TextTable table({"artifact", "kind", "size", "SHA-256"});
    for (const tracking::Artifact &artifact : details.artifacts)
        table.add({artifact.name.toStdString(), artifact.kind.toStdString(),
                   bytesText(static_cast<std::uint64_t>(artifact.bytes)), artifact.sha256.left(12).toStdString()});
    return headingText("Artifacts") + table.text(2);
}

std::string provenanceText(const tracking::Provenance &p)
{
    std::vector<std::string> lines;
    const auto add = [&](const char *what, const QString &value) {
        if (!value.isEmpty())
            lines.push_back(what + std::string(": ") + value.toStdString());
    };
    add("program", p.program);
    add("again with", p.commandLine);
    add("commit", p.gitCommit + (p.gitDirty ? QStringLiteral(" with changes") : QString()));
    add("machine", p.host + (p.os.isEmpty() ? QString() : QStringLiteral(", ") + p.os));
    add("processor", p.cpu);
    add("by", p.user);
    if (tracking::hasSeed(p))
        lines.push_back("seed: " + std::to_string(p.seed));
    for (const auto &[library, version] : p.libraries)
        lines.push_back(library.toStdString() + ' ' + version.toStdString());
    return listText("Made", lines);
}

} // namespace

std::string timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString()
                          : std::string();
}

std::string runsText(const std::vector<Run> &runs, qint64 total)
{
    if (runs.empty() && total > 0)
        return "0 of " + countText(static_cast<std::uint64_t>(total), "run") + "; --limit N shows more.\n";
    if (runs.empty())
        return "No runs. `assay train DATA --target COLUMN --model MODEL` makes one.\n";
    const std::vector<QString> metrics = commonMetrics(runs);
    std::vector<std::string> header{"run", "name", "experiment", "model", "status", "started", "took"};
    for (const QString &key : metrics)
        header.push_back(key.toStdString());
    TextTable table(header);
    for (const Run &run : runs) {
        std::vector<std::string> row{
            shortId(run.id),         run.name.toStdString(),         run.experiment.toStdString(),
            run.model.toStdString(), name(run.status).toStdString(), timeText(run.start),
            durationText(run)};
        for (const QString &key : metrics)
            row.push_back(metricOf(run, key));
        table.add(row);
    }
    const auto shown = static_cast<qint64>(runs.size());
    return table.text() + (shown < total
                               ? '\n' + countText(static_cast<std::uint64_t>(shown)) + " of " +
                                     countText(static_cast<std::uint64_t>(total), "run") + "; --limit N shows more.\n"
                               : std::string());
}

std::string detailsText(const RunDetails &details)
{
    const Run &run = details.run;
    QStringList facts{run.name, QStringLiteral("experiment ") + run.experiment, run.model, run.task, name(run.status)};
    facts.removeAll(QString()); // imported runs have no model and no task
    std::string text = "Run " + run.id.value.toStdString() + "\n" + facts.join(QLatin1String(", ")).toStdString() +
                       (run.deleted ? ", deleted" : "") + '\n' + "Started " + timeText(run.start);
    if (run.end.isValid())
        text += ", took " + durationText(run);
    text += '\n';
    if (!run.error.isEmpty())
        text += "Error: " + run.error.toStdString() + '\n';
    if (!run.note.isEmpty())
        text += '\n' + run.note.toStdString() + '\n';
    text += seriesText(details) + paramsText(run.params) + pairsText("Tags", run.tags) + inputsText(details) +
            artifactsText(details) + provenanceText(details.provenance);
    if (!details.children.empty())
        text += headingText("Runs under it") + runsText(details.children, static_cast<qint64>(details.children.size()));
    return text;
}

} // namespace assay::app
