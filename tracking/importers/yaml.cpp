// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/yaml.h"

#include <yaml.h>

namespace assay::tracking {

namespace {

constexpr qsizetype longest = 16 * 1024 * 1024; // [bytes]
constexpr int deepest = 64;

using Failed = tl::unexpected<YamlError>;

/// libyaml counts characters.
qint64 byteOffset(const QByteArray &bytes, std::size_t characters)
{
    qint64 offset = 0;
    for (; offset < bytes.size() && characters > 0; --characters) {
        ++offset;
        while (offset < bytes.size() && (static_cast<unsigned char>(bytes[offset]) & 0xC0) == 0x80)
            ++offset;
    }
    return offset;
}

bool isNull(const yaml_event_t &event)
{
    if (event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return false;
    const QByteArray text(reinterpret_cast<const char *>(event.data.scalar.value),
                          static_cast<qsizetype>(event.data.scalar.length));
    return text.isEmpty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// One event of the parser, freed with the object.
class Event
{
public:
    Event() = default;
    ~Event() { yaml_event_delete(&event); }
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    yaml_event_t event = {};
};

class Parser
{
public:
    explicit Parser(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        m_ready = yaml_parser_initialize(&m_parser) != 0;
        if (!m_ready)
            return;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(bytes.constData()),
                                     static_cast<std::size_t>(bytes.size()));
    }
    ~Parser()
    {
        if (m_ready)
            yaml_parser_delete(&m_parser);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    tl::expected<YamlNode, YamlError> document();

private:
    bool next(Event &event) { return m_ready && yaml_parser_parse(&m_parser, &event.event) != 0; }
    Failed failed() const;
    Failed refused(const yaml_event_t &event, const char *what) const;
    tl::expected<YamlNode, YamlError> node(const yaml_event_t &event, int depth);
    tl::expected<YamlNode, YamlError> map(int depth);
    tl::expected<YamlNode, YamlError> list(int depth);

    const QByteArray &m_bytes;
    yaml_parser_t m_parser = {};
    bool m_ready = false;
};

Failed Parser::failed() const
{
    const QString what = QString::fromUtf8(m_parser.problem ? m_parser.problem : "memory is short");
    const bool ofReader = m_parser.error == YAML_READER_ERROR;
    return Failed({.offset = ofReader ? static_cast<qint64>(m_parser.problem_offset)
                                      : byteOffset(m_bytes, m_parser.problem_mark.index),
                   .what = what});
}

Failed Parser::refused(const yaml_event_t &event, const char *what) const
{
    return Failed({.offset = byteOffset(m_bytes, event.start_mark.index), .what = QString::fromLatin1(what)});
}

tl::expected<YamlNode, YamlError> Parser::document()
{
    Event stream, start, first, end, last;
    if (!next(stream) || !next(start))
        return failed();
    if (start.event.type == YAML_STREAM_END_EVENT)
        return YamlNode();
    if (!next(first))
        return failed();
    auto root = node(first.event, 0);
    if (!root)
        return root;
    if (!next(end) || !next(last))
        return failed();
    if (last.event.type != YAML_STREAM_END_EVENT)
        return refused(last.event, "a second document begins");
    return root;
}

tl::expected<YamlNode, YamlError> Parser::node(const yaml_event_t &event, int depth)
{
    if (depth > deepest)
        return refused(event, "it is nested too deeply");
    switch (event.type) {
    case YAML_SCALAR_EVENT:
        if (event.data.scalar.anchor)
            return refused(event, "it names a part to repeat it");
        if (isNull(event))
            return YamlNode();
        return YamlNode{.kind = YamlNode::Kind::Scalar,
                        .text = QString::fromUtf8(reinterpret_cast<const char *>(event.data.scalar.value),
                                                  static_cast<qsizetype>(event.data.scalar.length))};
    case YAML_MAPPING_START_EVENT:
        return event.data.mapping_start.anchor ? refused(event, "it names a part to repeat it") : map(depth + 1);
    case YAML_SEQUENCE_START_EVENT:
        return event.data.sequence_start.anchor ? refused(event, "it names a part to repeat it") : list(depth + 1);
    default:
        return refused(event, "it repeats a part by its name");
    }
}

tl::expected<YamlNode, YamlError> Parser::map(int depth)
{
    YamlNode made{.kind = YamlNode::Kind::Map};
    while (true) {
        Event key, value;
        if (!next(key))
            return failed();
        if (key.event.type == YAML_MAPPING_END_EVENT)
            return made;
        auto name = node(key.event, depth);
        if (!name)
            return name;
        if (name->kind == YamlNode::Kind::Map || name->kind == YamlNode::Kind::List)
            return refused(key.event, "a key is no text");
        if (!next(value))
            return failed();
        auto member = node(value.event, depth);
        if (!member)
            return member;
        made.members.emplace_back(std::move(name->text), std::move(*member));
    }
}

tl::expected<YamlNode, YamlError> Parser::list(int depth)
{
    YamlNode made{.kind = YamlNode::Kind::List};
    while (true) {
        Event item;
        if (!next(item))
            return failed();
        if (item.event.type == YAML_SEQUENCE_END_EVENT)
            return made;
        auto one = node(item.event, depth);
        if (!one)
            return one;
        made.items.push_back(std::move(*one));
    }
}

} // namespace

const YamlNode &YamlNode::operator[](const char *key) const
{
    static const YamlNode none;
    for (const auto &[name, member] : members)
        if (name == QLatin1String(key))
            return member;
    return none;
}

bool YamlNode::has(const char *key) const
{
    return (*this)[key].kind != Kind::Null;
}

qint64 YamlNode::integer() const
{
    return text.toLongLong();
}

tl::expected<YamlNode, YamlError> parseYaml(const QByteArray &bytes)
{
    if (bytes.size() > longest)
        return Failed({.offset = longest, .what = QStringLiteral("it is longer than 16 MB")});
    return Parser(bytes).document();
}

} // namespace assay::tracking
