// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace assay::tracking {

/// @p values as the text of a JSON array, which a statement takes as one value whatever their number: json_each() gives
/// them back.
template<class Values>
QString jsonList(const Values &values)
{
    QJsonArray list;
    for (const auto &value : values)
        list.append(value);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace assay::tracking
