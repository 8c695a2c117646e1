// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/keys.h"

#include "tracking/query/metrickey.h"

#include <array>

namespace assay::tracking::query {

namespace {

struct Prefix
{
    const char *word;
    Key::Kind kind;
};

// The first of a kind is the one that is suggested; the others are MLflow's.
constexpr std::array prefixes = {
    Prefix{"metrics", Key::Metric},
    Prefix{"params", Key::Param},
    Prefix{"tags", Key::Tag},
    Prefix{"datasets", Key::Dataset},
    Prefix{"metric", Key::Metric},
    Prefix{"param", Key::Param},
    Prefix{"parameters", Key::Param},
    Prefix{"parameter", Key::Param},
    Prefix{"tag", Key::Tag},
    Prefix{"dataset", Key::Dataset},
    Prefix{"attributes", Key::AttributeKey},
    Prefix{"attribute", Key::AttributeKey},
    Prefix{"attr", Key::AttributeKey},
    Prefix{"run", Key::AttributeKey},
};

QStringList names(std::span<const Attribute> list)
{
    QStringList all;
    for (const Attribute &attribute : list)
        all << QLatin1String(attribute.name);
    return all;
}

std::string listed(const QStringList &names)
{
    std::vector<std::string> all;
    for (const QString &name : names)
        all.push_back(name.toStdString());
    return quotedList(all, 30);
}

QueryProblem unknownAttribute(const Token &word, const QString &name, const QStringList &known)
{
    if (const QString near = nearest(name, known); !near.isEmpty())
        return problem(word.place, "there is no `{}`; did you mean `{}`?", {name.toStdString(), near.toStdString()});
    return problem(word.place, "there is no `{}`; there are {}, and metrics.NAME, params.NAME and tags.NAME.",
                   {name.toStdString(), listed(known)});
}

QueryProblem unknownPrefix(const Token &word, const QString &prefix)
{
    QStringList known;
    for (const Prefix &one : prefixes)
        known << QLatin1String(one.word);
    if (const QString near = nearest(prefix, known); !near.isEmpty())
        return problem(word.place, "there is no `{}`; did you mean `{}.{}`?",
                       {word.text.toStdString(), near.toStdString(), word.text.mid(prefix.size() + 1).toStdString()});
    return problem(word.place,
                   "there is no `{}`; keys begin with `metrics.`, `params.`, `tags.` or `datasets.`, or are one of {}.",
                   {word.text.toStdString(), listed(names(attributes()))});
}

/// The name after the dot at @p dot, taking quotes into account.
Key named(const Token &word, Key::Kind kind, qsizetype dot)
{
    Key key{.kind = kind, .name = word.text.mid(dot + 1), .quoted = word.quoteFrom >= 0, .place = word.place};
    if (kind != Key::Metric || word.quoteFrom != dot + 1 || word.quoteTo >= word.text.size())
        return key;
    const QString rest = word.text.mid(word.quoteTo + 1);
    if (word.text[word.quoteTo] == u'.' && summaryColumn(rest)) {
        key.name = word.text.mid(dot + 1, word.quoteTo - dot - 1);
        key.summary = rest;
    }
    return key;
}

Parsed<Key> attributeKey(const Token &word, const QString &name)
{
    const Attribute *attribute = findAttribute(name);
    if (!attribute)
        return Unparsed(unknownAttribute(word, name, names(attributes())));
    return Key{.kind = Key::AttributeKey, .name = QLatin1String(attribute->name), .place = word.place};
}

Parsed<Key> datasetKey(const Token &word, const QString &name)
{
    const Attribute *fact = findDatasetFact(name);
    if (!fact)
        return Unparsed(problem(word.place, "nothing is known of `{}` of a dataset; there are {}.",
                                {name.toStdString(), listed(names(datasetFacts()))}));
    return Key{.kind = Key::Dataset, .name = QLatin1String(fact->name), .place = word.place};
}

/// Of the dot that ends the prefix; −1: none.
qsizetype prefixEnd(const Token &word)
{
    const qsizetype dot = word.text.indexOf(u'.');
    return word.quoteFrom >= 0 && dot >= word.quoteFrom ? -1 : dot;
}

} // namespace

std::optional<Key::Kind> keyKind(QStringView prefix)
{
    for (const Prefix &one : prefixes)
        if (prefix.compare(QLatin1String(one.word), Qt::CaseInsensitive) == 0)
            return one.kind;
    return {};
}

Parsed<Key> keyFrom(const Token &word)
{
    const qsizetype dot = prefixEnd(word);
    if (dot < 0)
        return attributeKey(word, word.text);
    const QString prefix = word.text.left(dot);
    const auto kind = keyKind(prefix);
    if (!kind)
        return Unparsed(unknownPrefix(word, prefix));
    const QString name = word.text.mid(dot + 1);
    if (name.isEmpty() && word.quoteFrom < 0)
        return Unparsed(problem(word.place, "`{}` needs a name after the dot.", {word.text.toStdString()}));
    if (*kind == Key::AttributeKey)
        return attributeKey(word, name);
    if (*kind == Key::Dataset)
        return datasetKey(word, name);
    return named(word, *kind, dot);
}

bool isKey(const Token &word)
{
    return word.kind == Token::Word && keyFrom(word).has_value();
}

bool resemblesKey(const Token &word)
{
    return !nearest(word.text, names(attributes())).isEmpty();
}

const Attribute *attributeOf(const Key &key)
{
    return key.kind == Key::Dataset ? findDatasetFact(key.name) : findAttribute(key.name);
}

ValueType valueType(const Key &key)
{
    switch (key.kind) {
    case Key::Metric:
        return ValueType::Number;
    case Key::Param:
        return ValueType::Mixed;
    case Key::Tag:
        return ValueType::Text;
    case Key::AttributeKey:
    case Key::Dataset:
        break;
    }
    const Attribute *attribute = attributeOf(key);
    return attribute ? attribute->type : ValueType::Text;
}

} // namespace assay::tracking::query
