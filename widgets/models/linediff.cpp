// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/linediff.h"

#include <algorithm>
#include <cstdint>

namespace assay::ui {

namespace {

/// Cells of the table that is searched for the longest common part: a byte each.
constexpr qint64 mostCells = 40'000'000;

enum Step : std::uint8_t { Keep, Drop, Take };

/// How to go through both texts from each pair of places on: [first + 1] × [second + 1], row by row from the end.
std::vector<std::uint8_t> steps(const QStringList &first, const QStringList &second)
{
    const auto width = static_cast<std::size_t>(second.size()) + 1;
    std::vector<std::uint8_t> table((static_cast<std::size_t>(first.size()) + 1) * width, Take);
    std::vector<std::int32_t> below(width, 0), here(width, 0); // lengths of the longest common part
    for (qsizetype i = first.size(); i-- > 0;) {
        std::uint8_t *row = table.data() + static_cast<std::size_t>(i) * width;
        here.back() = 0;
        row[width - 1] = Drop;
        for (std::size_t j = width - 1; j-- > 0;) {
            if (first[i] == second[static_cast<qsizetype>(j)]) {
                here[j] = below[j + 1] + 1;
                row[j] = Keep;
            } else {
                row[j] = below[j] >= here[j + 1] ? Drop : Take;
                here[j] = std::max(below[j], here[j + 1]);
            }
        }
        std::swap(below, here);
    }
    return table;
}

void appendAll(std::vector<DiffLine> &lines, DiffLine::Side side, const QStringList &texts)
{
    for (const QString &text : texts)
        lines.push_back({.side = side, .text = text});
}

/// Of the parts that are not the same at either end.
void appendMiddle(std::vector<DiffLine> &lines, const QStringList &first, const QStringList &second)
{
    using enum DiffLine::Side;
    if ((first.size() + 1) * (second.size() + 1) > mostCells) {
        appendAll(lines, First, first);
        appendAll(lines, Second, second);
        return;
    }
    const auto table = steps(first, second);
    const auto width = static_cast<std::size_t>(second.size()) + 1;
    for (qsizetype i = 0, j = 0; i < first.size() || j < second.size();) {
        const auto step = table[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
        if (step == Keep)
            lines.push_back({.side = Both, .text = first[i++]}), ++j;
        else if (step == Drop)
            lines.push_back({.side = First, .text = first[i++]});
        else
            lines.push_back({.side = Second, .text = second[j++]});
    }
}

} // namespace

std::vector<DiffLine> diffLines(const QStringList &first, const QStringList &second)
{
    const auto start = std::ranges::mismatch(first, second);
    const auto front = static_cast<qsizetype>(start.in1 - first.begin());
    qsizetype back = 0;
    while (back < std::min(first.size(), second.size()) - front &&
           first[first.size() - 1 - back] == second[second.size() - 1 - back])
        ++back;
    std::vector<DiffLine> lines;
    appendAll(lines, DiffLine::Side::Both, first.first(front));
    appendMiddle(lines, first.mid(front, first.size() - front - back), second.mid(front, second.size() - front - back));
    appendAll(lines, DiffLine::Side::Both, first.last(back));
    return lines;
}

} // namespace assay::ui
