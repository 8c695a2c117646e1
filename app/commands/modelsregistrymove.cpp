// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `assay models registry` that move aliases.
#include "app/commands/modelsregistry.h"
#include "app/commands/modelsregistrytext.h"
#include "app/commands/options.h"
#include "widgets/models/justification.h"

namespace assay::app {

namespace {

using tracking::ModelRegistry;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

QString aliasOf(const RegistryTexts &texts)
{
    return texts.alias.empty() ? QString::fromLatin1(tracking::championAlias) : qt(texts.alias);
}

qint64 holderOf(const tracking::RegisteredModel &model, const QString &alias)
{
    const auto it = model.aliases.find(alias);
    return it == model.aliases.end() ? 0 : it->second;
}

/// With `--against`, or with the version that has the alias; nothing for the first one.
Result<std::optional<tracking::Justification>> comparison(LocalWorkbench &workbench, const RegistryTexts &texts,
                                                          const tracking::ModelVersion &challenger, qint64 holder,
                                                          const Context &context)
{
    if (texts.against.empty() && (holder == 0 || holder == challenger.number))
        return std::nullopt;
    const QString against = texts.against.empty() ? QString::number(holder) : qt(texts.against);
    const auto champion = ModelRegistry(workbench.store()).version(challenger.model, against);
    if (!champion)
        return Failure(champion.error());
    auto made = ui::justify(workbench, challenger, *champion, qt(texts.metric), context);
    if (!made)
        return Failure(made.error());
    return std::move(*made);
}

QString reasonOf(const RegistryTexts &texts)
{
    return texts.force && texts.reason.empty() ? QStringLiteral("forced, without a reason given") : qt(texts.reason);
}

Json movedDocument(const tracking::ModelVersion &version, const QString &alias, qint64 before)
{
    Json json = versionDocument(version);
    json["alias"] = alias.toStdString();
    json["before"] = before > 0 ? Json(before) : Json();
    return json;
}

std::string movedText(const tracking::ModelVersion &version, const QString &alias, qint64 before)
{
    return alias.toStdString() + " of " + version.model.toStdString() + " is version " +
           std::to_string(version.number) + " now" +
           (before > 0 ? " and was version " + std::to_string(before) : std::string()) + ".\n";
}

} // namespace

Result<Answer> registryPromote(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &call)
{
    ModelRegistry registry(workbench.store());
    const QString model = qt(texts.model), alias = aliasOf(texts);
    const auto challenger = registry.version(model, qt(texts.version));
    if (!challenger)
        return Failure(challenger.error());
    const auto known = registry.model(model);
    if (!known)
        return Failure(known.error());
    const qint64 holder = holderOf(*known, alias);
    tracking::Promotion promotion{.reason = reasonOf(texts), .replaces = holder};
    auto compared = comparison(workbench, texts, *challenger, holder, call.context);
    if (compared)
        promotion.justification = std::move(*compared);
    else if (promotion.reason.isEmpty() || compared.error().kind == ErrorKind::Cancelled)
        return Failure(compared.error());
    if (const auto moved = registry.promote(model, challenger->number, alias, promotion); !moved)
        return Failure(moved.error());
    const auto now = registry.version(model, QString::number(challenger->number));
    if (!now)
        return Failure(now.error());
    Answer answer{.document = movedDocument(*now, alias, holder), .text = movedText(*now, alias, holder)};
    answer.document["justification"] =
        promotion.justification ? justificationDocument(*promotion.justification) : Json();
    if (promotion.justification)
        answer.text += justificationText(*promotion.justification);
    else if (!compared)
        answer.text += "    It was not compared: " + compared.error().message + '\n';
    return answer;
}

Result<Answer> registryRollback(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    const QString model = qt(texts.model), alias = aliasOf(texts);
    const auto known = registry.model(model);
    if (!known)
        return Failure(known.error());
    const auto back = registry.rollBack(model, alias, qt(texts.reason));
    if (!back)
        return Failure(back.error());
    return registry.version(model, QString::number(*back)).map([&](const auto &now) {
        return Answer{.document = movedDocument(now, alias, holderOf(*known, alias)),
                      .text = movedText(now, alias, holderOf(*known, alias))};
    });
}

Result<Answer> registryAlias(LocalWorkbench &workbench, const RegistryTexts &texts, const Call &)
{
    ModelRegistry registry(workbench.store());
    const QString model = qt(texts.model), alias = aliasOf(texts);
    if (texts.remove != texts.version.empty())
        return badOption("Give the version the alias shall point at, or --remove to take the alias away.");
    const auto known = registry.model(model);
    if (!known)
        return Failure(known.error());
    if (texts.remove) {
        if (const auto removed = registry.removeAlias(model, alias, qt(texts.reason)); !removed)
            return Failure(removed.error());
        return Answer{.document = {{"model", texts.model}, {"alias", texts.alias}, {"done", "removed"}},
                      .text = texts.model + " has no alias " + texts.alias + " any more.\n"};
    }
    const auto version = registry.version(model, qt(texts.version));
    if (!version)
        return Failure(version.error());
    if (const auto set = registry.setAlias(model, alias, version->number, qt(texts.reason)); !set)
        return Failure(set.error());
    return registry.version(model, QString::number(version->number)).map([&](const auto &now) {
        return Answer{.document = movedDocument(now, alias, holderOf(*known, alias)),
                      .text = movedText(now, alias, holderOf(*known, alias))};
    });
}

} // namespace assay::app
