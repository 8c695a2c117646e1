// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/drift.h"

#include "engine/drift/columndrift.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace assay::engine {

namespace {

// Changes a missing share may make before an otherwise empty column counts as drifted.
constexpr double missingThreshold = 0.1;

enum class Comparison { Numbers, Categories };

struct Job
{
    const Column *reference = nullptr;
    const Column *current = nullptr;
    Comparison comparison = Comparison::Numbers;
};

bool isQuantity(const Column &column)
{
    return column.kind() == Kind::Integer || column.kind() == Kind::Real;
}

// Numbers with numbers and times with times; whatever else, by what a person reads in the cells.
Comparison comparisonOf(const Column &a, const Column &b)
{
    const bool quantities = a.isNumeric() && b.isNumeric() && (isQuantity(a) || isQuantity(b));
    const bool times = a.storage() == Storage::Times && b.storage() == Storage::Times;
    return quantities || times ? Comparison::Numbers : Comparison::Categories;
}

// Present cells as numbers; times in seconds.
std::vector<double> presentNumbers(const Column &column)
{
    std::vector<double> values;
    values.reserve(column.rows() - column.missingCount());
    if (column.isNumeric()) {
        std::ranges::copy_if(column.numbers(), std::back_inserter(values),
                             [](double value) { return std::isfinite(value); });
        return values;
    }
    for (const std::int64_t time : column.times()) {
        if (time != Column::missingTime)
            values.push_back(static_cast<double>(time));
    }
    return values;
}

double missingShare(const Column &column)
{
    return static_cast<double>(column.missingCount()) / static_cast<double>(column.rows());
}

// Labels of both samples, sorted, with counts; labels that occur in neither are left out.
std::map<std::string, std::pair<double, double>> countLabels(const Column &reference, const Column &current)
{
    std::map<std::string, std::pair<double, double>> counts;
    const auto add = [&counts](const Column &column, double std::pair<double, double>::*member) {
        const Column::Groups groups = column.groups();
        std::vector<double> perLabel(groups.labels.size(), 0.0);
        for (const std::int32_t code : groups.codes) {
            if (code != Column::missingCode)
                ++perLabel[static_cast<std::size_t>(code)];
        }
        for (std::size_t i = 0; i < perLabel.size(); ++i) {
            if (perLabel[i] > 0)
                counts[groups.labels[i]].*member += perLabel[i];
        }
    };
    add(reference, &std::pair<double, double>::first);
    add(current, &std::pair<double, double>::second);
    return counts;
}

// Where a sample has no values at all, only the missing shares are left to judge by.
void judgeMissing(ColumnDrift &drift)
{
    drift.test = "missing";
    drift.score = std::abs(drift.missingCurrent - drift.missingReference);
    drift.threshold = missingThreshold;
    drift.drifted = drift.score >= drift.threshold;
    drift.movement = drift.score;
}

ColumnDrift measure(const Job &job, int psiBins)
{
    ColumnDrift drift;
    drift.name = job.reference->name();
    drift.kind = job.reference->kind();
    drift.missingReference = missingShare(*job.reference);
    drift.missingCurrent = missingShare(*job.current);
    if (job.comparison == Comparison::Numbers) {
        const std::vector<double> reference = presentNumbers(*job.reference), current = presentNumbers(*job.current);
        if (reference.empty() || current.empty())
            judgeMissing(drift);
        else
            measureNumbers(reference, current, psiBins, drift);
        return drift;
    }
    std::vector<std::string> labels;
    BinnedSamples samples;
    for (const auto &[label, counts] : countLabels(*job.reference, *job.current)) {
        labels.push_back(label);
        samples.reference.push_back(counts.first);
        samples.current.push_back(counts.second);
        samples.referenceTotal += counts.first;
        samples.currentTotal += counts.second;
    }
    if (samples.referenceTotal == 0 || samples.currentTotal == 0)
        judgeMissing(drift);
    else
        measureCategories(labels, samples, drift);
    return drift;
}

// The columns asked for must be in both tables.
Result<void> checkColumns(const Table &reference, const Table &current, const DriftOptions &options)
{
    for (const std::string &name : options.columns) {
        for (const Table *table : {&reference, &current}) {
            if (const auto column = table->require(name); !column)
                return tl::unexpected(column.error());
        }
    }
    return {};
}

std::vector<Job> chooseJobs(const Table &reference, const Table &current, const DriftOptions &options,
                            std::vector<std::string> &warnings)
{
    std::vector<Job> jobs;
    std::vector<std::string> onlyReference, onlyCurrent, texts;
    for (const std::string &name : reference.columnNames()) {
        if (!options.columns.empty() && std::ranges::find(options.columns, name) == options.columns.end())
            continue;
        const Column *a = reference.find(name), *b = current.find(name);
        if (!b) {
            onlyReference.push_back(name);
            continue;
        }
        if (a->kind() == Kind::Text || b->kind() == Kind::Text) {
            texts.push_back(name);
            continue;
        }
        if (a->storage() != b->storage()) {
            warnings.push_back("Column `" + name + "` is " + engine::name(a->kind()) + " in the reference and " +
                               engine::name(b->kind()) + " in the current data; it is compared as categories.");
        }
        jobs.push_back({.reference = a, .current = b, .comparison = comparisonOf(*a, *b)});
    }
    for (const std::string &name : options.columns.empty() ? current.columnNames() : std::vector<std::string>()) {
        if (!reference.find(name))
            onlyCurrent.push_back(name);
    }
    const auto warn = [&warnings](const std::vector<std::string> &names, const char *what) {
        if (!names.empty())
            warnings.push_back("Left out " + quotedList(names) + ": " + what);
    };
    warn(onlyReference, "only the reference has it.");
    warn(onlyCurrent, "only the current data has it.");
    warn(texts, "free text is not compared.");
    return jobs;
}

// By the share that drifted, as the policy of changes: to 2 % nothing, to 5 % watch, to 10 % retrain.
std::string actionFor(double share)
{
    if (share < 0.02)
        return "none";
    if (share < 0.05)
        return "watch";
    return share <= 0.10 ? "retrain" : "experiment";
}

void summarise(DriftReport &report)
{
    const auto drifted = std::ranges::count_if(report.columns, &ColumnDrift::drifted);
    report.shareDrifted = static_cast<double>(drifted) / static_cast<double>(report.columns.size());
    report.datasetDrift = report.shareDrifted >= 0.5;
    report.action = actionFor(report.shareDrifted);
    for (const ColumnDrift &column : report.columns) {
        if (column.test == "missing")
            report.warnings.push_back("Column `" + column.name +
                                      "` has no values in one of the samples; only its missing share is compared.");
    }
}

} // namespace

