// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunsyaml.h"

#include <QRegularExpression>
#include <yaml.h>

namespace assay::tracking {

namespace {

/// Whether YAML 1.1, as MLflow reads it, takes the plain @p text for something else than a text.
bool readsAsOther(const QString &text)
{
    static const QRegularExpression other(QStringLiteral(
        "^(|~|null|Null|NULL|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|<<|="
        "|[-+]?[0-9][0-9_]*|[-+]?0[xb][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
        "|[-+]?([0-9][0-9_]*)\\.[0-9_]*([eE][-+][0-9]+)?|\\.[0-9][0-9_]*([eE][-+][0-9]+)?"
        "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$"));
    return other.match(text).hasMatch();
}

} // namespace

struct MlrunsYaml::Emitter
{
    Emitter()
    {
        yaml_emitter_initialize(&emitter);
        yaml_emitter_set_output(&emitter, append, this);
        yaml_emitter_set_unicode(&emitter, 1);
        yaml_emitter_set_width(&emitter, 80);
        yaml_event_t event;
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        put(event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        put(event);
        startMap(YAML_BLOCK_MAPPING_STYLE);
    }
    ~Emitter() { yaml_emitter_delete(&emitter); }
    Emitter(const Emitter &) = delete;
    Emitter &operator=(const Emitter &) = delete;

    static int append(void *self, unsigned char *bytes, std::size_t size)
    {
        static_cast<Emitter *>(self)->output.append(reinterpret_cast<const char *>(bytes),
                                                    static_cast<qsizetype>(size));
        return 1;
    }

    void put(yaml_event_t &event) { yaml_emitter_emit(&emitter, &event); }

    void startMap(yaml_mapping_style_t style)
    {
        yaml_event_t event;
        yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, style);
        put(event);
    }

    void endMap()
    {
        yaml_event_t event;
        yaml_mapping_end_event_initialize(&event);
        put(event);
    }

    void scalar(const QByteArray &bytes, bool plain)
    {
        yaml_event_t event;
        yaml_scalar_event_initialize(&event, nullptr, nullptr,
                                     reinterpret_cast<const unsigned char *>(bytes.constData()),
                                     static_cast<int>(bytes.size()), plain, 1, YAML_ANY_SCALAR_STYLE);
        put(event);
    }

    void text(const QString &value) { scalar(value.toUtf8(), !readsAsOther(value)); }

    yaml_emitter_t emitter = {};
    QByteArray output;
};

MlrunsYaml::MlrunsYaml()
    : m_emitter(std::make_unique<Emitter>())
{
}

MlrunsYaml::~MlrunsYaml() = default;

void MlrunsYaml::text(const char *key, const QString &value)
{
    m_emitter->scalar(key, true);
    m_emitter->text(value);
}

void MlrunsYaml::textOrNull(const char *key, const QString &value)
{
    if (value.isEmpty())
        null(key);
    else
        text(key, value);
}

void MlrunsYaml::number(const char *key, qint64 value)
{
    m_emitter->scalar(key, true);
    m_emitter->scalar(QByteArray::number(value), true);
}

void MlrunsYaml::null(const char *key)
{
    m_emitter->scalar(key, true);
    m_emitter->scalar("null", true);
}

void MlrunsYaml::emptyList(const char *key)
{
    m_emitter->scalar(key, true);
    yaml_event_t event;
    yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, YAML_FLOW_SEQUENCE_STYLE);
    m_emitter->put(event);
    yaml_sequence_end_event_initialize(&event);
    m_emitter->put(event);
}

void MlrunsYaml::map(const char *key, const std::map<QString, QString> &values)
{
    m_emitter->scalar(key, true);
    m_emitter->startMap(values.empty() ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE);
    for (const auto &[name, value] : values) {
        m_emitter->text(name);
        m_emitter->text(value);
    }
    m_emitter->endMap();
}

QByteArray MlrunsYaml::done()
{
    m_emitter->endMap();
    yaml_event_t event;
    yaml_document_end_event_initialize(&event, 1);
    m_emitter->put(event);
    yaml_stream_end_event_initialize(&event);
    m_emitter->put(event);
    return m_emitter->output;
}

} // namespace assay::tracking
