// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/csvlogparams.h"

#include "tracking/importers/yaml.h"

#include <QFile>

namespace assay::tracking {

namespace {

constexpr qint64 longest = 1 << 20;

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    return file.size() <= longest && file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// A YAML scalar as what it looks like.
ParamValue valueOf(const QString &text)
{
    bool whole = false, real = false;
    const qint64 integer = text.toLongLong(&whole);
    const double number = text.toDouble(&real);
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return text == QLatin1String("true");
    if (whole)
        return static_cast<std::int64_t>(integer);
    return real ? ParamValue(number) : ParamValue(text.toStdString());
}

void addFlat(Params &params, const YamlNode &node, const QString &prefix)
{
    for (const auto &[key, member] : node.members)
        addFlat(params, member, prefix.isEmpty() ? key : prefix + u'/' + key);
    for (std::size_t i = 0; i < node.items.size(); ++i)
        addFlat(params, node.items[i], QStringLiteral("%1/%2").arg(prefix).arg(i));
    if (node.kind == YamlNode::Kind::Scalar && !prefix.isEmpty())
        params[prefix.toStdString()] = valueOf(node.text);
}

} // namespace

void addFlat(Params &params, const Json &json, const std::string &prefix)
{
    if (json.is_object()) {
        for (const auto &[key, value] : json.items())
            addFlat(params, value, prefix.empty() ? key : prefix + '/' + key);
        return;
    }
    if (prefix.empty() || json.is_null())
        return;
    if (json.is_array())
        params[prefix] = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    else
        params.merge(paramsFromJson({{prefix, json}}));
}

Params paramsBeside(const QDir &folder)
{
    Params params;
    for (const char *name : {"hparams.yaml", "params.yaml", "config.yaml"})
        if (const auto bytes = bytesOf(folder.filePath(QLatin1String(name))))
            if (const auto node = parseYaml(*bytes); node && node->isMap())
                addFlat(params, *node, {});
    for (const char *name : {"hparams.json", "params.json", "config.json"})
        if (const auto bytes = bytesOf(folder.filePath(QLatin1String(name))))
            if (const auto json = parseJson(bytes->toStdString()); json && json->is_object())
                addFlat(params, *json);
    return params;
}

} // namespace assay::tracking
