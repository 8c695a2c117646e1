// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/attributes.h"

#include <QStringList>
#include <array>

namespace assay::tracking::query {

namespace {

using enum ValueType;

constexpr std::array all = {
    Attribute{.name = "start_time", .type = Time, .column = "r.start", .aliases = "start started created"},
    Attribute{.name = "end_time", .type = Time, .column = "r.end", .aliases = "end ended"},
    Attribute{.name = "duration", .type = Duration, .column = "((r.end - r.start) / 1000.0)", .aliases = "seconds"},
    Attribute{.name = "name", .type = Text, .column = "r.name", .aliases = "run_name"},
    Attribute{.name = "model", .type = Text, .column = "r.model", .aliases = "", .divides = true},
    Attribute{.name = "task", .type = Text, .column = "r.task", .aliases = "", .divides = true},
    Attribute{.name = "status", .type = Status, .column = "r.status", .aliases = "state", .divides = true},
    Attribute{.name = "experiment",
              .type = Text,
              .column = "(SELECT e.name FROM experiments e WHERE e.id = r.experiment)",
              .aliases = "experiment_name",
              .divides = true},
    Attribute{.name = "favourite", .type = Boolean, .column = "r.favourite", .aliases = "favorite", .divides = true},
    Attribute{
        .name = "archived", .type = Boolean, .column = "(r.archived IS NOT NULL)", .aliases = "", .divides = true},
    Attribute{.name = "note", .type = Text, .column = "r.note", .aliases = "notes description"},
    Attribute{.name = "error", .type = Text, .column = "r.error", .aliases = "", .divides = true},
    Attribute{.name = "source", .type = Text, .column = "r.source", .aliases = ""},
    Attribute{.name = "user",
              .type = Text,
              .column = "(SELECT o.user FROM provenance o WHERE o.run = r.id)",
              .aliases = "user_id user_name",
              .divides = true},
    Attribute{.name = "host",
              .type = Text,
              .column = "(SELECT o.host FROM provenance o WHERE o.run = r.id)",
              .aliases = "machine",
              .divides = true},
    Attribute{.name = "program",
              .type = Text,
              .column = "(SELECT o.program FROM provenance o WHERE o.run = r.id)",
              .aliases = "source_name",
              .divides = true},
    Attribute{.name = "git_commit",
              .type = Text,
              .column = "(SELECT o.git_commit FROM provenance o WHERE o.run = r.id)",
              .aliases = "commit source_version",
              .divides = true},
    Attribute{.name = "seed",
              .type = Number,
              .column = "(SELECT o.seed FROM provenance o WHERE o.run = r.id)",
              .aliases = "",
              .divides = true},
    Attribute{.name = "parent",
              .type = Text,
              .column = "(SELECT p.uuid FROM runs p WHERE p.id = r.parent)",
              .aliases = "parent_id parent_run_id",
              .divides = true},
    Attribute{.name = "parent_name",
              .type = Text,
              .column = "(SELECT p.name FROM runs p WHERE p.id = r.parent)",
              .aliases = "parent_run_name"},
    Attribute{.name = "run_id", .type = Text, .column = "r.uuid", .aliases = "id run_uuid", .orders = false},
    Attribute{.name = "experiment_id", .type = Number, .column = "r.experiment", .aliases = "", .orders = false},
};

constexpr std::array ofDatasets = {
    Attribute{.name = "name", .type = Text, .column = "name", .aliases = ""},
    Attribute{.name = "digest", .type = Text, .column = "digest", .aliases = "hash"},
    Attribute{.name = "context", .type = Text, .column = "role", .aliases = "role"},
    Attribute{.name = "path", .type = Text, .column = "path", .aliases = "source"},
    Attribute{.name = "rows", .type = Number, .column = "rows", .aliases = ""},
    Attribute{.name = "columns", .type = Number, .column = "columns", .aliases = ""},
};

bool isOneOf(QStringView name, const char *words)
{
    for (const QStringView word : QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts))
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

const Attribute *find(std::span<const Attribute> list, const QString &name)
{
    for (const Attribute &attribute : list)
        if (name.compare(QLatin1String(attribute.name), Qt::CaseInsensitive) == 0 || isOneOf(name, attribute.aliases))
            return &attribute;
    return nullptr;
}

} // namespace

std::span<const Attribute> attributes()
{
    return all;
}

const Attribute *findAttribute(QStringView name)
{
    // MLflow writes `run name` too.
    return find(all, name.toString().replace(u' ', u'_'));
}

std::span<const Attribute> datasetFacts()
{
    return ofDatasets;
}

const Attribute *findDatasetFact(QStringView name)
{
    return find(ofDatasets, name.toString());
}

} // namespace assay::tracking::query
