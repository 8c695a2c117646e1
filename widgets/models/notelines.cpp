// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/notelines.h"

#include <QMap>
#include <QStringList>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr QChar lineSeparator(0x2028), paragraphSeparator(0x2029);

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == paragraphSeparator;
}

QString mostFrequentEnd(const std::vector<NoteLine> &lines)
{
    QMap<QString, int> counts;
    for (const NoteLine &line : lines)
        if (!line.end.isEmpty())
            ++counts[line.end];
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    return most == counts.cend() ? QStringLiteral("\n") : most.key();
}

} // namespace

std::vector<NoteLine> noteLines(const QString &note)
{
    std::vector<NoteLine> lines;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < note.size(); ++at) {
        if (!endsLine(note[at]))
            continue;
        const qsizetype length = note[at] == u'\r' && note.mid(at + 1, 1) == u"\n" ? 2 : 1;
        lines.push_back({.text = note.mid(begin, at - begin), .end = note.mid(at, length)});
        begin = at + length;
        at = begin - 1;
    }
    lines.push_back({.text = note.mid(begin), .end = {}});
    return lines;
}

QString editedNote(const QString &note, const QStringList &lines)
{
    const std::vector<NoteLine> before = noteLines(note);
    const auto old = static_cast<qsizetype>(before.size()), now = lines.size(), shorter = std::min(old, now);
    const auto text = [&](qsizetype line) { return before[static_cast<std::size_t>(line)].text; };
    qsizetype head = 0, tail = 0; // that are the same
    while (head < shorter && text(head) == lines[head])
        ++head;
    while (tail < shorter - head && text(old - 1 - tail) == lines[now - 1 - tail])
        ++tail;
    const QString usual = mostFrequentEnd(before);
    const bool ownSeparators = note.contains(lineSeparator);
    QString edited;
    for (qsizetype line = 0; line < now; ++line) {
        QString words = lines[line];
        if (!ownSeparators)
            words.replace(lineSeparator, usual);
        edited += words;
        if (line + 1 == now)
            break;
        const qsizetype from = line < head || old == now ? line : line >= now - tail ? line - now + old : -1;
        const QString end = from < 0 ? QString() : before[static_cast<std::size_t>(from)].end;
        edited += end.isEmpty() ? usual : end;
    }
    return edited;
}

} // namespace assay::ui
