// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace assay::ui {

/// A line of two texts laid over each other.
struct DiffLine
{
    enum class Side { Both, First, Second };
    Side side = Side::Both;
    QString text = {};

    bool operator==(const DiffLine &) const = default;
};

/// What to take from @p first and put into it to get @p second, with as few lines as possible; lines that go come
/// before those that come. Of texts that differ in very many lines all go and all come.
std::vector<DiffLine> diffLines(const QStringList &first, const QStringList &second);

} // namespace assay::ui
