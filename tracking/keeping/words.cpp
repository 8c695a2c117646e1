// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of runs: notes and tags, of any number of runs at once.
#include "tracking/keeping.h"

#include "tracking/runrows.h"

namespace assay::tracking {

namespace {

/// The tag's value, or none.
std::optional<QString> tagOf(Transaction &change, qint64 row, const QString &key)
{
    const auto value = change.value(
        "SELECT t.value FROM tags t JOIN keys k ON k.id = t.key WHERE t.run = ? AND k.name = ?", {row, key});
    return value ? std::optional(value->toString()) : std::nullopt;
}

} // namespace

Result<std::vector<RunNote>> setNotes(RunStore &store, const std::vector<RunNote> &notes)
{
    Transaction change(store.database());
    std::vector<RunNote> before;
    before.reserve(notes.size());
    const qint64 now = nowMilliseconds();
    for (const RunNote &one : notes) {
        const qint64 row = rowOf(change, one.run);
        const auto note = change.value("SELECT note FROM runs WHERE id = ?", {row});
        before.push_back({.run = one.run, .note = note ? note->toString() : QString()});
        // No filter looks for words in notes, so that what they look in stays as it is.
        change.run("UPDATE runs SET note = ?, active = max(active, ?) WHERE id = ?", {notNull(one.note), now, row});
        if (!change.ok())
            break;
    }
    return change.commit().map([&] { return std::move(before); });
}

Result<std::vector<RunTag>> setTags(RunStore &store, const QString &key, const std::vector<RunTag> &tags)
{
    Transaction change(store.database());
    std::vector<RunTag> before;
    before.reserve(tags.size());
    for (const RunTag &one : tags) {
        const qint64 row = rowOf(change, one.run);
        before.push_back({.run = one.run, .value = tagOf(change, row, key)});
        if (before.back().value == one.value)
            continue;
        if (one.value)
            insertTag(change, row, key, *one.value);
        else
            change.run("DELETE FROM tags WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?)", {row, key});
        touch(change, row);
        if (!change.ok())
            break;
    }
    return change.commit().map([&] { return std::move(before); });
}

} // namespace assay::tracking
