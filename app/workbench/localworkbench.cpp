// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/localworkbench.h"

#include "app/workbench/curves.h"
#include "app/workbench/trainer.h"

#include <QFileInfo>

namespace assay::app {

Result<std::unique_ptr<LocalWorkbench>> LocalWorkbench::open(const QString &storePath)
{
    auto store = tracking::RunStore::open(storePath);
    if (!store)
        return Failure(store.error());
    return std::unique_ptr<LocalWorkbench>(new LocalWorkbench(std::move(*store)));
}

LocalWorkbench::LocalWorkbench(std::unique_ptr<tracking::RunStore> store)
    : m_store(std::move(store))
    , m_datasets(QFileInfo(m_store->path()).absolutePath() + QStringLiteral("/samples"))
{
}

QString LocalWorkbench::storePath() const
{
    return m_store->path();
}

qint64 LocalWorkbench::storeVersion() const
{
    return m_store->dataVersion();
}

Result<engine::ReadPreview> LocalWorkbench::preview(const QString &path, const engine::ReadOptions &options,
                                                    const Context &context)
{
    const auto file = m_datasets.localFile(path);
    if (!file)
        return Failure(file.error());
    return engine::previewTable(file->toStdString(), options, 200, context);
}

Result<ui::DatasetPtr> LocalWorkbench::import(const QString &path, const engine::ReadOptions &options,
                                              const Context &context)
{
    return m_datasets.import(path, options, context);
}

Result<engine::Profile> LocalWorkbench::profile(const ui::DatasetPtr &data, const QString &target,
                                                const Context &context)
{
    return engine::profile(data->table(), target.toStdString(), context);
}

const std::vector<engine::EstimatorInfo> &LocalWorkbench::models() const
{
    return engine::estimators();
}

Result<ui::TrainOutcome> LocalWorkbench::train(const ui::TrainRequest &request, const Context &context,
                                               const std::function<void(const tracking::RunId &)> &opened)
{
    return Trainer(*m_store, request, context).run(opened);
}

Result<ui::ModelCurve> LocalWorkbench::curve(const ui::CurveRequest &request, const Context &context)
{
    return modelCurve(request, context);
}

Result<std::vector<tracking::Run>> LocalWorkbench::runs(const tracking::RunQuery &query)
{
    return m_store->runs(query);
}

Result<std::vector<tracking::Experiment>> LocalWorkbench::experiments()
{
    return m_store->experiments();
}

Result<tracking::RunDetails> LocalWorkbench::details(const tracking::RunId &run)
{
    return m_store->details(run);
}

Result<std::vector<tracking::MetricPoint>> LocalWorkbench::series(const tracking::RunId &run, const QString &key)
{
    return m_store->series(run, key);
}

Result<void> LocalWorkbench::rename(const tracking::RunId &run, const QString &name)
{
    return m_store->rename(run, name);
}

Result<void> LocalWorkbench::setNote(const tracking::RunId &run, const QString &note)
{
    return m_store->setNote(run, note);
}

Result<void> LocalWorkbench::setTag(const tracking::RunId &run, const QString &key, const QString &value)
{
    return m_store->setTag(run, key, value);
}

Result<void> LocalWorkbench::removeTag(const tracking::RunId &run, const QString &key)
{
    return m_store->removeTag(run, key);
}

Result<void> LocalWorkbench::remove(const std::vector<tracking::RunId> &runs)
{
    return m_store->remove(runs);
}

Result<void> LocalWorkbench::restore(const std::vector<tracking::RunId> &runs)
{
    return m_store->restore(runs);
}

Result<engine::DriftReport> LocalWorkbench::drift(const ui::DatasetPtr &reference, const ui::DatasetPtr &current,
                                                  const Context &context)
{
    return engine::drift(reference->table(), current->table(), {}, context);
}

} // namespace assay::app
