// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importwriter.h"

#include "tracking/database.h"
#include "tracking/importers/importedseries.h"

#include <QFileInfo>

namespace assay::tracking {

ImportPlanRun planOf(const ImportedRun &run)
{
    ImportPlanRun plan{.source = run.source,
                       .name = run.name,
                       .experiment = run.experiment,
                       .status = run.status,
                       .start = run.start,
                       .params = static_cast<qint64>(run.params.size()),
                       .tags = static_cast<qint64>(run.tags.size()),
                       .files = static_cast<qint64>(run.files.size()),
                       .deleted = run.deleted};
    for (const auto &[series, points] : pointCounts(run))
        plan.points += points;
    for (const ImportedFile &file : run.files)
        plan.fileBytes += QFileInfo(file.path).size();
    return plan;
}

ImportWriter::ImportWriter(RunStore &store, const ImportOptions &options, const Context &context, ImportReport &report)
    : m_store(store)
    , m_options(options)
    , m_context(context)
    , m_report(report)
{
}

bool ImportWriter::wants(const QString &source) const
{
    return m_options.sources.isEmpty() || m_options.sources.contains(source);
}

Result<void> ImportWriter::take(ImportPlanRun plan, const Read &read)
{
    if (m_context.cancelled())
        return cancelled();
    m_context.progress("Taking over runs", m_done, std::max(m_total, m_done));
    ++m_done;
    if (!wants(plan.source))
        return {};
    const auto known = findImported(m_store, plan.source);
    if (!known)
        return Failure(known.error());
    plan.known = known->has_value();
    if (!m_options.experiment.isEmpty())
        plan.experiment = m_options.experiment;
    m_report.runs.push_back(plan);
    if (m_options.dryRun)
        return {};
    auto run = read();
    if (run)
        return write(std::move(*run));
    return failed(plan.source, run.error());
}

Result<void> ImportWriter::failed(const QString &source, const Error &error)
{
    if (error.kind != ErrorKind::BadInput)
        return Failure(error);
    problem({.path = error.file.empty() ? source : QString::fromStdString(error.file),
             .what = QString::fromStdString(error.message),
             .fatal = true});
    return {};
}

Result<void> ImportWriter::take(ImportedRun run)
{
    return take(planOf(run), [&run]() -> Result<ImportedRun> { return std::move(run); });
}

Result<void> ImportWriter::write(ImportedRun run)
{
    if (!m_options.experiment.isEmpty()) {
        run.experiment = m_options.experiment;
        run.experimentSource.clear();
        run.experimentTags.clear();
        run.experimentNote.clear();
        run.experimentDeleted = false;
    }
    QStringList kept;
    const auto outcome = writeImported(m_store, run, m_context, &kept);
    if (!outcome)
        return failed(run.source, outcome.error());
    if (!kept.isEmpty())
        problem({.path = run.source,
                 .what = QStringLiteral("Edited here and changed at its source since, which is kept as it is here: %1.")
                             .arg(kept.join(QStringLiteral(", ")))});
    ++(*outcome == Imported::New ? m_report.added : *outcome == Imported::Grown ? m_report.grown : m_report.known);
    return {};
}

Result<void> ImportWriter::finish()
{
    m_context.progress("Taking over runs", m_done, m_done);
    if (m_report.added + m_report.grown == 0)
        return {};
    Transaction change(m_store.database(), Transaction::Durability::Full);
    return change.commit();
}

} // namespace assay::tracking
