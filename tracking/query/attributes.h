// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <span>
#include <vector>

namespace assay::tracking::query {

/// Duration: [s]. Mixed: a number to numbers, a text to texts.
enum class ValueType { Text, Number, Duration, Time, Boolean, Status, Mixed };

/// A fact that every run has room for: what filters, sorting and grouping call it, and where the store keeps it.
struct Attribute
{
    const char *name;
    ValueType type;
    const char *column;      ///< SQL over `runs r`; NULL where a run has none
    const char *aliases;     ///< separated by spaces: other spellings, those of MLflow among them
    bool orders = true;      ///< offered for sorting
    bool divides = false;    ///< offered for grouping
    bool ignoresCase = true; ///< when sorted
};

std::span<const Attribute> attributes();
/// By name or alias, whatever the case; none: nullptr.
const Attribute *findAttribute(QStringView name);

/// What is known of the data a run read; columns of the table `inputs`.
std::span<const Attribute> datasetFacts();
const Attribute *findDatasetFact(QStringView name);

} // namespace assay::tracking::query
