// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace assay::tracking {

/// A value of a YAML document. Texts stay as they are written: what a number or a time is, the reader knows.
struct YamlNode
{
    enum class Kind { Null, Scalar, Map, List };

    Kind kind = Kind::Null;
    QString text = {};                                      ///< of a scalar
    std::vector<std::pair<QString, YamlNode>> members = {}; ///< of a map, in order
    std::vector<YamlNode> items = {};                       ///< of a list

    /// The member called @p key; a null node where there is none or this is no map.
    const YamlNode &operator[](const char *key) const;
    bool has(const char *key) const;
    qint64 integer() const; ///< 0 for what is no whole number
    bool isMap() const { return kind == Kind::Map; }

    bool operator==(const YamlNode &) const = default;
};

struct YamlError
{
    qint64 offset = -1; ///< [bytes] into the document
    QString what = {};  ///< "found a tab character …"

    bool operator==(const YamlError &) const = default;
};

/// Reads one document of plain data. Anchors, aliases, several documents, more than 64 levels and more than 16 MB are
/// refused, so that a document cannot grow while it is read.
tl::expected<YamlNode, YamlError> parseYaml(const QByteArray &bytes);

} // namespace assay::tracking
