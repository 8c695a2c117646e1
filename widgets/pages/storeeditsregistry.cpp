// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of the model registry. What they did is known once they are done, so undoing has something to take back only
// then.
#include "tracking/registry.h"
#include "widgets/pages/storeedits.h"

#include <optional>
#include <utility>

namespace assay::ui {

namespace {

using tracking::ModelRegistry;

/// The version that @p alias points at; 0 for none.
Result<qint64> holderOf(const ModelRegistry &registry, const QString &model, const QString &alias)
{
    return registry.model(model).map([&](const tracking::RegisteredModel &found) {
        const auto it = found.aliases.find(alias);
        return it == found.aliases.end() ? qint64(0) : it->second;
    });
}

} // namespace

/// An alias that went from one version to another; 0 stands for none.
struct StoreEdits::AliasMove
{
    QString model = {}, alias = {};
    qint64 before = 0, after = 0;
    bool back = false; ///< it was rolled back, which the history tells from moving on

    Result<void> undo(ModelRegistry &registry, const QString &reason) const
    {
        const auto now = holderOf(registry, model, alias);
        if (!now)
            return Failure(now.error());
        if (*now != after)
            return failure(ErrorKind::Refused, "alias_moved_since",
                           "The alias {} was moved meanwhile and stays at version {}.",
                           {alias.toStdString(), *now > 0 ? std::to_string(*now) : std::string("none")});
        if (before == 0)
            return registry.removeAlias(model, alias, reason);
        // Going back by the history keeps a later roll back from ending at what was undone.
        if (after > 0 && !back)
            if (const auto version = registry.rollBack(model, alias, reason); version && *version == before)
                return {};
        return registry.setAlias(model, alias, before, reason);
    }
};

void StoreEdits::pushAlias(const QString &text, AliasMove move, RegistryWrite write, bool done)
{
    const auto moved = std::make_shared<std::optional<AliasMove>>();
    const auto pending = std::make_shared<bool>(done);
    push(
        text,
        [move, moved, pending, write = std::move(write)](Workbench &w) -> Result<void> {
            ModelRegistry registry(w.store());
            AliasMove made = move;
            if (!std::exchange(*pending, false)) {
                const auto before = holderOf(registry, move.model, move.alias);
                if (!before)
                    return Failure(before.error());
                if (auto written = write(registry); !written)
                    return written;
                const auto after = holderOf(registry, move.model, move.alias);
                if (!after)
                    return Failure(after.error());
                made.before = *before;
                made.after = *after;
            }
            if (made.before != made.after)
                *moved = made;
            return {};
        },
        [moved, reason = tr("Undone")](Workbench &w) -> Result<void> {
            ModelRegistry registry(w.store());
            const auto made = std::exchange(*moved, std::nullopt);
            return made ? made->undo(registry, reason) : Result<void>();
        });
}

void StoreEdits::setAlias(const QString &model, const QString &alias, qint64 version)
{
    pushAlias(tr("set the alias “%1”").arg(alias), {.model = model, .alias = alias},
              [model, alias, version](ModelRegistry &registry) { return registry.setAlias(model, alias, version); });
}

void StoreEdits::removeAlias(const QString &model, const QString &alias)
{
    pushAlias(tr("take the alias “%1” away").arg(alias), {.model = model, .alias = alias},
              [model, alias](ModelRegistry &registry) { return registry.removeAlias(model, alias); });
}

void StoreEdits::rollBack(const QString &model, const QString &alias, const QString &reason)
{
    pushAlias(tr("roll “%1” back").arg(alias), {.model = model, .alias = alias, .back = true},
              [model, alias, reason](ModelRegistry &registry) {
                  return registry.rollBack(model, alias, reason).map([](qint64) {});
              });
}

void StoreEdits::promoted(const QString &model, const QString &alias, qint64 version,
                          const tracking::Promotion &promotion)
{
    pushAlias(
        tr("promote version %1 to “%2”").arg(version).arg(alias),
        {.model = model, .alias = alias, .before = promotion.replaces.value_or(0), .after = version},
        [model, alias, version, promotion](ModelRegistry &registry) {
            return registry.promote(model, version, alias, promotion);
        },
        true);
}

void StoreEdits::setStage(const tracking::ModelVersion &version, tracking::Stage stage)
{
    const auto write = [model = version.model, number = version.number](Workbench &w, tracking::Stage to) {
        return ModelRegistry(w.store()).setStage(model, number, to);
    };
    push(
        tr("set the stage of version %1").arg(version.number), [write, stage](Workbench &w) { return write(w, stage); },
        [write, before = version.stage](Workbench &w) { return write(w, before); });
}

void StoreEdits::setNote(const tracking::ModelVersion &version, const QString &note)
{
    const auto write = [model = version.model, number = version.number](Workbench &w, const QString &text) {
        return ModelRegistry(w.store()).setVersionNote(model, number, text);
    };
    push(
        tr("change the note"), [write, note](Workbench &w) { return write(w, note); },
        [write, before = version.note](Workbench &w) { return write(w, before); });
}

void StoreEdits::renameModel(const QString &model, const QString &name)
{
    push(
        tr("rename “%1”").arg(model),
        [model, name](Workbench &w) { return ModelRegistry(w.store()).rename(model, name); },
        [model, name](Workbench &w) { return ModelRegistry(w.store()).rename(name, model); });
}

void StoreEdits::removeModel(const QString &name)
{
    const auto removed = std::make_shared<std::optional<tracking::RemovedModel>>();
    push(
        tr("delete the model “%1”").arg(name),
        [name, removed](Workbench &w) {
            return ModelRegistry(w.store()).remove(name).map(
                [&](tracking::RemovedModel &&gone) { *removed = std::move(gone); });
        },
        [removed](Workbench &w) -> Result<void> {
            const auto gone = std::exchange(*removed, std::nullopt);
            return gone ? ModelRegistry(w.store()).restore(*gone) : Result<void>();
        });
}

} // namespace assay::ui
