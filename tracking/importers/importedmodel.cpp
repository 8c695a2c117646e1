// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedmodel.h"

#include "tracking/registry.h"

#include <algorithm>

namespace assay::tracking {

namespace {

/// Whether no later model would fare better.
bool endsAll(const Error &error)
{
    return error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Internal || error.code.starts_with("store_");
}

Result<void> tellAliases(const ModelRegistry &registry, const ImportedModel &model, const QString &nameHere,
                         const QString &place, ImportReport &report)
{
    if (model.aliases.empty())
        return {};
    const auto versions = registry.versions(nameHere);
    if (!versions)
        return Failure(versions.error());
    for (const auto &[alias, number] : model.aliases)
        if (std::none_of(versions->begin(), versions->end(),
                         [wanted = number](const ModelVersion &version) { return version.number == wanted; }))
            report.problems.push_back(
                {.path = place,
                 .what = QStringLiteral("The alias %1 of the model %2 is left out: its version %3 is not here.")
                             .arg(alias, nameHere)
                             .arg(number)});
    return {};
}

} // namespace

Result<void> writeModel(RunStore &store, const ImportedModel &model, const QString &place, ImportReport &report)
{
    ModelRegistry registry(store);
    const auto taken = registry.importModel(model);
    if (taken) {
        report.modelChanges += taken->changed;
        for (const QString &what : taken->kept)
            report.problems.push_back(
                {.path = place,
                 .what = QStringLiteral("The %1 of the model %2 was changed here and is kept: its source has another.")
                             .arg(what, taken->name)});
    }
    if (taken)
        return tellAliases(registry, model, taken->name, place, report);
    if (endsAll(taken.error()))
        return Failure(taken.error());
    report.problems.push_back({.path = place,
                               .what = QStringLiteral("The registered model %1 is left out: %2")
                                           .arg(model.name, QString::fromStdString(taken.error().message))});
    return {};
}

} // namespace assay::tracking
