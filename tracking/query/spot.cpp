// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/spot.h"

namespace assay::tracking::query {

namespace {

using Tokens = std::vector<Token>;

bool isQuoteOpening(QChar c)
{
    return c == u'\'' || c == u'"' || c == u'`';
}

bool isValueWord(const Token &token)
{
    return token.isWord(u"like") || token.isWord(u"ilike") || token.isWord(u"between");
}

/// The tokens before what is being typed, and that itself.
struct Typing
{
    Tokens before;
    QString typed;
    int from = 0;
};

Tokens withoutEnd(const QString &text)
{
    auto read = tokens(text);
    if (!read)
        return {};
    read->pop_back();
    return std::move(*read);
}

Typing typing(const QString &left)
{
    const auto read = tokens(left);
    if (!read) {
        // Within quotes that are still open, of a value or of the name after a dot.
        const int quote = read.error().from;
        int from = quote;
        if (from > 0 && from < left.size() && isQuoteOpening(left[from]) && left[from - 1] == u'.')
            while (from > 0 && !left[from - 1].isSpace() && left[from - 1] != u'(' && left[from - 1] != u'!')
                --from;
        return {.before = withoutEnd(left.left(from)),
                .typed = left.mid(from, quote - from) + left.mid(quote + 1),
                .from = from};
    }
    Tokens all = withoutEnd(left);
    const auto end = static_cast<int>(left.size());
    if (all.empty() || all.back().kind != Token::Word || all.back().place.from + all.back().place.length < end)
        return {.before = std::move(all), .typed = {}, .from = end};
    const Token word = all.back();
    all.pop_back();
    return {.before = std::move(all), .typed = word.text, .from = word.place.from};
}

/// Words after @p before that stop being words where @p left ends.
int endOfWord(const QString &text, int at)
{
    while (at < text.size() && !text[at].isSpace() && !QStringView(u"()=<>!,'\"`").contains(text[at]))
        ++at;
    return at;
}

class Reader
{
public:
    explicit Reader(const Tokens &tokens)
        : m_tokens(tokens)
    {
    }

    Spot spot() const
    {
        const auto last = static_cast<qsizetype>(m_tokens.size()) - 1;
        if (last < 0)
            return {};
        const Token &token = at(last);
        if (token.kind == Token::Operator)
            return with(Spot::Value, last - 1);
        if (token.kind == Token::Comma || (token.kind == Token::Open && at(last - 1).isWord(u"in")))
            return with(Spot::Value, keyOfList(last));
        if (token.kind == Token::Open || token.kind == Token::Bang || token.isWord(u"or"))
            return {};
        if (token.isWord(u"and"))
            return at(last - 2).isWord(u"between") ? with(Spot::Value, beforeNot(last - 3)) : Spot{};
        if (token.isWord(u"not"))
            return at(last - 1).isWord(u"is") ? with(Spot::AfterIs, last - 2)
                   : isKeyHere(last - 1)      ? with(Spot::AfterNot, last - 1)
                                              : Spot{};
        if (const qsizetype key = beforeNot(last - 1); isKeyHere(key)) {
            if (isValueWord(token))
                return with(Spot::Value, key);
            if (token.isWord(u"is"))
                return with(Spot::AfterIs, key);
            if (token.isWord(u"in"))
                return with(Spot::AfterIn, key);
        }
        return isKeyHere(last) ? with(Spot::AfterKey, last) : Spot{.what = Spot::AfterOperand};
    }

private:
    const Token &at(qsizetype index) const
    {
        static const Token none;
        return index < 0 ? none : m_tokens[static_cast<std::size_t>(index)];
    }

    qsizetype beforeNot(qsizetype index) const { return at(index).isWord(u"not") ? index - 1 : index; }

    /// A key that begins a comparison, and no value that is spelled like one.
    bool isKeyHere(qsizetype index) const
    {
        const Token &before = at(index - 1);
        return isKey(at(index)) && before.kind != Token::Operator && before.kind != Token::Comma &&
               !isValueWord(before) && !at(index - 2).isWord(u"in");
    }

    qsizetype keyOfList(qsizetype index) const
    {
        while (index >= 0 && at(index).kind != Token::Open)
            --index;
        return beforeNot(index - 2);
    }

    Spot with(Spot::What what, qsizetype key) const
    {
        Spot spot{.what = what};
        if (at(key).kind == Token::Word)
            if (auto read = keyFrom(at(key)))
                spot.key = std::move(*read);
        return spot;
    }

    const Tokens &m_tokens;
};

} // namespace

Spot spotAt(const QString &text, int cursor)
{
    const int end = std::clamp(cursor, 0, static_cast<int>(text.size()));
    const Typing now = typing(text.left(end));
    Spot spot = Reader(now.before).spot();
    spot.typed = now.typed;
    const int to = now.from == end ? end : endOfWord(text, end);
    spot.place = {.from = now.from, .length = to - now.from};
    return spot;
}

} // namespace assay::tracking::query
