// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

namespace assay::tracking {

enum class Stage { None, Staging, Production, Archived };
/// "none", "staging", "production", "archived".
QString name(Stage stage);
/// In any case of letters. Errors: `bad_stage` lists them.
Result<Stage> stageFromName(const QString &name);

struct ModelVersion
{
    QString model = {};
    qint64 number = 0;
    RunId run = {};        ///< kept when the run is purged
    QString runName = {};  ///< empty once it is purged
    QString artifact = {}; ///< its name in the run
    QString sha256 = {};   ///< of the artifact; empty for a folder of an imported run
    qint64 bytes = 0;
    Stage stage = Stage::None;
    QString note = {};
    QDateTime created = {}, updated = {};
    QString source = {}; ///< where it was imported from; empty for our own
    std::map<QString, QString> tags = {};
    QStringList aliases = {}; ///< sorted

    bool operator==(const ModelVersion &) const = default;
};

struct RegisteredModel
{
    QString name = {}, note = {};
    QDateTime created = {}, updated = {};
    QString source = {};
    std::map<QString, QString> tags = {};
    std::map<QString, qint64> aliases = {}; ///< version by alias
    qint64 versions = 0, latest = 0;        ///< how many; the highest number

    bool operator==(const RegisteredModel &) const = default;
};

/// The alias of the version that is in use.
inline constexpr const char *championAlias = "champion";

/// What a version is made of.
struct NewVersion
{
    QString model = {};
    RunId run = {};
    QString artifact = {}; ///< empty: the run's artifact of kind "model"
    QString note = {};
    std::map<QString, QString> tags = {};
};

/// How a challenger stands to the champion.
enum class Standing { Better, Worse, Equivalent, Undecided };
/// "better", "worse", "equivalent", "undecided".
QString name(Standing standing);

/// The comparison a promotion rests on, as it was when the alias moved.
struct Justification
{
    RunId challengerRun = {}, championRun = {};
    qint64 championVersion = 0;
    QString metric = {}, test = {}; ///< test: "delong", "bootstrap", "corrected_t"
    double challengerValue = 0, championValue = 0;
    double difference = 0, low = 0, high = 0; ///< challenger − champion, with its interval
    double pValue = 1, level = 0.95;
    qint64 rows = 0; ///< both were scored on
    Standing standing = Standing::Undecided;
    QString verdict = {}; ///< a sentence
    QStringList caveats = {};

    bool operator==(const Justification &) const = default;
};

struct Promotion
{
    std::optional<Justification> justification = {};
    QString reason = {};                 ///< needed without a comparison, or when it speaks against
    std::optional<qint64> replaces = {}; ///< the version the alias was seen at; moved meanwhile: `alias_moved`
};

/// `what`: created, renamed, noted, tagged, registered, imported, stage, alias, alias_removed, promoted, rolled_back,
/// version_removed, restored.
struct RegistryEvent
{
    qint64 version = 0; ///< 0: of the model as a whole
    QString what = {};
    QString key = {};           ///< the alias, or the tag
    QString from = {}, to = {}; ///< versions for an alias, otherwise names, stages, values
    QString reason = {};
    RunId run = {}; ///< of a registration, with the data the run had
    std::vector<DatasetInput> inputs = {};
    std::optional<Justification> justification = {};
    QString user = {};
    QDateTime at = {};

    bool operator==(const RegistryEvent &) const = default;
};

/// From a version to its run and the data it learned from. The run's own record where it still is, else what the
/// registration kept of it.
struct Lineage
{
    ModelVersion version = {};
    std::optional<RunDetails> run = {};
    std::vector<DatasetInput> inputs = {};
};

/// All of a model that was taken away.
struct RemovedModel
{
    RegisteredModel model = {};
    std::vector<ModelVersion> versions = {};
    std::vector<RegistryEvent> events = {}; ///< the oldest first
    /// Files of the versions that are folders, by number: their run may be gone or have others by now.
    std::map<qint64, std::vector<Artifact>> folders = {};
};

/// All of a version that was taken away.
struct RemovedVersion
{
    ModelVersion version = {};         ///< with its tags and aliases
    std::vector<Artifact> folder = {}; ///< its files, where it is a folder
};

/// A version in another registry.
struct ImportedVersion
{
    qint64 number = 0;
    RunId run = {};        ///< as it is in this store; null when it is not
    QString artifact = {}; ///< in that run: a file, or the folder its files lie in
    Stage stage = Stage::None;
    QString note = {}, source = {}, user = {};
    QDateTime created = {}, updated = {};
    std::map<QString, QString> tags = {};
};

struct ImportedModel
{
    QString source = {}; ///< "mlflow:…/churn": by it the model is known again; never empty
    QString name = {}, note = {};
    QDateTime created = {}, updated = {};
    std::map<QString, QString> tags = {};
    std::map<QString, qint64> aliases = {};
    std::vector<ImportedVersion> versions = {};
    bool follows = false; ///< what its registry changed comes along, where nobody here changed it
};

struct ImportedModelCount
{
    QString name = {}; ///< it has here
    bool added = false;
    qint64 versions = 0;   ///< added
    qint64 changed = 0;    ///< aliases, stages, notes and tags that came along
    QStringList kept = {}; ///< of those, what was changed here and is another there

    bool operator==(const ImportedModelCount &) const = default;
};

} // namespace assay::tracking
