// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `assay models registry` that only look.
#include "app/commands/modelsregistry.h"
#include "app/commands/modelsregistrytext.h"
#include "app/commands/texttable.h"

namespace assay::app {

using tracking::ModelRegistry;

Result<Answer> registryList(LocalWorkbench &workbench, const RegistryTexts &, const Call &call)
{
    const auto models = ModelRegistry(workbench.store()).models();
    if (!models)
        return Failure(models.error());
    return answer(
        call,
        [&] {
            Json list = Json::array();
            for (const tracking::RegisteredModel &model : *models)
                list.push_back(modelDocument(model));
            return Json{{"models", list}};
        },
        [&] { return modelsText(*models); });
}

Result<Answer> registryShow(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &call)
{
    const ModelRegistry registry(workbench.store());
    const QString name = QString::fromStdString(texts.model);
    const auto model = registry.model(name);
    if (!model)
        return Failure(model.error());
    const auto versions = registry.versions(name);
    if (!versions)
        return Failure(versions.error());
    std::vector<tracking::Lineage> lineages;
    for (const tracking::ModelVersion &version : *versions) {
        auto lineage = registry.lineage(name, version.number);
        if (!lineage)
            return Failure(lineage.error());
        lineages.push_back(std::move(*lineage));
    }
    return answer(
        call,
        [&] {
            Json json = modelDocument(*model);
            json["versions"] = Json::array();
            for (const tracking::Lineage &lineage : lineages)
                json["versions"].push_back(lineageDocument(lineage));
            return json;
        },
        [&] { return modelText(*model, lineages); });
}

Result<Answer> registryHistory(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &call)
{
    const auto events = ModelRegistry(workbench.store()).history(QString::fromStdString(texts.model));
    if (!events)
        return Failure(events.error());
    return answer(
        call,
        [&] {
            Json list = Json::array();
            for (const tracking::RegistryEvent &event : *events)
                list.push_back(eventDocument(event));
            return Json{{"model", texts.model}, {"events", list}};
        },
        [&] { return historyText(*events); });
}

Result<Answer> registryVerify(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &call)
{
    const ModelRegistry registry(workbench.store());
    const QString name = QString::fromStdString(texts.model);
    std::vector<tracking::ModelVersion> versions;
    if (texts.version.empty()) {
        auto all = registry.versions(name);
        if (!all)
            return Failure(all.error());
        versions = std::move(*all);
    } else {
        auto one = registry.version(name, QString::fromStdString(texts.version));
        if (!one)
            return Failure(one.error());
        versions = {std::move(*one)};
    }
    for (const tracking::ModelVersion &version : versions)
        if (const auto fine = registry.verify(name, version.number); !fine)
            return Failure(fine.error());
    return answer(
        call,
        [&] {
            return Json{{"model", texts.model}, {"verified", versions.size()}};
        },
        [&] { return "The bytes of " + countText(versions.size(), "version") + " are there and unchanged.\n"; });
}

} // namespace assay::app
