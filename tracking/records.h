// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace assay::tracking {

/// A run's name to people and scripts: 32 hexadecimal digits, or any prefix of at least 6 that only it has.
struct RunId
{
    QString value;
    bool isNull() const { return value.isEmpty(); }
    std::strong_ordering operator<=>(const RunId &other) const { return value.compare(other.value) <=> 0; }
    bool operator==(const RunId &) const = default;
};

struct ExperimentId
{
    qint64 value = 0;
    auto operator<=>(const ExperimentId &) const = default;
};

struct Experiment
{
    ExperimentId id;
    QString name;
    QDateTime created;
    qint64 runs = 0;
    QString note = {};
    std::map<QString, QString> tags = {};
    bool deleted = false;

    bool operator==(const Experiment &) const = default;
};

enum class RunStatus { Running, Finished, Failed, Cancelled, Crashed };
/// "running", "finished", "failed", "cancelled", "crashed".
QString name(RunStatus status);

struct MetricPoint
{
    qint64 step = 0;
    qint64 time = 0; ///< [µs] since 1970
    double value = 0;

    bool operator==(const MetricPoint &) const = default;
};

/// What is known of a series without reading it.
struct MetricSummary
{
    double last = 0, min = 0, max = 0;
    qint64 count = 0, lastStep = 0;

    bool operator==(const MetricSummary &) const = default;
};

/// The data a run read: "train", "test", "reference", …
struct DatasetInput
{
    QString role = {};
    QString name = {};   ///< file name
    QString path = {};   ///< where it lay
    QString digest = {}; ///< "sha256:…"
    qint64 rows = 0;
    qint64 columns = 0;
    QString readOptions = {}; ///< JSON, to read it the same way again

    bool operator==(const DatasetInput &) const = default;
};

struct Artifact
{
    QString name = {};   ///< "model.json", "predictions.csv"
    QString kind = {};   ///< "model", "predictions", "evaluation", …
    QString sha256 = {}; ///< hexadecimal
    qint64 bytes = 0;

    bool operator==(const Artifact &) const = default;
};

/// Where and how a run was made.
struct Provenance
{
    QString program = {};     ///< "assay 0.1.0"
    QString commandLine = {}; ///< that would do it again
    QString gitCommit = {};   ///< of the working directory; empty outside a repository
    bool gitDirty = false;
    QString host = {}, user = {}, os = {}, cpu = {};
    int threads = 0;
    quint64 seed = 0;
    std::map<QString, QString> libraries = {}; ///< name → version

    bool operator==(const Provenance &) const = default;
};

/// A row of the runs table: everything but series and artifacts.
struct Run
{
    RunId id = {};
    QString name = {};
    ExperimentId experimentId = {};
    QString experiment = {};
    RunStatus status = RunStatus::Running;
    QDateTime start = {}, end = {}; ///< end is null while it runs
    RunId parent = {};
    QString model = {}; ///< estimator id
    QString task = {};  ///< "binary", …
    QString note = {};
    QString error = {}; ///< sentence, of a failed run
    Params params = {};
    std::map<QString, double> metrics = {}; ///< last value by key
    std::map<QString, QString> tags = {};
    bool deleted = false;
    bool favourite = false;
    bool archived = false;
    QString source = {}; ///< where it was imported from, "mlflow:3f9c…"; empty for our own

    bool operator==(const Run &) const = default;
};

struct RunDetails
{
    Run run;
    std::map<QString, MetricSummary> series;
    std::vector<DatasetInput> inputs;
    std::vector<Artifact> artifacts;
    Provenance provenance;
    std::vector<Run> children;
};

/// What opens a run.
struct NewRun
{
    QString experiment = QStringLiteral("Default"); ///< made when there is none of that name
    QString name = {};                              ///< empty: made up from model and time
    RunId parent = {};
    QString model = {};
    QString task = {};
    Params params = {};
    std::map<QString, QString> tags = {};
    std::vector<DatasetInput> inputs = {};
    Provenance provenance = {};
};

/// Which runs, in which order. `filter` is written in the query language (tracking/query/): comparisons such as
/// `metrics.roc_auc > 0.9`, and words that must occur in name, model, experiment, a tag or a parameter value.
struct RunQuery
{
    QString filter = {};
    QString experiment = {}; ///< empty: all
    QString sortKey =
        QStringLiteral("start_time"); ///< start_time, name, model, status, metrics.KEY, params.KEY, tags.KEY
    bool descending = true;
    bool topLevelOnly = false;
    bool deleted = false;  ///< the deleted ones instead
    bool archived = false; ///< the archived ones instead; otherwise they are left out, unless the filter asks
    qint64 offset = 0;
    qint64 limit = -1;
};

} // namespace assay::tracking

Q_DECLARE_METATYPE(assay::tracking::RunId)
