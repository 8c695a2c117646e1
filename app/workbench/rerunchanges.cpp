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

std::set<QString> keysOf(const tracking::RunDetails &before, const tracking::RunDetails &after)
{
    std::set<QString> keys;
    for (const auto *run : {&before, &after})
        for (const auto &[key, summary] : run->series)
            if (!holdsTime(key))
                keys.insert(key);
    return keys;
}

const tracking::Run *foldOf(const tracking::RunDetails &run, const QString &fold)
{
    const auto it = std::ranges::find_if(
        run.children, [&](const auto &child) { return tagOf(child, QStringLiteral("fold")) == fold; });
    return it == run.children.end() ? nullptr : &*it;
}

/// The folds' last values: their series came from the same fits.
void compareFolds(const tracking::RunDetails &before, const tracking::RunDetails &after,
                  std::vector<MetricChange> &changes)
{
    for (const tracking::Run &old : before.children) {
        const QString fold = tagOf(old, QStringLiteral("fold"));
        const tracking::Run *made = fold.isEmpty() ? nullptr : foldOf(after, fold);
        if (!made)
            continue;
        for (const auto &[key, value] : old.metrics) {
            const auto now = valueOf(made->metrics, key);
            if (!holdsTime(key) && !(now && sameBits(value, *now)))
                changes.push_back({.metric = QStringLiteral("fold %1: %2").arg(fold, key),
                                   .before = value,
                                   .after = now,
                                   .points = 1});
        }
    }
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
    for (const QString &key : keysOf(before, after)) {
        const auto old = store.series(before.run.id, key);
        if (!old)
            return Failure(old.error());
        const auto made = store.series(after.run.id, key);
        if (!made)
            return Failure(made.error());
        if (const qint64 points = differingPoints(*old, *made))
            changes.push_back({.metric = key,
                               .before = valueOf(before.run.metrics, key),
                               .after = valueOf(after.run.metrics, key),
                               .points = points});
    }
    compareFolds(before, after, changes);
    return changes;
}

QStringList inputChanges(const tracking::RunDetails &before, const tracking::RunDetails &after)
{
    const tracking::Provenance &was = before.provenance, &is = after.provenance;
    QStringList out;
    if (before.run.status != tracking::RunStatus::Finished)
        out << Sentences::tr("The run before did not finish; what it has not reached cannot be equal.");
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
    }
    return out;
}

} // namespace assay::app
