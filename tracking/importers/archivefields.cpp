// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/archivefields.h"

namespace assay::tracking {

const Json &member(const Json &object, const char *key)
{
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

QString textOf(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string &>()) : QString();
}

qint64 integerOf(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_number_integer() ? value.get<qint64>() : 0;
}

bool flagOf(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_boolean() && value.get<bool>();
}

std::map<QString, QString> textsOf(const Json &object, const char *key)
{
    std::map<QString, QString> texts;
    const Json &value = member(object, key);
    if (value.is_object())
        for (const auto &[name, text] : value.items())
            if (text.is_string())
                texts[QString::fromStdString(name)] = QString::fromStdString(text.get_ref<const std::string &>());
    return texts;
}

} // namespace assay::tracking
