// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"
#include "engine/data/profile.h"
#include "engine/data/reader.h"
#include "engine/data/split.h"
#include "engine/drift/drift.h"
#include "engine/estimators/model.h"
#include "engine/explain/attribution.h"
#include "engine/fairness/fairness.h"
#include "engine/metrics/evaluation.h"
#include "tracking/records.h"

#include <QByteArray>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace assay::ui {

/// A data set as imported: read, with the way it was read, and profiled.
struct Dataset
{
    QString path;
    engine::ReadOptions options;
    engine::ReadResult read;
    engine::Profile profile;

    const engine::Table &table() const { return read.table; }
};
using DatasetPtr = std::shared_ptr<const Dataset>;

struct TrainRequest
{
    DatasetPtr data;
    DatasetPtr test; ///< when set, `split` is not used
    engine::LearningTask task;
    engine::SplitSpec split;
    QString model; ///< estimator id
    Params params; ///< those that differ from the defaults
    QString experiment = QStringLiteral("Default");
    QString name;
    std::map<QString, QString> tags;
    QString parent;
    double threshold = 0.5;
};

struct TrainOutcome
{
    tracking::RunId run;
    QString experiment;
    QString model;
    Params params;
    std::vector<std::pair<QString, double>> metrics;
    std::vector<std::pair<QString, engine::Interval>> intervals; ///< by metric
    double fitSeconds = 0, predictSeconds = 0;
    qint64 trainRows = 0, testRows = 0;
    QStringList artifacts;
    QStringList notes;
};

/// Everything a page shows of one run's predictions.
struct RunAnalysis
{
    tracking::RunDetails details;
    engine::Predictions predictions;
    engine::Evaluation evaluation;
};

struct RunComparison
{
    std::vector<RunAnalysis> runs;
    engine::Comparison comparison;
    std::vector<QString> differingParams; ///< names, incl. "model"
    std::vector<QString> caveats;         ///< different data, split or seed
};

/// What goes into a report beside the runs themselves.
struct ReportRequest
{
    std::vector<tracking::RunId> runs;
    QString title;
    QStringList protectedColumns; ///< empty: those the runs were trained with
    DatasetPtr driftReference;    ///< both set: a drift section
    DatasetPtr driftCurrent;
    bool curves = true, fairness = true, explain = true, drift = true, profile = true;
};

/// The use cases of the program, as its pages need them: the window and the command line call the same one. Every call
/// may take long and may come from any thread; none touches a widget. The implementation is app/workbench.
class Workbench
{
public:
    virtual ~Workbench() = default;

    virtual QString storePath() const = 0;
    virtual qint64 storeVersion() const = 0; ///< changes when any process wrote to the store

    // Data
    virtual Result<engine::ReadPreview> preview(const QString &path, const engine::ReadOptions &options,
                                                const Context &context) = 0;
    virtual Result<DatasetPtr> import(const QString &path, const engine::ReadOptions &options,
                                      const Context &context) = 0;
    virtual Result<engine::Profile> profile(const DatasetPtr &data, const QString &target, const Context &context) = 0;

    // Training
    virtual const std::vector<engine::EstimatorInfo> &models() const = 0;
    /// Opens a run, fits, evaluates, keeps predictions and model, closes it; a k-fold split makes a parent run with a
    /// child a fold.
    /// @p opened is called with the run's id before the work starts.
    virtual Result<TrainOutcome> train(const TrainRequest &request, const Context &context,
                                       const std::function<void(const tracking::RunId &)> &opened = {}) = 0;

    // Runs
    virtual Result<std::vector<tracking::Run>> runs(const tracking::RunQuery &query) = 0;
    virtual Result<std::vector<tracking::Experiment>> experiments() = 0;
    virtual Result<tracking::RunDetails> details(const tracking::RunId &run) = 0;
    virtual Result<std::vector<tracking::MetricPoint>> series(const tracking::RunId &run, const QString &key) = 0;
    virtual Result<void> rename(const tracking::RunId &run, const QString &name) = 0;
    virtual Result<void> setNote(const tracking::RunId &run, const QString &note) = 0;
    virtual Result<void> setTag(const tracking::RunId &run, const QString &key, const QString &value) = 0;
    virtual Result<void> removeTag(const tracking::RunId &run, const QString &key) = 0;
    virtual Result<void> remove(const std::vector<tracking::RunId> &runs) = 0;
    virtual Result<void> restore(const std::vector<tracking::RunId> &runs) = 0;

    // Looking
    virtual Result<RunAnalysis> analysis(const tracking::RunId &run, const Context &context) = 0;
    virtual Result<RunComparison> compare(const std::vector<tracking::RunId> &runs, const Context &context) = 0;
    virtual Result<engine::FairnessReport> fairness(const tracking::RunId &run, const QStringList &attributes,
                                                    const std::map<QString, QString> &privileged,
                                                    const Context &context) = 0;
    /// Explains at most @p maxRows test rows, evenly spaced, of the run's own data (read again and checked by digest).
    virtual Result<engine::Attribution> explain(const tracking::RunId &run, engine::ExplainMethod method, int maxRows,
                                                const Context &context) = 0;
    virtual Result<engine::DriftReport> drift(const DatasetPtr &reference, const DatasetPtr &current,
                                              const Context &context) = 0;
    /// The data a run was trained on, read again; an error when the file is gone or has changed.
    virtual Result<DatasetPtr> trainingData(const tracking::RunId &run, const Context &context) = 0;

    // Report
    virtual Result<QByteArray> report(const ReportRequest &request, const Context &context) = 0;
};

} // namespace assay::ui
