// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

#include <functional>

namespace assay::tracking {

/// What importers share: takes the runs a source has, one after the other, parents first, into the report and, unless
/// this is a dry run, into the store. A run that fails with ErrorKind::BadInput becomes a problem; other errors end the
/// import, with what was written before them kept.
class ImportWriter
{
public:
    ImportWriter(RunStore &store, const ImportOptions &options, const Context &context, ImportReport &report);

    /// Whether the run was asked for: others need not be read.
    bool wants(const QString &source) const;
    /// Reads a run whole; what it fails with becomes a problem of the report.
    using Read = std::function<Result<ImportedRun>()>;
    /// @p plan is listed in any case; @p read is called when the run is to be written.
    Result<void> take(ImportPlanRun plan, const Read &read);
    /// For sources that have the run at hand.
    Result<void> take(ImportedRun run);
    void problem(ImportProblem problem) { m_report.problems.push_back(std::move(problem)); }

    /// Tells of progress; the total as far as it is known.
    void setTotal(qint64 runs) { m_total = runs; }
    /// Makes what was written safe from a power cut. To be called last.
    Result<void> finish();

private:
    Result<void> write(ImportedRun run);
    Result<void> failed(const QString &source, const Error &error);

    RunStore &m_store;
    const ImportOptions &m_options;
    const Context &m_context;
    ImportReport &m_report;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

/// The run as a dry run lists it.
ImportPlanRun planOf(const ImportedRun &run);

} // namespace assay::tracking
