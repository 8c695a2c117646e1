// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `assay models registry` that make models and versions and keep them in order.
#include "app/commands/modelsregistry.h"
#include "app/commands/modelsregistrytext.h"
#include "app/commands/options.h"
#include "app/commands/store.h"

namespace assay::app {

namespace {

using tracking::ModelRegistry;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

/// The version that the texts name; 0 where they name none.
Result<qint64> numberOf(const ModelRegistry &registry, const RegistryTexts &texts)
{
    if (texts.version.empty())
        return 0;
    return registry.version(qt(texts.model), qt(texts.version)).map([](const auto &version) { return version.number; });
}

/// The model, or the version meant, as it is now.
Result<Answer> nowIs(const ModelRegistry &registry, const std::string &model, qint64 version, const std::string &done)
{
    if (version == 0)
        return registry.model(qt(model)).map([&](const auto &found) {
            return Answer{.document = modelDocument(found), .text = model + " is " + done + ".\n"};
        });
    return registry.version(qt(model), QString::number(version)).map([&](const auto &found) {
        return Answer{.document = versionDocument(found),
                      .text = "Version " + std::to_string(version) + " of " + model + " is " + done + ".\n"};
    });
}

} // namespace

Result<Answer> registryCreate(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    if (const auto made = registry.create(qt(texts.model), qt(texts.text)); !made)
        return Failure(made.error());
    return nowIs(registry, texts.model, 0, "registered");
}

Result<Answer> registryRegister(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    const auto runs = resolveRuns(workbench, {texts.run});
    if (!runs)
        return Failure(runs.error());
    const auto pairs = assignments(texts.pairs, "--tag", "KEY=VALUE");
    if (!pairs)
        return Failure(pairs.error());
    tracking::NewVersion version{
        .model = qt(texts.model), .run = runs->front(), .artifact = qt(texts.artifact), .note = qt(texts.text)};
    if (version.model.isEmpty()) {
        const auto details = workbench.details(runs->front());
        if (!details)
            return Failure(details.error());
        const auto target = details->run.tags.find(QStringLiteral("target"));
        if (target == details->run.tags.end())
            return badOption("The run does not say what it predicts: name the model with --model.");
        version.model = target->second;
    }
    for (const auto &[key, value] : *pairs)
        version.tags[qt(key)] = qt(value);
    ModelRegistry registry(workbench.store());
    const auto added = registry.add(version);
    if (!added)
        return Failure(added.error());
    return nowIs(registry, added->model.toStdString(), added->number, "registered");
}

Result<Answer> registryRename(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    if (const auto renamed = registry.rename(qt(texts.model), qt(texts.name)); !renamed)
        return Failure(renamed.error());
    return nowIs(registry, texts.name, 0, "its name now");
}

Result<Answer> registryNote(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    const auto version = numberOf(registry, texts);
    if (!version)
        return Failure(version.error());
    const auto noted = *version > 0 ? registry.setVersionNote(qt(texts.model), *version, qt(texts.text))
                                    : registry.setNote(qt(texts.model), qt(texts.text));
    if (!noted)
        return Failure(noted.error());
    return nowIs(registry, texts.model, *version, "noted");
}

Result<Answer> registryTag(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    const auto pairs = assignments(texts.pairs, "TAGS", "KEY=VALUE");
    if (!pairs)
        return Failure(pairs.error());
    if (pairs->empty() && texts.removed.empty())
        return badOption("Give a tag to set, as KEY=VALUE, or one to take off with --remove.");
    ModelRegistry registry(workbench.store());
    const auto version = numberOf(registry, texts);
    if (!version)
        return Failure(version.error());
    const QString model = qt(texts.model);
    for (const auto &[key, value] : *pairs)
        if (const auto set = *version > 0 ? registry.setVersionTag(model, *version, qt(key), qt(value))
                                          : registry.setTag(model, qt(key), qt(value));
            !set)
            return Failure(set.error());
    for (const std::string &key : texts.removed)
        if (const auto removed =
                *version > 0 ? registry.removeVersionTag(model, *version, qt(key)) : registry.removeTag(model, qt(key));
            !removed)
            return Failure(removed.error());
    return nowIs(registry, texts.model, *version, "tagged");
}

Result<Answer> registryStage(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    const auto stage = tracking::stageFromName(qt(texts.stage));
    if (!stage)
        return Failure(stage.error());
    ModelRegistry registry(workbench.store());
    const auto version = numberOf(registry, texts);
    if (!version)
        return Failure(version.error());
    if (const auto set = registry.setStage(qt(texts.model), *version, *stage, qt(texts.reason)); !set)
        return Failure(set.error());
    return nowIs(registry, texts.model, *version, "in stage " + name(*stage).toStdString());
}

Result<Answer> registryDelete(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    const QString model = qt(texts.model);
    if (!texts.version.empty()) {
        const auto version = registry.version(model, qt(texts.version));
        if (!version)
            return Failure(version.error());
        if (!version->aliases.isEmpty() && !texts.force)
            return failure(ErrorKind::Refused, "version_in_use",
                           "Version {} of {} is {}; move that alias first, or add --force.",
                           {std::to_string(version->number), texts.model,
                            version->aliases.join(QStringLiteral(", ")).toStdString()});
        if (const auto removed = registry.removeVersion(model, version->number, qt(texts.reason)); !removed)
            return Failure(removed.error());
        return Answer{.document = {{"model", texts.model}, {"version", version->number}, {"done", "deleted"}},
                      .text = "Version " + std::to_string(version->number) + " of " + texts.model + " is deleted.\n"};
    }
    const auto known = registry.model(model);
    if (!known)
        return Failure(known.error());
    if (known->versions > 0 && !texts.force)
        return failure(ErrorKind::Refused, "model_in_use",
                       "The model {} has {} versions, which would go with their history; add --force to delete them.",
                       {texts.model, std::to_string(known->versions)});
    if (const auto removed = registry.remove(model); !removed)
        return Failure(removed.error());
    return Answer{.document = {{"model", texts.model}, {"done", "deleted"}}, .text = texts.model + " is deleted.\n"};
}

} // namespace assay::app
