// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"
#include "tracking/query/lexer.h"

namespace assay::tracking::query {

/// What stands before the dot, as "metric" or "attr"; none for any other word.
std::optional<Key::Kind> keyKind(QStringView prefix);

/// The key that a word of a query is. Problems: what comes nearest to an unknown one.
Parsed<Key> keyFrom(const Token &word);
/// Whether the word is a key, and no misspelled one.
bool isKey(const Token &word);
/// Whether it is near to an attribute's name.
bool resemblesKey(const Token &word);

/// What a comparison with the key compares.
ValueType valueType(const Key &key);
/// The row of its table, of attributes and facts of datasets.
const Attribute *attributeOf(const Key &key);

} // namespace assay::tracking::query
