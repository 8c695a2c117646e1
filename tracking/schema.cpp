// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/migrations.h"

namespace assay::tracking {

namespace {

// Times are [ms] since 1970, but for those of points [µs]. `search` is the case-folded text that a filter looks in. A
// run's owner is the process that writes it (see processowner.h).
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
// points, are not yet full: every flush adds one, merged with those before it that are no longer. NULL stands for NaN.
const std::vector<QByteArray> metrics = {
    "CREATE TABLE metrics (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, key INTEGER NOT NULL REFERENCES "
    "keys,"
    " last REAL, min REAL, max REAL, count INTEGER NOT NULL, last_step INTEGER NOT NULL, tail INTEGER NOT NULL,"
    " PRIMARY KEY (run, key)) WITHOUT ROWID",
    "CREATE INDEX metrics_key ON metrics (key)",
    "CREATE TABLE chunks (id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,"
    " key INTEGER NOT NULL REFERENCES keys, first INTEGER NOT NULL, points BLOB NOT NULL, UNIQUE (run, key, first))",
};

// Version 2. An experiment's name is free again once it is deleted, which takes the table anew: UNIQUE cannot be
// dropped. `source_facts` has digests of what the source of an imported run said when it was looked at last.
const std::vector<QByteArray> keeping = {
    "CREATE TABLE experiments_2 (id INTEGER PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL,"
    " note TEXT NOT NULL DEFAULT '', deleted INTEGER, source TEXT NOT NULL DEFAULT '')",
    "INSERT INTO experiments_2 (id, name, created) SELECT id, name, created FROM experiments",
    "DROP TABLE experiments",
    "ALTER TABLE experiments_2 RENAME TO experiments",
    "CREATE UNIQUE INDEX experiments_name ON experiments (name) WHERE deleted IS NULL",
    "CREATE UNIQUE INDEX experiments_source ON experiments (source) WHERE source <> ''",
    "CREATE TABLE experiment_tags (experiment INTEGER NOT NULL REFERENCES experiments ON DELETE CASCADE,"
    " key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (experiment, key)) WITHOUT ROWID",
    "ALTER TABLE runs ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE runs ADD COLUMN archived INTEGER",
    "ALTER TABLE runs ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE runs ADD COLUMN source_facts TEXT NOT NULL DEFAULT ''",
    "CREATE UNIQUE INDEX runs_source ON runs (source) WHERE source <> ''",
    "CREATE TABLE views (name TEXT PRIMARY KEY, body TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID",
};

// What filters and sorting ask for is in the index itself. `number` is a parameter's value as a number where it is one
// or reads as one.
const std::vector<QByteArray> finding = {
    "ALTER TABLE params ADD COLUMN number REAL",
    // The column makes numbers of texts that read as one, and leaves the others texts.
    "UPDATE params SET number = value WHERE type <> 0",
    "UPDATE params SET number = NULL WHERE typeof(number) = 'text'",
    "DROP INDEX params_key",
    "CREATE INDEX params_key_number ON params (key, number)",
    "CREATE INDEX params_key_text ON params (key, text)",
    "DROP INDEX tags_key",
    "CREATE INDEX tags_key_value ON tags (key, value)",
    "DROP INDEX metrics_key",
    "CREATE INDEX metrics_key_last ON metrics (key, last)",
};

// A version of a registered model outlives the run it came from: it keeps the digest of its artifact, or of each file
// where that is a folder, whose bytes stay while it refers to them. `events` says who changed which alias or stage
// when, and why.
const std::vector<QByteArray> registry = {
    "CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT NOT NULL DEFAULT '',"
    " created INTEGER NOT NULL, updated INTEGER NOT NULL, source TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE model_tags (model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE, key TEXT NOT NULL,"
    " value TEXT NOT NULL, PRIMARY KEY (model, key)) WITHOUT ROWID",
    "CREATE TABLE versions (id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,"
    " number INTEGER NOT NULL, run INTEGER REFERENCES runs ON DELETE SET NULL, run_uuid TEXT NOT NULL DEFAULT '',"
    " artifact TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL DEFAULT '', bytes INTEGER NOT NULL DEFAULT 0,"
    " stage TEXT NOT NULL DEFAULT 'none', note TEXT NOT NULL DEFAULT '', created INTEGER NOT NULL,"
    " updated INTEGER NOT NULL, source TEXT NOT NULL DEFAULT '', UNIQUE (model, number))",
    "CREATE INDEX versions_run ON versions (run)",
    "CREATE INDEX versions_sha256 ON versions (sha256)",
    "CREATE TABLE version_files (version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE, name TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (version, name)) WITHOUT ROWID",
    "CREATE INDEX version_files_sha256 ON version_files (sha256)",
    "CREATE TABLE version_tags (version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE, key TEXT NOT NULL,"
    " value TEXT NOT NULL, PRIMARY KEY (version, key)) WITHOUT ROWID",
    "CREATE TABLE aliases (model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE, name TEXT NOT NULL,"
    " version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE, PRIMARY KEY (model, name)) WITHOUT ROWID",
    "CREATE TABLE events (id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,"
    " version INTEGER NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}', user TEXT NOT NULL,"
    " at INTEGER NOT NULL)",
    "CREATE INDEX events_model ON events (model)",
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
    static const std::vector<Migration> all = {
        {.version = 1, .statements = joined({runs, facts, metrics})},
        {.version = 2, .statements = joined({keeping, finding, registry})},
    };
    return all;
}

} // namespace assay::tracking
