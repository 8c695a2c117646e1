// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/registrymodels.h"

#include "engine/metrics/evaluation.h"
#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::Registry)
};

Cell timeCell(const QDateTime &time)
{
    return {.text = Format::relativeTime(time), .sort = time, .toolTip = Format::dateTime(time)};
}

QString inUse(const tracking::RegisteredModel &model)
{
    QStringList parts;
    for (const auto &[alias, version] : model.aliases)
        parts << Sentences::tr("%1: version %2", "alias").arg(alias).arg(version);
    parts << Sentences::tr("%n version(s)", nullptr, static_cast<int>(model.versions));
    return parts.join(QStringLiteral(" · "));
}

Cell scoreCell(const tracking::Lineage &lineage)
{
    const auto score = headlineOf(lineage);
    if (!score)
        return figure(Format::number(std::nullopt));
    Cell cell = figure(Format::number(score->second), score->second);
    cell.detail = Format::metric(score->first);
    return cell;
}

Cell runCell(const tracking::Lineage &lineage)
{
    const tracking::ModelVersion &version = lineage.version;
    const QString id = version.run.value.left(8);
    if (version.run.isNull())
        return {.text = Sentences::tr("not in this store"), .tone = Tone::Faint};
    if (version.runName.isEmpty())
        return {.text = Sentences::tr("gone", "run"), .detail = id, .tone = Tone::Faint};
    return {.text = version.runName, .detail = id, .toolTip = version.runName + u'\n' + version.run.value};
}

Cell dataCell(const tracking::Lineage &lineage)
{
    if (lineage.inputs.empty())
        return {.text = Format::number(std::nullopt)};
    QStringList names, digests;
    for (const tracking::DatasetInput &input : lineage.inputs) {
        names << input.name;
        digests << input.name + QStringLiteral(": ") + input.digest;
    }
    return {.text = names.join(QStringLiteral(", ")),
            .detail = lineage.inputs.front().digest.section(u':', -1).left(12),
            .toolTip = digests.join(u'\n')};
}

Cell stageCell(tracking::Stage stage)
{
    const bool quiet = stage == tracking::Stage::None || stage == tracking::Stage::Archived;
    return {.text = stageText(stage),
            .tone = stage == tracking::Stage::Production ? Tone::Good
                    : quiet                              ? Tone::Faint
                                                         : Tone::Normal};
}

QString moved(const tracking::RegistryEvent &event)
{
    return event.from.isEmpty()
               ? Sentences::tr("%1 set to version %2", "alias").arg(event.key, event.to)
               : Sentences::tr("%1 moved from version %2 to %3", "alias").arg(event.key, event.from, event.to);
}

/// A stage by the name it has in the history.
QString stageWord(const QString &name)
{
    const auto stage = tracking::stageFromName(name);
    return stage ? stageText(*stage) : name;
}

/// What a comparison said, or the reason somebody gave; both where there are both.
Cell whyCell(const tracking::RegistryEvent &event)
{
    Cell cell{.text = event.reason};
    if (!event.justification)
        return cell;
    cell.tone = standingTone(event.justification->standing);
    if (cell.text.isEmpty())
        cell.text = event.justification->verdict;
    else
        cell.detail = event.justification->verdict;
    cell.toolTip = (QStringList(event.justification->verdict) + event.justification->caveats).join(u'\n');
    return cell;
}

} // namespace

QString stageText(tracking::Stage stage)
{
    switch (stage) {
    case tracking::Stage::Staging:
        return Sentences::tr("Staging");
    case tracking::Stage::Production:
        return Sentences::tr("Production");
    case tracking::Stage::Archived:
        return Sentences::tr("Archived");
    case tracking::Stage::None:
        break;
    }
    return Sentences::tr("None", "stage");
}

QString standingText(tracking::Standing standing)
{
    switch (standing) {
    case tracking::Standing::Better:
        return Sentences::tr("Better");
    case tracking::Standing::Worse:
        return Sentences::tr("Worse");
    case tracking::Standing::Equivalent:
        return Sentences::tr("Equivalent");
    case tracking::Standing::Undecided:
        break;
    }
    return Sentences::tr("Undecided");
}

Tone standingTone(tracking::Standing standing)
{
    switch (standing) {
    case tracking::Standing::Better:
        return Tone::Good;
    case tracking::Standing::Worse:
        return Tone::Bad;
    case tracking::Standing::Equivalent:
        return Tone::Normal;
    case tracking::Standing::Undecided:
        break;
    }
    return Tone::Warning;
}

std::optional<std::pair<QString, double>> headlineOf(const tracking::Lineage &lineage)
{
    if (!lineage.run)
        return {};
    const auto task = engine::taskFromName(lineage.run->run.task.toStdString());
    if (!task)
        return {};
    const QString metric = text(engine::headline(*task).metric);
    const auto it = lineage.run->run.metrics.find(metric);
    return it == lineage.run->run.metrics.end() ? std::nullopt : std::optional(std::pair(metric, it->second));
}

