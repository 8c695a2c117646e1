// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/parser.h"

#include "tracking/query/check.h"
#include "tracking/query/keys.h"
#include "tracking/query/literals.h"
#include "tracking/query/suggestions.h"

namespace assay::tracking::query {

namespace {

constexpr int deepest = 40;      ///< groups and negations within each other
constexpr int most = 250;        ///< comparisons and words
constexpr int mostValues = 1000; ///< of one list

bool isReserved(const Token &token)
{
    return token.isWord(u"and") || token.isWord(u"or") || token.isWord(u"not");
}

std::string shown(const Token &token)
{
    return token.kind == Token::End ? "the end" : '`' + token.text.left(60).toStdString() + '`';
}

class Parser
{
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    Parsed<Expression> query()
    {
        if (now().kind == Token::End)
            return Expression{};
        auto whole = any();
        if (whole && now().kind == Token::Close)
            return Unparsed(problem(now().place, "there is no ( that this closes."));
        if (whole && now().kind != Token::End)
            return Unparsed(
                problem(now().place, "{} cannot stand here; write `and` or `or` before what follows.", {shown(now())}));
        return whole;
    }

private:
    const Token &now(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    const Token &take() { return m_tokens[std::min(m_at++, m_tokens.size() - 1)]; }

    bool beginsOperand() const
    {
        const Token::Kind kind = now().kind;
        return kind == Token::Text || kind == Token::Open || kind == Token::Bang ||
               (kind == Token::Word && !now().isWord(u"and") && !now().isWord(u"or"));
    }

    static Expression group(Expression::Kind kind, std::vector<Expression> parts)
    {
        if (parts.size() == 1)
            return std::move(parts.front());
        const Place place = parts.front().place.to(parts.back().place);
        return {.kind = kind, .parts = std::move(parts), .place = place};
    }

    Parsed<Expression> any()
    {
        std::vector<Expression> parts;
        do {
            auto part = all();
            if (!part)
                return part;
            parts.push_back(std::move(*part));
        } while (now().isWord(u"or") && (take(), true));
        return group(Expression::Any, std::move(parts));
    }

    Parsed<Expression> all()
    {
        std::vector<Expression> parts;
        do {
            auto part = opposite();
            if (!part)
                return part;
            parts.push_back(std::move(*part));
        } while ((now().isWord(u"and") && (take(), true)) || beginsOperand());
        return group(Expression::All, std::move(parts));
    }

    Parsed<Expression> opposite()
    {
        const Token token = now();
        const bool negates = token.isWord(u"not") || token.kind == Token::Bang;
        if (!negates && token.kind != Token::Open)
            return operand();
        take();
        if (++m_depth > deepest)
            return Unparsed(problem(token.place, "groups and negations stand in each other more than {} deep.",
                                    {std::to_string(deepest)}));
        auto inner = negates ? opposite() : grouped(token);
        --m_depth;
        if (!inner || !negates)
            return inner;
        const Place place = token.place.to(inner->place);
        Expression opposed{.kind = Expression::Not, .place = place};
        opposed.parts.push_back(std::move(*inner));
        return opposed;
    }

    Parsed<Expression> grouped(const Token &open)
    {
        auto inner = any();
        if (!inner)
            return inner;
        if (now().kind != Token::Close)
            return Unparsed(now().kind == Token::End
                                ? problem(open.place, "this ( is never closed; add a ).")
                                : problem(now().place, "{} cannot stand here; a ) is missing.", {shown(now())}));
        take();
        return inner;
    }

    Parsed<Expression> operand()
    {
        const Token token = now();
        if (token.kind == Token::Operator)
            return Unparsed(problem(token.place, "{} needs a key before it, such as metrics.auc.", {shown(token)}));
        if ((token.kind != Token::Word && token.kind != Token::Text) || isReserved(token))
            return Unparsed(problem(token.place,
                                    "{} cannot stand here; a comparison such as metrics.auc > 0.9, or a"
                                    " word to look for, is missing.",
                                    {shown(token)}));
        if (++m_count > most)
            return Unparsed(problem(token.place, "the query has more than {} comparisons and words; shorten it.",
                                    {std::to_string(most)}));
        if (token.kind == Token::Word && comparesNext())
            return comparison();
        if (auto wrong = unknownOperator())
            return Unparsed(*wrong);
        if (token.kind == Token::Text && now(1).kind == Token::Operator)
            return Unparsed(problem(token.place,
                                    "a text cannot be compared; a key is written without quotes, as in"
                                    " tags.\"my key\".",
                                    {}));
        const Token word = take(); // which may have been joined with what follows it
        return Expression{.kind = Expression::Term, .term = word.text, .place = word.place};
    }

    /// Whether the word here is a key. Words such as `in` and `like` compare only what is known, or what stands before
    /// what only they take, since people look for such words too.
    bool comparesNext()
    {
        if (now(1).kind == Token::Operator)
            return !joinGluedTerm();
        const std::size_t at = now(1).isWord(u"not") ? 2 : 1;
        const Token &op = now(at), &after = now(at + 1);
        if (at == 1 && op.isWord(u"is"))
            return after.isWord(u"null") || (after.isWord(u"not") && now(3).isWord(u"null")) || isKey(now());
        const bool like = op.isWord(u"like") || op.isWord(u"ilike");
        if (op.isWord(u"in"))
            return after.kind == Token::Open || isKey(now());
        if (like)
            return after.kind == Token::Text || isKey(now());
        return op.isWord(u"between") && (isNumber(after.text) || isKey(now()));
    }

    /// `name contains "x"`: a key and a value with a word between them that compares nothing. Facts such as `name` are
    /// words that people look for too, so that only a text in quotes behind the word tells.
    std::optional<QueryProblem> unknownOperator() const
    {
        const bool negated = now(1).isWord(u"not");
        const Token &op = now(negated ? 2 : 1), &value = now(negated ? 3 : 2), &after = now(negated ? 4 : 3);
        const auto isPlainWord = [](const Token &token) {
            return token.kind == Token::Word && token.quoteFrom < 0 && !isReserved(token) && !isKey(token);
        };
        if (now().kind != Token::Word || !isKey(now()) || !isPlainWord(op) || isNumber(op.text))
            return {};
        const bool named = now().text.contains(u'.');
        if (value.kind != Token::Text && !(named && isPlainWord(value) && after.kind != Token::Operator))
            return {};
        std::vector<std::string> known;
        for (const Suggestion &one : operatorSuggestions(valueType(*keyFrom(now())), negated))
            known.push_back((negated ? "not " : "") + one.text.toStdString());
        return problem(op.place, "there is no operator {}; after `{}` comes one of {}.",
                       {shown(op), now().text.left(60).toStdString(), quotedList(known, 30)});
    }

    /// owner=bob, written without spaces, is the text of a tag that people have always looked for.
    bool joinGluedTerm()
    {
        const Token &key = now(), &op = now(1), &value = now(2);
        const bool glued = op.text == u"=" && !op.spaced && value.kind == Token::Word && !value.spaced &&
                           key.quoteFrom < 0 && !key.text.contains(u'.');
        if (!glued || isKey(key) || resemblesKey(key))
            return false;
        Token joined = key;
        joined.text += op.text + value.text;
        joined.place = key.place.to(value.place);
        m_tokens[m_at + 2] = joined;
        m_at += 2;
        return true;
    }

    Parsed<Expression> comparison()
    {
        const Place start = now().place;
        auto key = keyFrom(take());
        if (!key)
            return Unparsed(key.error());
        Comparison compared{.key = std::move(*key)};
        Place op = now().place;
        std::optional<QueryProblem> wrong;
        if (now().kind == Token::Operator) {
            compared.op = symbol(take().text);
            wrong = value(compared);
        } else {
            wrong = wordOperator(compared, op);
        }
        if (!wrong)
            wrong = check(compared, op);
        if (wrong)
            return Unparsed(*wrong);
        return Expression{.kind = Expression::Compare,
                          .comparison = std::move(compared),
                          .place = start.to(m_tokens[m_at - 1].place)};
    }

    static Operator symbol(const QString &text)
    {
        using enum Operator;
        if (text == u"!=" || text == u"<>")
            return NotEqual;
        if (text == u"<" || text == u"<=")
            return text.size() == 1 ? Less : LessEqual;
        if (text == u">" || text == u">=")
            return text.size() == 1 ? Greater : GreaterEqual;
        return Equal;
    }

    std::optional<QueryProblem> wordOperator(Comparison &compared, Place &op)
    {
        compared.negated = now().isWord(u"not");
        if (compared.negated)
            take();
        const Token word = take();
        op = op.to(word.place);
        if (word.isWord(u"is"))
            return null(compared, op);
        if (word.isWord(u"in")) {
            compared.op = Operator::In;
            return list(compared);
        }
        if (word.isWord(u"between")) {
            compared.op = Operator::Between;
            return range(compared);
        }
        compared.op = word.isWord(u"like") ? Operator::Like : Operator::ILike;
        if (auto wrong = value(compared))
            return wrong;
        return now().isWord(u"escape") ? escape(compared) : std::nullopt;
    }

    std::optional<QueryProblem> null(Comparison &compared, Place &op)
    {
        compared.op = Operator::Null;
        compared.negated = now().isWord(u"not");
        if (compared.negated)
            take();
        if (!now().isWord(u"null"))
            return problem(now().place, "after `is` comes `null` or `not null`, not {}.", {shown(now())});
        op = op.to(take().place);
        return {};
    }

    std::optional<QueryProblem> list(Comparison &compared)
    {
        const Token open = take();
        if (open.kind != Token::Open)
            return problem(open.place, "after `in` comes a list in parentheses, such as (1, 2, 3), not {}.",
                           {shown(open)});
        do {
            if (auto wrong = value(compared))
                return wrong;
            if (compared.values.size() > mostValues)
                return problem(open.place, "the list has more than {} values.", {std::to_string(mostValues)});
        } while (now().kind == Token::Comma && (take(), true));
        if (now().kind != Token::Close)
            return problem(now().place, "in a list, a comma or ) must stand here, not {}.", {shown(now())});
        take();
        return {};
    }

    std::optional<QueryProblem> range(Comparison &compared)
    {
        if (auto wrong = value(compared))
            return wrong;
        if (!now().isWord(u"and"))
            return problem(now().place,
                           "`between` takes two values with `and` between them; {} stands where `and` is"
                           " missing.",
                           {shown(now())});
        take();
        return value(compared);
    }

    std::optional<QueryProblem> escape(Comparison &compared)
    {
        take();
        const Token token = take();
        const bool isLetter = token.kind == Token::Text && token.text.toUcs4().size() == 1;
        if (!isLetter)
            return problem(token.place, "after `escape` comes one character in quotes, not {}.", {shown(token)});
        compared.escape = token.text;
        return {};
    }

    std::optional<QueryProblem> value(Comparison &compared)
    {
        const Token token = now();
        if (token.isWord(u"null"))
            return problem(token.place, "`null` is no value; write `{} is null` or `{} is not null`.",
                           {print(compared.key).toStdString(), print(compared.key).toStdString()});
        if ((token.kind != Token::Text && token.kind != Token::Word) || isReserved(token))
            return problem(token.place, "{} stands where a value to compare with `{}` is missing.",
                           {shown(token), print(compared.key).toStdString()});
        take();
        const bool bare = token.kind == Token::Word && token.quoteFrom < 0;
        const Literal::Kind kind = !bare ? Literal::Text : isNumber(token.text) ? Literal::Number : Literal::Word;
        compared.values.push_back({.kind = kind, .text = token.text, .place = token.place});
        return {};
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_count = 0;
};

} // namespace

Parsed<Expression> parse(const QString &text)
{
    auto read = tokens(text);
    if (!read)
        return Unparsed(read.error());
    return Parser(std::move(*read)).query();
}

} // namespace assay::tracking::query

namespace assay::tracking {

std::optional<QueryProblem> checkQuery(const QString &text)
{
    const auto parsed = query::parse(text);
    return parsed ? std::nullopt : std::optional(parsed.error());
}

} // namespace assay::tracking
