// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"
#include "engine/data/profile.h"
#include "engine/data/reader.h"
#include "engine/data/split.h"
#include "engine/drift/drift.h"
#include "engine/estimators/capabilities.h"
#include "engine/estimators/model.h"
#include "engine/explain/attribution.h"
#include "engine/fairness/fairness.h"
#include "engine/metrics/evaluation.h"
#include "tracking/runstore.h"

#include <QByteArray>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
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
    /// For a nested split: values to choose from, by parameter, anew in each outer fold.
    std::map<std::string, std::vector<ParamValue>> grid = {};
    engine::FitOptions fit = {};
    QString experiment = QStringLiteral("Default");
    QString name;
    std::map<QString, QString> tags;
    QString parent;
    double threshold = 0.5;
};

struct TrainOutcome
{
    tracking::RunId run;
    QString experiment = {};
    QString model = {};
    Params params = {};
    std::vector<std::pair<QString, double>> metrics = {};
    std::vector<std::pair<QString, engine::Interval>> intervals = {}; ///< by metric
    double fitSeconds = 0, predictSeconds = 0;
    qint64 trainRows = 0, testRows = 0;
    QStringList artifacts = {};
    QStringList notes = {};
};

/// How a score changes with the number of training rows or with a parameter, over the folds of a split.
struct CurveRequest
{
    TrainRequest base;                   ///< its split says the folds
    QString param;                       ///< empty: a learning curve
    std::vector<ParamValue> values = {}; ///< of `param`
    std::vector<double> shares = {};     ///< learning curve: shares of the training rows, in (0, 1]
    QString metric;                      ///< empty: the headline metric
};

struct ModelCurve
{
    QString metric = {}, param = {}; ///< param empty: x is rows
    std::vector<QString> at = {};    ///< rows or values, as text
    std::vector<double> x = {};      ///< [points] rows, or the value; its place when not a number
    std::vector<double> train = {}, trainSd = {}, validation = {},
                        validationSd = {}; ///< [points] mean and sd (n − 1) over folds
    bool largerIsBetter = true;
};

/// A run done again from what it recorded, and how the new one compares with it.
struct RerunOutcome
{
    TrainOutcome outcome;
    bool identical = false;          ///< every metric to the last bit
    QStringList changedMetrics = {}; ///< names
    QStringList changedInputs = {};  ///< sentences: what is not as it was, such as another version of a library
};

/// Runs whose models are put together: their scores averaged, or fed to a model that learns how far to trust each.
struct EnsembleRequest
{
    std::vector<tracking::RunId> runs; ///< two or more with models, of one task on the same data, split and seed
    bool stacked = false;              ///< stacking on out-of-fold predictions of the members' training rows
    std::vector<double> weights = {};  ///< averaging; empty: equal
    QString name;
    QString experiment = QStringLiteral("Default");
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
    /// The store itself, for pages that only look at runs and keep them in order.
    virtual tracking::RunStore &store() = 0;

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

    /// Fits the model again at each point and fold; nothing is recorded. Errors: those of train(), `bad_curve`.
    virtual Result<ModelCurve> curve(const CurveRequest &request, const Context &context) = 0;
    /// A run of its own with the members' ids among its tags. Errors: `no_model`, `different_data`, `different_tasks`.
    virtual Result<TrainOutcome> ensemble(const EnsembleRequest &request, const Context &context,
                                          const std::function<void(const tracking::RunId &)> &opened = {}) = 0;

    /// Trains again with the run's data (checked by digest), split, seed and parameters. Errors: `no_recipe` for a run
    /// that was not trained here, `data_missing`, `data_changed`.
    virtual Result<RerunOutcome> rerun(const tracking::RunId &run, const Context &,
                                       const std::function<void(const tracking::RunId &)> & = {})
    {
        return failure(ErrorKind::Refused, "no_recipe", "The run {} cannot be done again here.",
                       {run.value.toStdString()});
    }

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
    /// All pairs of @p runs on the rows they share. Decisions are taken at the first run's threshold, not at that of
    /// @p options. Errors: those of analysis() and engine::compare().
    virtual Result<RunComparison> compare(const std::vector<tracking::RunId> &runs, const Context &context,
                                          const engine::CompareOptions &options = {}) = 0;
    virtual Result<engine::FairnessReport> fairness(const tracking::RunId &run, const QStringList &attributes,
                                                    const std::map<QString, QString> &privileged,
                                                    const Context &context) = 0;
    /// Explains at most @p maxRows test rows, evenly spaced, of the run's own data (read again and checked by digest).
    virtual Result<engine::Attribution> explain(const tracking::RunId &run, engine::ExplainMethod method, int maxRows,
                                                const Context &context) = 0;
    /// The tree of a run whose model is a single decision tree. Errors: `no_model`, `no_tree`.
    virtual Result<std::vector<engine::TreeNode>> tree(const tracking::RunId &run) = 0;
    virtual Result<engine::DriftReport> drift(const DatasetPtr &reference, const DatasetPtr &current,
                                              const Context &context) = 0;
    /// The data a run was trained on, read again; an error when the file is gone or has changed.
    virtual Result<DatasetPtr> trainingData(const tracking::RunId &run, const Context &context) = 0;

    // Report
    virtual Result<QByteArray> report(const ReportRequest &request, const Context &context) = 0;
};

} // namespace assay::ui
