// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tensorboardmemory.h"

#include <mutex>

namespace assay::tracking {

namespace {

/// About 50 MB.
constexpr qint64 mostPoints = 2'000'000;

struct Remembered
{
    std::mutex mutex;
    std::map<QString, TensorBoardMemory::Run> runs;
    qint64 points = 0;
};

Remembered &remembered()
{
    static Remembered all;
    return all;
}

/// The same folder may be asked for whole and by one of its files.
QString keyOf(const EventFolder &folder)
{
    return folder.path + u'\n' + folder.files.first();
}

} // namespace

TensorBoardMemory::Run TensorBoardMemory::take(const EventFolder &folder)
{
    Remembered &all = remembered();
    const std::lock_guard lock(all.mutex);
    const auto found = all.runs.find(keyOf(folder));
    if (found == all.runs.end())
        return std::make_unique<TensorBoardRun>();
    Run run = std::move(found->second);
    all.runs.erase(found);
    all.points -= run->points();
    return run->continues(folder.files) ? std::move(run) : std::make_unique<TensorBoardRun>();
}

void TensorBoardMemory::keep(const EventFolder &folder, Run run)
{
    Remembered &all = remembered();
    const std::lock_guard lock(all.mutex);
    const qint64 points = run->points();
    if (all.points + points > mostPoints || all.runs.contains(keyOf(folder)))
        return;
    all.points += points;
    all.runs[keyOf(folder)] = std::move(run);
}

} // namespace assay::tracking
