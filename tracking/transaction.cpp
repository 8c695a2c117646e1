// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/database.h"

namespace assay::tracking {

Transaction::Transaction(Database &database, Durability durability)
    : m_path(database.path())
    , m_lock(database.writing())
    , m_normal(durability == Durability::Normal)
{
    m_error = database.limitation();
    if (m_error)
        return;
    auto connection = database.connection();
    if (!connection) {
        m_error = connection.error();
        return;
    }
    m_connection = *connection;
    // Outside the transaction: SQLite ignores a change of it within one.
    if (m_normal)
        run("PRAGMA synchronous = NORMAL");
    run("BEGIN IMMEDIATE");
    m_open = ok();
    if (!m_open)
        restoreDurability();
}

Transaction::~Transaction()
{
    rollBack();
}

void Transaction::run(const QByteArray &sql, const QVariantList &values)
{
    if (!ok())
        return;
    if (auto done = m_connection->run(sql, values); !done)
        m_error = done.error();
}

void Transaction::each(const QByteArray &sql, const QVariantList &values, const std::function<void(const Row &)> &row)
{
    if (!ok())
        return;
    if (auto done = m_connection->each(sql, values, row); !done)
        m_error = done.error();
}

std::optional<QVariant> Transaction::value(const QByteArray &sql, const QVariantList &values)
{
    if (!ok())
        return {};
    auto found = m_connection->value(sql, values);
    if (found)
        return *found;
    m_error = found.error();
    return {};
}

void Transaction::fail(Failure failure)
{
    if (ok())
        m_error = std::move(failure.value());
}

Result<void> Transaction::commit()
{
    run("UPDATE store SET changes = changes + 1");
    run("COMMIT");
    if (!ok()) {
        rollBack();
        return Failure(*m_error);
    }
    m_open = false;
    restoreDurability();
    return {};
}

void Transaction::rollBack()
{
    if (!m_open)
        return;
    m_open = false;
    // SQLite may have rolled back by itself (disk full); then this is refused, and nothing is left to undo.
    (void)m_connection->run("ROLLBACK");
    restoreDurability();
}

void Transaction::restoreDurability()
{
    if (m_normal && m_connection)
        (void)m_connection->run("PRAGMA synchronous = FULL");
    m_normal = false;
}

Snapshot::Snapshot(Connection &connection)
    : m_connection(connection)
    , m_open(connection.run("BEGIN").has_value())
{
}

Snapshot::~Snapshot()
{
    if (m_open)
        (void)m_connection.run("COMMIT");
}

} // namespace assay::tracking
