// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importfollow.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace assay::app {

namespace {

constexpr std::chrono::seconds pause{1};

/// Returns at once when the work is to stop.
void wait(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, pause, [] { return false; });
}

std::string newsOf(const tracking::ImportReport &report)
{
    return "New runs: " + std::to_string(report.added) + "; grown: " + std::to_string(report.grown) + ".";
}

/// The later report, with what both did.
void add(tracking::ImportReport &total, tracking::ImportReport later)
{
    later.added += total.added;
    later.grown += total.grown;
    for (tracking::ImportProblem &problem : total.problems)
        if (std::find(later.problems.begin(), later.problems.end(), problem) == later.problems.end())
            later.problems.push_back(std::move(problem));
    total = std::move(later);
}

} // namespace

Result<tracking::ImportReport> followImport(tracking::RunStore &store, const QString &path,
                                            const tracking::ImportOptions &options, const Context &context,
                                            const QString &format)
{
    auto total = tracking::importRuns(store, path, options, context, format);
    std::set<std::string> told;
    while (total && !context.cancelled()) {
        wait(context.stop);
        auto report = tracking::importRuns(store, path, options, context, format);
        if (!report && report.error().code.starts_with("store_"))
            return report;
        if (!report) {
            // A file that is just being replaced is there the next time.
            if (!context.cancelled() && told.insert(report.error().message).second)
                context.note(report.error().message);
            continue;
        }
        if (report->added + report->grown > 0)
            context.note(newsOf(*report));
        add(*total, std::move(*report));
    }
    return total;
}

} // namespace assay::app