void RegisteredModelsModel::setModels(std::vector<tracking::RegisteredModel> models)
{
    m_models = std::move(models);
    Grid rows;
    for (const tracking::RegisteredModel &model : m_models)
        rows.push_back({{.text = model.name, .detail = inUse(model), .toolTip = model.note}});
    setGrid({{.text = tr("Model")}}, std::move(rows));
}

int RegisteredModelsModel::rowOf(const QString &name) const
{
    const auto it = std::ranges::find(m_models, name, &tracking::RegisteredModel::name);
    return it == m_models.end() ? -1 : static_cast<int>(it - m_models.begin());
}

void ModelVersionsModel::setVersions(std::vector<tracking::Lineage> versions)
{
    m_versions = std::move(versions);
    Grid rows;
    for (const tracking::Lineage &lineage : m_versions) {
        const tracking::ModelVersion &version = lineage.version;
        rows.push_back({figure(QString::number(version.number), version.number),
                        {.text = version.aliases.join(QStringLiteral(", ")), .toolTip = version.aliases.join(u'\n')},
                        stageCell(version.stage),
                        scoreCell(lineage),
                        runCell(lineage),
                        dataCell(lineage),
                        timeCell(version.created)});
    }
    setGrid({{.text = tr("Version"), .figure = true},
             {.text = tr("Aliases"), .toolTip = tr("Names that point at one version")},
             {.text = tr("Stage")},
             {.text = tr("Score"), .toolTip = tr("Headline metric of the run it came from"), .figure = true},
             {.text = tr("Run")},
             {.text = tr("Data"), .toolTip = tr("What it learned from")},
             {.text = tr("Registered")}},
            std::move(rows));
}

int ModelVersionsModel::rowOf(qint64 number) const
{
    const auto it =
        std::ranges::find_if(m_versions, [&](const auto &lineage) { return lineage.version.number == number; });
    return it == m_versions.end() ? -1 : static_cast<int>(it - m_versions.begin());
}

QString RegistryHistoryModel::sentence(const tracking::RegistryEvent &event)
{
    const QString version = QString::number(event.version);
    const QString &what = event.what;
    if (what == QLatin1String("promoted"))
        return event.from.isEmpty()
                   ? tr("Version %1 became the first %2").arg(version, event.key)
                   : tr("Version %1 became %2 in place of version %3").arg(version, event.key, event.from);
    if (what == QLatin1String("rolled_back"))
        return tr("%1 went back from version %2 to %3", "alias").arg(event.key, event.from, event.to);
    if (what == QLatin1String("alias"))
        return moved(event);
    if (what == QLatin1String("alias_removed"))
        return tr("%1 taken away from version %2", "alias").arg(event.key, event.from);
    if (what == QLatin1String("stage"))
        return tr("Version %1: stage %2, was %3").arg(version, stageWord(event.to), stageWord(event.from));
    if (what == QLatin1String("registered"))
        return tr("Version %1 registered from the run %2").arg(version, event.to);
    if (what == QLatin1String("imported"))
        return tr("Version %1 taken over from another registry").arg(version);
    if (what == QLatin1String("version_removed"))
        return tr("Version %1 deleted").arg(version);
    if (what == QLatin1String("renamed"))
        return tr("Renamed from %1 to %2").arg(event.from, event.to);
    if (what == QLatin1String("noted"))
        return event.version > 0 ? tr("Note of version %1 changed").arg(version) : tr("Note changed");
    if (what == QLatin1String("tagged"))
        return event.to.isEmpty() ? tr("Tag %1 taken off").arg(event.key) : tr("Tag %1 is %2").arg(event.key, event.to);
    if (what == QLatin1String("restored"))
        return event.version > 0 ? tr("Version %1 brought back after it was deleted").arg(version)
                                 : tr("Brought back after it was deleted");
    return what == QLatin1String("created") ? tr("Model made") : what;
}

void RegistryHistoryModel::setEvents(const std::vector<tracking::RegistryEvent> &events)
{
    // What was taken over bears the time it happened elsewhere, which is not that of its place in the store.
    auto latestFirst = events;
    std::ranges::stable_sort(latestFirst, std::ranges::greater(), &tracking::RegistryEvent::at);
    Grid rows;
    for (const tracking::RegistryEvent &event : latestFirst)
        rows.push_back({timeCell(event.at), {.text = event.user}, {.text = sentence(event)}, whyCell(event)});
    setGrid({{.text = tr("When")}, {.text = tr("Who")}, {.text = tr("What")}, {.text = tr("Why")}}, std::move(rows));
}

} // namespace assay::ui
