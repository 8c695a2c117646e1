// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/duckdbsession.h"

#include <duckdb.h>

namespace assay::engine {

namespace {

struct Prepared
{
    duckdb_prepared_statement statement = nullptr;
    duckdb_pending_result pending = nullptr;
    duckdb_result result{};
    Prepared() = default;
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;
    ~Prepared()
    {
        duckdb_destroy_result(&result);
        duckdb_destroy_pending(&pending);
        duckdb_destroy_prepare(&statement);
    }
};

Failure duckDbFailure(const char *message)
{
    return failure(ErrorKind::BadInput, "duckdb", "{}", {message ? message : "DuckDB gave no reason"});
}

std::string quoted(std::string_view text, char quote)
{
    std::string out(1, quote);
    for (const char c : text) {
        out += c;
        if (c == quote)
            out += c;
    }
    return out + quote;
}

} // namespace

struct DuckDbSession::Connection
{
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    explicit Connection(int threads)
    {
        duckdb_config config = nullptr;
        duckdb_create_config(&config);
        duckdb_set_config(config, "threads", std::to_string(threads).c_str());
        duckdb_set_config(config, "autoinstall_known_extensions", "false");
        duckdb_set_config(config, "autoload_known_extensions", "false");
        if (duckdb_open_ext(nullptr, &database, config, nullptr) == DuckDBSuccess)
            duckdb_connect(database, &connection);
        duckdb_destroy_config(&config);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection()
    {
        duckdb_disconnect(&connection);
        duckdb_close(&database);
    }
};

std::string sqlText(std::string_view text)
{
    return quoted(text, '\'');
}

std::string sqlName(std::string_view name)
{
    return quoted(name, '"');
}

std::size_t DuckDbTexts::chunkRows(std::size_t chunk) const
{
    return duckdb_data_chunk_get_size(static_cast<duckdb_data_chunk>(m_chunks[chunk].get()));
}

std::string_view DuckDbTexts::cell(std::size_t chunk, std::size_t row, std::size_t column) const
{
    duckdb_vector vector = duckdb_data_chunk_get_vector(static_cast<duckdb_data_chunk>(m_chunks[chunk].get()), column);
    std::uint64_t *validity = duckdb_vector_get_validity(vector);
    if (validity && !duckdb_validity_row_is_valid(validity, row))
        return {};
    duckdb_string_t *text = static_cast<duckdb_string_t *>(duckdb_vector_get_data(vector)) + row;
    return {duckdb_string_t_data(text), duckdb_string_t_length(*text)};
}

DuckDbSession::DuckDbSession(const Context &context)
    : m_context(context)
    , m_connection(std::make_unique<Connection>(context.threadCount()))
{
}

DuckDbSession::~DuckDbSession() = default;

Result<DuckDbTexts> DuckDbSession::texts(const std::string &sql) const
{
    duckdb_connection connection = m_connection->connection;
    if (!connection)
        return duckDbFailure("DuckDB could not be started");
    Prepared prepared;
    if (duckdb_prepare(connection, sql.c_str(), &prepared.statement) != DuckDBSuccess)
        return duckDbFailure(duckdb_prepare_error(prepared.statement));
    if (duckdb_pending_prepared(prepared.statement, &prepared.pending) != DuckDBSuccess)
        return duckDbFailure(duckdb_pending_error(prepared.pending));
    duckdb_pending_state state = DUCKDB_PENDING_RESULT_NOT_READY;
    while (!duckdb_pending_execution_is_finished(state)) {
        if (m_context.cancelled()) {
            // Let the interrupted query end by itself: one dropped half-way keeps its memory.
            duckdb_interrupt(connection);
            while (!duckdb_pending_execution_is_finished(state))
                state = duckdb_pending_execute_task(prepared.pending);
            return cancelled();
        }
        state = duckdb_pending_execute_task(prepared.pending);
    }
    if (state == DUCKDB_PENDING_ERROR)
        return duckDbFailure(duckdb_pending_error(prepared.pending));
    if (duckdb_execute_pending(prepared.pending, &prepared.result) != DuckDBSuccess)
        return duckDbFailure(duckdb_result_error(&prepared.result));
    DuckDbTexts texts;
    texts.m_columns = duckdb_column_count(&prepared.result);
    while (duckdb_data_chunk chunk = duckdb_fetch_chunk(prepared.result)) {
        texts.m_chunks.emplace_back(chunk, [](void *held) {
            auto owned = static_cast<duckdb_data_chunk>(held);
            duckdb_destroy_data_chunk(&owned);
        });
        texts.m_rows += duckdb_data_chunk_get_size(chunk);
    }
    return texts;
}

Result<void> DuckDbSession::run(const std::string &sql) const
{
    auto rows = texts(sql);
    return rows ? Result<void>() : Result<void>(Failure(std::move(rows.error())));
}

} // namespace assay::engine
