// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/lexer.h"

namespace assay::tracking::query {

namespace {

bool isSpace(QChar c)
{
    return c.isSpace() || c.isNull();
}

bool isQuote(QChar c)
{
    return c == u'\'' || c == u'"' || c == u'`';
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    Parsed<std::vector<Token>> all()
    {
        std::vector<Token> tokens;
        while (true) {
            const qsizetype before = m_at;
            while (m_at < m_text.size() && isSpace(m_text[m_at]))
                ++m_at;
            m_token = {.spaced = m_at > before || before == 0};
            m_from = m_at;
            if (auto wrong = next())
                return Unparsed(*wrong);
            m_token.place = {.from = static_cast<int>(m_from), .length = static_cast<int>(m_at - m_from)};
            tokens.push_back(m_token);
            if (m_token.kind == Token::End)
                return tokens;
        }
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    std::optional<QueryProblem> next()
    {
        if (m_at >= m_text.size())
            return {};
        const QChar c = peek();
        if (c == u'(' || c == u')') {
            m_depth += c == u'(' ? 1 : -1;
            return take(c == u'(' ? Token::Open : Token::Close, 1);
        }
        if (c == u',' && m_depth > 0)
            return take(Token::Comma, 1);
        if (const qsizetype length = operatorLength())
            return take(Token::Operator, length);
        if (c == u'!')
            return take(Token::Bang, 1);
        if (c == u'\'' || c == u'"') {
            m_token.kind = Token::Text;
            return quoted();
        }
        return word();
    }

    std::optional<QueryProblem> take(Token::Kind kind, qsizetype length)
    {
        m_token.kind = kind;
        m_token.text = m_text.mid(m_at, length);
        m_at += length;
        return {};
    }

    qsizetype operatorLength() const
    {
        const QString two = m_text.mid(m_at, 2);
        for (const QStringView op : {u"==", u"!=", u"<>", u"<=", u">="})
            if (two == op)
                return 2;
        return peek() == u'=' || peek() == u'<' || peek() == u'>' ? 1 : 0;
    }

    /// A text in quotes of one of the three kinds; within, the quote is written twice.
    std::optional<QueryProblem> quoted()
    {
        const qsizetype opened = m_at;
        const QChar quote = m_text[m_at++];
        for (; m_at < m_text.size(); ++m_at) {
            if (peek() != quote) {
                m_token.text += peek();
            } else if (peek(1) == quote) {
                m_token.text += quote;
                ++m_at;
            } else {
                ++m_at;
                return {};
            }
        }
        return problem({.from = static_cast<int>(opened), .length = static_cast<int>(m_at - opened)},
                       "the text that begins here has no end; close it with {}.", {QString(quote).toStdString()});
    }

    bool endsWord() const
    {
        const QChar c = peek();
        if (isSpace(c) || c == u'(' || c == u')' || (c == u',' && m_depth > 0))
            return true;
        // An apostrophe within a word is a letter of it.
        return operatorLength() > 0 || c == u'"' || c == u'`';
    }

    std::optional<QueryProblem> word()
    {
        m_token.kind = Token::Word;
        while (m_at < m_text.size()) {
            const bool opens = isQuote(peek()) && (m_token.text.isEmpty() || m_token.text.endsWith(u'.'));
            if (opens && m_token.quoteFrom < 0) {
                m_token.quoteFrom = m_token.text.size();
                if (auto wrong = quoted())
                    return wrong;
                m_token.quoteTo = m_token.text.size();
                continue;
            }
            if (endsWord())
                break;
            m_token.text += m_text[m_at++];
        }
        return {};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_from = 0;
    int m_depth = 0;
    Token m_token;
};

} // namespace

Parsed<std::vector<Token>> tokens(const QString &text)
{
    if (text.size() > longestQuery)
        return Unparsed(problem({.from = 0, .length = static_cast<int>(text.size())},
                                "the query has {} characters; at most {} are read.",
                                {std::to_string(text.size()), std::to_string(longestQuery)}));
    return Lexer(text).all();
}

} // namespace assay::tracking::query
