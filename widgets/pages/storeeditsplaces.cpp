// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of where runs and experiments stand; those of what is said of them are in storeedits.cpp.
#include "widgets/pages/storeedits.h"

#include "widgets/pages/runsummary.h"

namespace assay::ui {

namespace {

int countOf(const std::vector<tracking::Run> &runs)
{
    return static_cast<int>(runs.size());
}

/// Those that were not favourites before stay none.
std::vector<tracking::RunId> thatDiffer(const std::vector<tracking::Run> &runs, bool favourite)
{
    std::vector<tracking::RunId> ids;
    for (const tracking::Run &run : runs)
        if (run.favourite != favourite)
            ids.push_back(run.id);
    return ids;
}

} // namespace

void StoreEdits::setFavourite(const std::vector<tracking::Run> &runs, bool favourite)
{
    const auto ids = thatDiffer(runs, favourite);
    if (ids.empty())
        return;
    const int count = static_cast<int>(ids.size());
    push(
        favourite ? tr("make %n run(s) favourites", nullptr, count)
                  : tr("take the mark of a favourite from %n run(s)", nullptr, count),
        [ids, favourite](Workbench &w) { return tracking::setFavourite(w.store(), ids, favourite); },
        [ids, favourite](Workbench &w) { return tracking::setFavourite(w.store(), ids, !favourite); });
}

void StoreEdits::archive(const std::vector<tracking::Run> &runs)
{
    push(
        tr("archive %n run(s)", nullptr, countOf(runs)),
        [ids = idsOf(runs)](Workbench &w) { return tracking::archive(w.store(), ids); },
        [ids = idsOf(runs)](Workbench &w) { return tracking::unarchive(w.store(), ids); });
}

void StoreEdits::unarchive(const std::vector<tracking::Run> &runs)
{
    push(
        tr("bring %n run(s) back from the archive", nullptr, countOf(runs)),
        [ids = idsOf(runs)](Workbench &w) { return tracking::unarchive(w.store(), ids); },
        [ids = idsOf(runs)](Workbench &w) { return tracking::archive(w.store(), ids); });
}

/// What it takes to undo the move is known once it is done.
void StoreEdits::pushMove(const QString &text, std::function<Result<tracking::Moved>(tracking::RunStore &)> move)
{
    const auto moved = std::make_shared<tracking::Moved>();
    push(
        text,
        [move = std::move(move), moved](Workbench &w) {
            return move(w.store()).map([&](tracking::Moved &&done) { *moved = std::move(done); });
        },
        [moved](Workbench &w) { return tracking::moveBack(w.store(), *moved); });
}

void StoreEdits::move(const std::vector<tracking::Run> &runs, const QString &experiment)
{
    move(idsOf(runs), experiment);
}

void StoreEdits::move(const std::vector<tracking::RunId> &runs, const QString &experiment)
{
    pushMove(tr("move %n run(s) to “%1”", nullptr, static_cast<int>(runs.size())).arg(experiment),
             [runs, experiment](tracking::RunStore &store) { return tracking::moveRuns(store, runs, experiment); });
}

void StoreEdits::nest(const std::vector<tracking::Run> &runs, const tracking::RunId &parent)
{
    pushMove(parent.isNull() ? tr("take %n run(s) to the top", nullptr, countOf(runs))
                             : tr("put %n run(s) below another", nullptr, countOf(runs)),
             [ids = idsOf(runs), parent](tracking::RunStore &store) { return tracking::nestRuns(store, ids, parent); });
}

} // namespace assay::ui
