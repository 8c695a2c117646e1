// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/pattern.h"

#include <QList>
#include <set>

namespace assay::tracking::query {

namespace {

QString text(char32_t character)
{
    return QString::fromUcs4(&character, 1);
}

QString literal(char32_t character, bool ignoreCase)
{
    if (character == U'*' || character == U'?' || character == U'[')
        return u'[' + text(character) + u']';
    if (!ignoreCase || !QChar::isLetter(character))
        return text(character);
    const std::set<char32_t> cases = {character, QChar::toLower(character), QChar::toUpper(character),
                                      QChar::toTitleCase(character)};
    QString set;
    for (const char32_t one : cases)
        set += text(one);
    return cases.size() > 1 ? u'[' + set + u']' : set;
}

} // namespace

QString globFrom(const QString &pattern, const QString &escape, bool ignoreCase)
{
    const QList<uint> characters = pattern.toUcs4();
    const uint escapes = escape.isEmpty() ? U'\\' : escape.toUcs4().front();
    QString glob;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const uint c = characters[i];
        const uint next = i + 1 < characters.size() ? characters[i + 1] : 0;
        const bool special = next == U'%' || next == U'_' || next == escapes;
        if (c == escapes && next != 0 && (special || !escape.isEmpty())) {
            glob += literal(next, ignoreCase);
            ++i;
        } else if (c == U'%') {
            // Several would make SQLite try all ways to share the text out among them.
            if (!glob.endsWith(u'*'))
                glob += u'*';
        } else {
            glob += c == U'_' ? QStringLiteral("?") : literal(c, ignoreCase);
        }
    }
    return glob;
}

} // namespace assay::tracking::query
