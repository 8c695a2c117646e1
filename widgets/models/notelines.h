// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace assay::ui {

/// A note as lines. A field of text knows one kind of line end; a note from elsewhere may have others, mixed even, and
/// keeps them wherever nobody touched it.
struct NoteLine
{
    QString text = {};
    QString end = {}; ///< "\n", "\r\n", "\r", a paragraph separator; empty after the last line

    bool operator==(const NoteLine &) const = default;
};

/// Never empty; @p note is their texts and ends one after the other.
std::vector<NoteLine> noteLines(const QString &note);
/// @p note after its lines became @p lines: those that are the same keep their line end, others get the one that the
/// note has most. A line separator within a line, which Shift+Return types, is an end too, unless the note has such.
QString editedNote(const QString &note, const QStringList &lines);

} // namespace assay::ui
