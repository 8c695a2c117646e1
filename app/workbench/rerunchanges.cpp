// SPDX-License-Identifier: GPL-3.0-or-later
// In what a run done again is not the one before.
#include "app/workbench/rerun.h"
#include "app/workbench/runfacts.h"

#include <QCoreApplication>
#include <algorithm>
#include <bit>
#include <set>

namespace assay::app {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::Rerun)
};

using Points = std::vector<tracking::MetricPoint>;

bool holdsTime(const QString &key)
{
    return key == QLatin1String("fit_seconds") || key == QLatin1String("predict_seconds");
}

/// NaN equals NaN here, and 0 is not −0.
bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (a != a && b != b);
}

qint64 differingPoints(const Points &before, const Points &after)
{
    const std::size_t common = std::min(before.size(), after.size());
    auto differing = static_cast<qint64>(std::max(before.size(), after.size()) - common);
    for (std::size_t i = 0; i < common; ++i)
        differing += before[i].step != after[i].step || !sameBits(before[i].value, after[i].value);
    return differing;
}

std::optional<double> valueOf(const std::map<QString, double> &metrics, const QString &key)
{
    const auto it = metrics.find(key);
    return it == metrics.end() ? std::nullopt : std::optional(it->second);
}

std::set<QString> keysOf(const tracking::Run &before, const tracking::Run &after)
{
    std::set<QString> keys;
    for (const auto *run : {&before, &after})
        for (const auto &[key, value] : run->metrics)
            if (!holdsTime(key))
                keys.insert(key);
    return keys;
}

/// Of no run: none.
Result<Points> pointsOf(const tracking::RunStore &store, const tracking::Run &run, const QString &key)
{
    return run.id.isNull() ? Points{} : store.series(run.id, key);
}

/// Every series of two runs; what differs is told by its key after @p title.
Result<void> compareRuns(const tracking::RunStore &store, const tracking::Run &before, const tracking::Run &after,
                         const QString &title, std::vector<MetricChange> &changes)
{
    for (const QString &key : keysOf(before, after)) {
        const auto old = pointsOf(store, before, key);
        if (!old)
            return Failure(old.error());
        const auto made = pointsOf(store, after, key);
        if (!made)
            return Failure(made.error());
        if (const qint64 points = differingPoints(*old, *made))
            changes.push_back({.metric = title + key,
                               .before = valueOf(before.metrics, key),
                               .after = valueOf(after.metrics, key),
                               .points = points});
    }
    return {};
}

std::map<QString, tracking::Run> foldsOf(const tracking::RunDetails &run)
{
    std::map<QString, tracking::Run> folds;
    for (const tracking::Run &child : run.children)
        if (const QString fold = tagOf(child, QStringLiteral("fold")); !fold.isEmpty())
            folds.insert({fold, child});
    return folds;
}

/// Fold by fold; one that is missing on either side differs in all it has.
Result<void> compareFolds(const tracking::RunStore &store, const tracking::RunDetails &before,
                          const tracking::RunDetails &after, std::vector<MetricChange> &changes)
{
    const auto was = foldsOf(before), is = foldsOf(after);
    std::set<QString> names;
    for (const auto *folds : {&was, &is})
        for (const auto &[fold, run] : *folds)
            names.insert(fold);
    for (const QString &fold : names) {
        const auto old = was.find(fold), made = is.find(fold);
        const QString title = QStringLiteral("fold %1: ").arg(fold);
        auto done = compareRuns(store, old == was.end() ? tracking::Run{} : old->second,
                                made == is.end() ? tracking::Run{} : made->second, title, changes);
        if (!done)
            return done;
    }
    return {};
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? Sentences::tr("none") : text;
}

void compareLibraries(const tracking::Provenance &before, const tracking::Provenance &after, QStringList &out)
{
    std::set<QString> names;
    for (const auto *provenance : {&before, &after})
        for (const auto &[name, version] : provenance->libraries)
            names.insert(name);
    const auto version = [](const tracking::Provenance &provenance, const QString &name) {
        const auto it = provenance.libraries.find(name);
        return it == provenance.libraries.end() ? QString() : it->second;
    };
    for (const QString &name : names)
        if (const QString was = version(before, name), is = version(after, name); was != is)
            out << Sentences::tr("The library %1 was %2 and is %3.", "name, version, version")
                       .arg(name, orNone(was), orNone(is));
}

} // namespace

Result<std::vector<MetricChange>> metricChanges(const tracking::RunStore &store, const tracking::RunDetails &before,
                                                const tracking::RunDetails &after)
{
    std::vector<MetricChange> changes;
    auto done = compareRuns(store, before.run, after.run, {}, changes);
    if (done)
        done = compareFolds(store, before, after, changes);
    if (!done)
        return Failure(done.error());
    return changes;
}

bool hasMetrics(const tracking::RunDetails &run)
{
    const auto any = [](const tracking::Run &one) {
        return std::ranges::any_of(one.metrics, [](const auto &metric) { return !holdsTime(metric.first); });
    };
    return any(run.run) || std::ranges::any_of(run.children, any);
}

QStringList inputChanges(const tracking::RunDetails &before, const tracking::RunDetails &after)
{
    const tracking::Provenance &was = before.provenance, &is = after.provenance;
    QStringList out;
    if (before.run.status != tracking::RunStatus::Finished)
        out << Sentences::tr("The run before did not finish; what it has not reached cannot be equal.");
    if (!hasMetrics(before))
        out << Sentences::tr("The run before has no metrics that could be compared.");
    if (was.program != is.program)
        out << Sentences::tr("The program was %1 and is %2.").arg(orNone(was.program), orNone(is.program));
    compareLibraries(was, is, out);
    if (was.cpu != is.cpu)
        out << Sentences::tr("The processor was %1 and is %2.").arg(orNone(was.cpu), orNone(is.cpu));
    if (was.os != is.os)
        out << Sentences::tr("The system was %1 and is %2.").arg(orNone(was.os), orNone(is.os));
    if (was.threads != is.threads)
        out << Sentences::tr("It used %1 threads and uses %2 now.").arg(was.threads).arg(is.threads);
    if (was.gitCommit != is.gitCommit || was.gitDirty != is.gitDirty) {
        const auto code = [](const tracking::Provenance &p) {
            const QString commit = orNone(p.gitCommit.left(12));
            return p.gitDirty ? Sentences::tr("%1 with changes", "commit").arg(commit) : commit;
        };
        out << Sentences::tr("The commit of the working directory was %1 and is %2.").arg(code(was), code(is));
    } else if (const QString old = changesDigest(before), now = changesDigest(after);
               !old.isEmpty() && !now.isEmpty() && old != now) {
        out << Sentences::tr("The commit is the same, but what had not been committed was %1 and is %2.",
                             "digest, digest")
                   .arg(old.left(12), now.left(12));
    }
    return out;
}

} // namespace assay::app
