// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/datasets.h"
#include "app/workbench/rerun.h"
#include "tracking/runstore.h"
#include "widgets/workbench.h"

#include <memory>

namespace assay::app {

struct EnsembleMember;

/// The workbench over a store and files of this machine: the one implementation that window and command line share. May
/// be used from any thread.
class LocalWorkbench : public ui::Workbench
{
public:
    /// Opens or makes the store. Errors: those of RunStore::open.
    static Result<std::unique_ptr<LocalWorkbench>> open(const QString &storePath);

    QString storePath() const override;
    qint64 storeVersion() const override;
    tracking::RunStore &store() override { return *m_store; }

    Result<engine::ReadPreview> preview(const QString &path, const engine::ReadOptions &options,
                                        const Context &context) override;
    Result<ui::DatasetPtr> import(const QString &path, const engine::ReadOptions &options,
                                  const Context &context) override;
    Result<engine::Profile> profile(const ui::DatasetPtr &data, const QString &target, const Context &context) override;

    const std::vector<engine::EstimatorInfo> &models() const override;
    Result<ui::TrainOutcome> train(const ui::TrainRequest &request, const Context &context,
                                   const std::function<void(const tracking::RunId &)> &opened = {}) override;

    Result<ui::ModelCurve> curve(const ui::CurveRequest &request, const Context &context) override;
    Result<ui::TrainOutcome> ensemble(const ui::EnsembleRequest &request, const Context &context,
                                      const std::function<void(const tracking::RunId &)> &opened = {}) override;

    Result<ui::RerunOutcome> rerun(const tracking::RunId &run, const Context &context,
                                   const std::function<void(const tracking::RunId &)> &opened = {}) override;
    /// With data that lie elsewhere now; they are checked by digest all the same.
    Result<ui::RerunOutcome> rerun(const tracking::RunId &run, const RerunFiles &files, const Context &context,
                                   const std::function<void(const tracking::RunId &)> &opened = {});

    Result<std::vector<tracking::Run>> runs(const tracking::RunQuery &query) override;
    Result<std::vector<tracking::Experiment>> experiments() override;
    Result<tracking::RunDetails> details(const tracking::RunId &run) override;
    Result<std::vector<tracking::MetricPoint>> series(const tracking::RunId &run, const QString &key) override;
    Result<void> rename(const tracking::RunId &run, const QString &name) override;
    Result<void> setNote(const tracking::RunId &run, const QString &note) override;
    Result<void> setTag(const tracking::RunId &run, const QString &key, const QString &value) override;
    Result<void> removeTag(const tracking::RunId &run, const QString &key) override;
    Result<void> remove(const std::vector<tracking::RunId> &runs) override;
    Result<void> restore(const std::vector<tracking::RunId> &runs) override;

    Result<ui::RunAnalysis> analysis(const tracking::RunId &run, const Context &context) override;
    Result<ui::RunComparison> compare(const std::vector<tracking::RunId> &runs, const Context &context,
                                      const engine::CompareOptions &options = {}) override;
    Result<engine::FairnessReport> fairness(const tracking::RunId &run, const QStringList &attributes,
                                            const std::map<QString, QString> &privileged,
                                            const Context &context) override;
    Result<engine::Attribution> explain(const tracking::RunId &run, engine::ExplainMethod method, int maxRows,
                                        const Context &context) override;
    Result<std::vector<engine::TreeNode>> tree(const tracking::RunId &run) override;
    Result<engine::DriftReport> drift(const ui::DatasetPtr &reference, const ui::DatasetPtr &current,
                                      const Context &context) override;
    Result<ui::DatasetPtr> trainingData(const tracking::RunId &run, const Context &context) override;

    Result<QByteArray> report(const ui::ReportRequest &request, const Context &context) override;

    /// The fitted model of a run. Errors: `no_model` for runs that keep none (a cross-validation, an imported run).
    Result<std::shared_ptr<const engine::Model>> model(const tracking::RunId &run) const;

private:
    explicit LocalWorkbench(std::unique_ptr<tracking::RunStore> store);

    Result<engine::Predictions> predictions(const tracking::RunDetails &details) const;
    /// Checked to go together.
    Result<std::vector<EnsembleMember>> membersOf(const std::vector<tracking::RunId> &runs) const;
    Result<ui::DatasetPtr> input(const tracking::RunDetails &details, const QString &role, const Context &context);

    Result<ui::DatasetPtr> inputAgain(const tracking::RunDetails &run, const QString &role, const QString &given,
                                      const Context &context);
    Result<ui::TrainOutcome> trainAgain(const tracking::RunDetails &run, const RerunFiles &files,
                                        const Context &context,
                                        const std::function<void(const tracking::RunId &)> &opened);

    std::unique_ptr<tracking::RunStore> m_store;
    Datasets m_datasets;
};

} // namespace assay::app
