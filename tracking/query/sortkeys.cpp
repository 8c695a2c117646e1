// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/sortkeys.h"

#include <QStringList>
#include <algorithm>

namespace assay::tracking {

namespace {

constexpr std::size_t atMost = 16; // each takes a join

Failure badSort(const char *sentence, const QString &text)
{
    return failure(ErrorKind::Usage, "bad_query", sentence, {text.toStdString()});
}

bool isQuote(QChar c)
{
    return c == u'`' || c == u'"';
}

/// Reads the keys one after the other.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// Up to the next comma outside quotes, which is taken too.
    Result<SortKey> next(bool descending)
    {
        QString key;
        qsizetype quoted = 0; // so much of the key stands in quotes or before them
        for (; !atEnd() && m_text[m_at] != u','; ++m_at) {
            const bool opens = isQuote(m_text[m_at]) && key.endsWith(u'.') && key.count(u'.') == 1;
            if (!opens) {
                if (!key.isEmpty() || !m_text[m_at].isSpace())
                    key += m_text[m_at];
                continue;
            }
            if (!readQuoted(key))
                return badSort("A quote in the sort keys `{}` is not closed.", m_text);
            quoted = key.size();
        }
        m_hadComma = !atEnd();
        ++m_at;
        return withDirection(key, quoted, descending);
    }

    bool hadComma() const { return m_hadComma; }

private:
    /// From the opening quote to the closing one, at which it stops.
    bool readQuoted(QString &key)
    {
        const QChar quote = m_text[m_at++];
        for (; !atEnd(); ++m_at) {
            if (m_text[m_at] != quote)
                key += m_text[m_at];
            else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == quote)
                key += m_text[++m_at];
            else
                return true;
        }
        return false;
    }

    Result<SortKey> withDirection(QString key, qsizetype quoted, bool descending) const
    {
        const auto trim = [&] {
            while (key.size() > quoted && key.back().isSpace())
                key.chop(1);
        };
        trim();
        for (const auto &[word, down] : {std::pair{u"asc", false}, std::pair{u"desc", true}}) {
            const qsizetype space = key.size() - QStringView(word).size() - 1;
            if (space < quoted || !key[space].isSpace() || !key.endsWith(QStringView(word), Qt::CaseInsensitive))
                continue;
            key.truncate(space);
            trim();
            descending = down;
            break;
        }
        if (key.isEmpty())
            return badSort("A key is missing in the sort keys `{}`.", m_text);
        return SortKey{.key = key, .descending = descending};
    }

    QString m_text;
    qsizetype m_at = 0;
    bool m_hadComma = true;
};

/// With quotes where the key would be taken for something else.
QString written(const QString &key)
{
    const qsizetype dot = key.indexOf(u'.');
    const QString name = key.mid(dot + 1);
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"_-./:@+%#").contains(c); };
    if (dot < 0 || std::ranges::all_of(name, isPlain))
        return key;
    return key.left(dot + 1) + u'`' + QString(name).replace(u'`', QLatin1String("``")) + u'`';
}

} // namespace

Result<std::vector<SortKey>> sortKeys(const QString &text, bool descending)
{
    std::vector<SortKey> keys;
    Reader reader(text);
    while (reader.hadComma()) {
        auto key = reader.next(descending);
        if (!key)
            return Failure(key.error());
        keys.push_back(std::move(*key));
    }
    if (keys.size() > atMost)
        return badSort("`{}` are more than the 16 keys that runs can be sorted by.", text);
    return keys;
}

QString sortText(const std::vector<SortKey> &keys)
{
    if (keys.size() == 1)
        return written(keys.front().key);
    QStringList terms;
    for (const SortKey &key : keys)
        terms.append(written(key.key) + (key.descending ? QLatin1String(" desc") : QLatin1String(" asc")));
    return terms.join(QLatin1String(", "));
}

} // namespace assay::tracking
