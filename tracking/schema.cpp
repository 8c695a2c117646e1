// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/migrations.h"

namespace assay::tracking {

namespace {

// Times are [ms] since 1970. `search` is the case-folded text that a filter looks in. A run's owner is the process that
// writes it (see processowner.h).
const std::vector<QByteArray> runs = {
    "CREATE TABLE store (changes INTEGER NOT NULL)",
    "INSERT INTO store VALUES (0)",
    "CREATE TABLE experiments (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL)",
    "CREATE TABLE runs (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
    " experiment INTEGER NOT NULL REFERENCES experiments, parent INTEGER REFERENCES runs, name TEXT NOT NULL,"
    " status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'cancelled', 'crashed')),"
    " start INTEGER NOT NULL, end INTEGER, active INTEGER NOT NULL, model TEXT NOT NULL, task TEXT NOT NULL,"
    " note TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT '',"
    " deleted INTEGER, host TEXT NOT NULL, boot TEXT NOT NULL, pid INTEGER NOT NULL, started INTEGER NOT NULL)",
    "CREATE INDEX runs_experiment ON runs (experiment)",
    "CREATE INDEX runs_parent ON runs (parent)",
    "CREATE INDEX runs_start ON runs (start)",
    "CREATE INDEX runs_name ON runs (name)",
    "CREATE INDEX runs_running ON runs (id) WHERE status = 'running'",
};

// Names of metrics, parameters and tags are kept once.
const std::vector<QByteArray> facts = {
    "CREATE TABLE keys (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    // type: index of the alternative in ParamValue; value: as SQLite's own type, for sorting; text: as people see it.
    "CREATE TABLE params (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, key INTEGER NOT NULL REFERENCES keys,"
    " type INTEGER NOT NULL, value, text TEXT NOT NULL, PRIMARY KEY (run, key)) WITHOUT ROWID",
    "CREATE INDEX params_key ON params (key)",
    "CREATE TABLE tags (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, key INTEGER NOT NULL REFERENCES keys,"
    " value TEXT NOT NULL, PRIMARY KEY (run, key)) WITHOUT ROWID",
    "CREATE INDEX tags_key ON tags (key)",
    "CREATE TABLE inputs (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, position INTEGER NOT NULL,"
    " role TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL, rows INTEGER NOT NULL,"
    " columns INTEGER NOT NULL, read_options TEXT NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID",
    "CREATE INDEX inputs_digest ON inputs (digest)",
    "CREATE TABLE artifacts (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL,"
    " kind TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (run, name)) WITHOUT ROWID",
    "CREATE INDEX artifacts_sha256 ON artifacts (sha256)",
    "CREATE TABLE provenance (run INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE, program TEXT NOT NULL,"
    " command_line TEXT NOT NULL, git_commit TEXT NOT NULL, git_dirty INTEGER NOT NULL, host TEXT NOT NULL,"
    " user TEXT NOT NULL, os TEXT NOT NULL, cpu TEXT NOT NULL, threads INTEGER NOT NULL, seed INTEGER NOT NULL,"
    " libraries TEXT NOT NULL)",
};

// A series is its chunks in order of `first`, the number of points before the chunk. The last ones, together `tail`
// points, are not yet full: every flush adds one, and they are merged once they would fill a chunk. NULL stands for
// NaN.
const std::vector<QByteArray> metrics = {
    "CREATE TABLE metrics (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, key INTEGER NOT NULL REFERENCES "
    "keys,"
    " last REAL, min REAL, max REAL, count INTEGER NOT NULL, last_step INTEGER NOT NULL, tail INTEGER NOT NULL,"
    " PRIMARY KEY (run, key)) WITHOUT ROWID",
    "CREATE INDEX metrics_key ON metrics (key)",
    "CREATE TABLE chunks (id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,"
    " key INTEGER NOT NULL REFERENCES keys, first INTEGER NOT NULL, points BLOB NOT NULL, UNIQUE (run, key, first))",
};

std::vector<QByteArray> joined(std::initializer_list<std::vector<QByteArray>> parts)
{
    std::vector<QByteArray> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

const std::vector<Migration> &builtinMigrations()
{
    static const std::vector<Migration> all = {{.version = 1, .statements = joined({runs, facts, metrics})}};
    return all;
}

} // namespace assay::tracking
