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
            return *moved ? (*moved)->undo(registry, reason).map([&] { moved->reset(); }) : Result<void>();
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
        [name, removed](Workbench &w) -> Result<void> {
            if (*removed)
                return {}; // an undo was refused, and it is still gone
            return ModelRegistry(w.store()).remove(name).map(
                [&](tracking::RemovedModel &&gone) { *removed = std::move(gone); });
        },
        [removed](Workbench &w) -> Result<void> {
            return *removed ? ModelRegistry(w.store()).restore(**removed).map([&] { removed->reset(); })
                            : Result<void>();
        });
}

/// The version that was made, and what takes it to bring it back once it was taken away.
struct StoreEdits::Registration
{
    QString model = {};
    bool madeModel = false;
    qint64 number = 0; ///< 0: it was not made
    std::optional<tracking::RemovedModel> goneModel = {};
    std::optional<tracking::RemovedVersion> goneVersion = {};

    Result<void> make(ModelRegistry &registry, const tracking::RunId &run)
    {
        const auto known = registry.model(model);
        if (!known && known.error().kind != ErrorKind::NotFound)
            return Failure(known.error());
        madeModel = !known;
        return registry.add({.model = model, .run = run}).map([&](const tracking::ModelVersion &made) {
            number = made.number;
        });
    }

    Result<void> again(ModelRegistry &registry, const QString &reason)
    {
        if (goneModel)
            return registry.restore(*goneModel).map([&] { goneModel.reset(); });
        return goneVersion ? registry.restoreVersion(*goneVersion, reason).map([&] { goneVersion.reset(); })
                           : Result<void>();
    }

    /// A model that was made for it goes with it, unless it got other versions meanwhile.
    Result<void> undo(ModelRegistry &registry, const QString &reason)
    {
        if (number == 0 || goneModel || goneVersion)
            return {}; // not made, or not brought back
        const auto now = registry.model(model);
        if (!now)
            return Failure(now.error());
        if (madeModel && now->versions == 1 && now->latest == number)
            return registry.remove(model).map([&](tracking::RemovedModel &&gone) { goneModel = std::move(gone); });
        return registry.removeVersion(model, number, reason).map([&](tracking::RemovedVersion &&gone) {
            goneVersion = std::move(gone);
        });
    }
};

void StoreEdits::registerModel(const tracking::Run &run, const QString &model)
{
    const auto made = std::make_shared<Registration>(Registration{.model = model});
    push(
        tr("register the model of “%1”").arg(run.name),
        [this, id = run.id, made, reason = tr("Done again")](Workbench &w) -> Result<void> {
            ModelRegistry registry(w.store());
            if (made->number > 0)
                return made->again(registry, reason);
            const auto done = made->make(registry, id);
            if (done)
                registeredLater(made->model, made->number);
            return done;
        },
        [made, reason = tr("Undone")](Workbench &w) -> Result<void> {
            ModelRegistry registry(w.store());
            return made->undo(registry, reason);
        });
}

/// From the thread that writes: goes there once the pages know of it.
void StoreEdits::registeredLater(const QString &model, qint64 version)
{
    QMetaObject::invokeMethod(
        this,
        [this, model, version] {
            m_afterwards.push_back([this, model, version] {
                m_shell.tell(tr("Registered as version %1 of %2.").arg(version).arg(model));
                m_shell.openRegistry(model);
            });
        },
        Qt::QueuedConnection);
}

void StoreEdits::removeVersion(const QString &model, qint64 version)
{
    const auto removed = std::make_shared<std::optional<tracking::RemovedVersion>>();
    push(
        tr("delete version %1 of “%2”").arg(version).arg(model),
        [model, version, removed](Workbench &w) -> Result<void> {
            if (*removed)
                return {}; // an undo was refused, and it is still gone
            return ModelRegistry(w.store()).removeVersion(model, version).map([&](tracking::RemovedVersion &&gone) {
                *removed = std::move(gone);
            });
        },
        [removed, reason = tr("Undone")](Workbench &w) -> Result<void> {
            return *removed ? ModelRegistry(w.store()).restoreVersion(**removed, reason).map([&] { removed->reset(); })
                            : Result<void>();
        });
}

} // namespace assay::ui
