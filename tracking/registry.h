// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

class RunStore;

/// Named models with numbered versions, each the model artifact of a run; aliases such as `champion` that point at one
/// version; and the history of who moved what, when and why. Tables of the run store: any number of threads and
/// processes may use it at once. Every change is one transaction together with the event that tells it, so that an
/// alias and its history never disagree.
///
/// Error codes: `unknown_registered_model`, `unknown_version`, `unknown_alias`, `model_exists`, `bad_model_name`,
/// `bad_alias`, `no_model`, `already_registered`, `needs_comparison`, `not_better`, `alias_moved`, `nothing_before`,
/// `artifact_damaged`, and those of the store.
class ModelRegistry
{
public:
    /// @p store must live longer.
    explicit ModelRegistry(RunStore &store);

    // Reading.
    /// By name.
    Result<std::vector<RegisteredModel>> models() const;
    Result<RegisteredModel> model(const QString &name) const;
    /// The newest first.
    Result<std::vector<ModelVersion>> versions(const QString &model) const;
    /// @p which: a number ("3", "v3"), an alias, or "latest".
    Result<ModelVersion> version(const QString &model, const QString &which) const;
    /// Of all models, made from @p run.
    Result<std::vector<ModelVersion>> versionsOf(const RunId &run) const;
    /// The newest first.
    Result<std::vector<RegistryEvent>> history(const QString &model) const;
    Result<Lineage> lineage(const QString &model, qint64 version) const;
    /// Whether the bytes of the version's artifact are there and are those that were registered. Reads them all.
    Result<void> verify(const QString &model, qint64 version, const Context &context = {}) const;

    // Models.
    Result<void> create(const QString &name, const QString &note = {});
    Result<void> rename(const QString &model, const QString &name);
    Result<void> setNote(const QString &model, const QString &note);
    Result<void> setTag(const QString &model, const QString &key, const QString &value);
    Result<void> removeTag(const QString &model, const QString &key);
    /// Hands back what restore() takes.
    Result<RemovedModel> remove(const QString &model);
    Result<void> restore(const RemovedModel &model);

    // Versions.
    /// Makes the model where there is none of that name. A number is never used twice, even once its version is gone.
    Result<ModelVersion> add(const NewVersion &version);
    Result<void> setVersionNote(const QString &model, qint64 version, const QString &note);
    Result<void> setVersionTag(const QString &model, qint64 version, const QString &key, const QString &value);
    Result<void> removeVersionTag(const QString &model, qint64 version, const QString &key);
    Result<void> setStage(const QString &model, qint64 version, Stage stage, const QString &reason = {});
    /// Aliases that point at it go with it. Hands back what restoreVersion() takes.
    Result<RemovedVersion> removeVersion(const QString &model, qint64 version, const QString &reason = {});
    /// Under its own number, with what was said of it; its aliases too, but for those that another version has by now.
    /// Errors also: `version_exists`, `artifact_gone` when nothing held on to its bytes meanwhile.
    Result<void> restoreVersion(const RemovedVersion &version, const QString &reason = {});

    // Aliases.
    /// Moves without asking for a comparison, except for `champion`, which takes a reason then: other aliases promise
    /// nothing of quality.
    Result<void> setAlias(const QString &model, const QString &alias, qint64 version, const QString &reason = {});
    Result<void> removeAlias(const QString &model, const QString &alias, const QString &reason = {});
    /// Moves the alias to a version that a comparison shows to be no worse than the one it has, or for a reason given.
    Result<void> promote(const QString &model, qint64 version, const QString &alias, const Promotion &promotion = {});
    /// Moves the alias back to the version it had before, by the history; again: further back. Returns that version.
    Result<qint64> rollBack(const QString &model, const QString &alias, const QString &reason = {});

    /// A model of another registry. A model of the same source gets the versions and aliases it lacks and is otherwise
    /// left alone; a name that another model has is counted on ("churn-2").
    Result<ImportedModelCount> importModel(const ImportedModel &model);

private:
    RunStore &m_store;
};

} // namespace assay::tracking