Result<DriftReport> drift(const Table &reference, const Table &current, const DriftOptions &options,
                          const Context &context)
{
    if (reference.rows() == 0 || current.rows() == 0) {
        return failure(ErrorKind::BadInput, "no_rows", "The {} data has no rows: both need at least one.",
                       {reference.rows() == 0 ? "reference" : "current"});
    }
    if (const auto checked = checkColumns(reference, current, options); !checked)
        return tl::unexpected(checked.error());
    DriftReport report;
    report.referenceRows = reference.rows();
    report.currentRows = current.rows();
    const std::vector<Job> jobs = chooseJobs(reference, current, options, report.warnings);
    if (jobs.empty()) {
        return failure(ErrorKind::BadInput, "no_common_columns",
                       "There are no columns to compare: the reference has {}, the current data {}.",
                       {quotedList(reference.columnNames()), quotedList(current.columnNames())});
    }
    report.columns.resize(jobs.size());
    std::mutex telling;
    std::int64_t done = 0;
    tbb::task_arena arena(context.threadCount());
    arena.execute([&] {
        tbb::parallel_for(std::size_t(0), jobs.size(), [&](std::size_t i) {
            if (context.cancelled())
                return;
            report.columns[i] = measure(jobs[i], std::max(2, options.psiBins));
            const std::scoped_lock lock(telling);
            context.progress("drift", ++done, static_cast<std::int64_t>(jobs.size()));
        });
    });
    if (context.cancelled())
        return cancelled();
    summarise(report);
    return report;
}

} // namespace assay::engine
