// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace assay::tracking {

/// One row of a result, while it is being read. NULL reads as 0, NaN, an empty text or a null time.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    bool isNull(int column) const { return m_query.isNull(column); }
    QVariant value(int column) const { return m_query.value(column); }
    qint64 integer(int column) const { return value(column).toLongLong(); }
    double real(int column) const;
    QString text(int column) const { return value(column).toString(); }
    QByteArray bytes(int column) const { return value(column).toByteArray(); }
    QDateTime time(int column) const; ///< stored as [ms] since 1970

private:
    const QSqlQuery &m_query;
};

/// What a time and a number look like in the store; a null time is NULL.
QVariant stored(const QDateTime &time);
qint64 nowMilliseconds();
qint64 nowMicroseconds();
/// A null QString would be NULL in the store; this is an empty text there.
QVariant notNull(const QString &text);

/// How the file is opened. `Still` files are changed by nobody, so that reading needs neither locks nor files beside
/// them; with a log, what is in it is read too.
enum class Access { Write, Read, Still, StillWithLog };

/// One thread's connection to the store. Statements are prepared once and kept.
class Connection
{
public:
    Connection(const QString &path, QString name);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<void> open(std::chrono::milliseconds patience, Access access = Access::Write);
    /// From now on each() ends where damage begins instead of failing: what comes before it can still be shown.
    void endAtDamage() { m_endAtDamage = true; }
    const QString &path() const { return m_path; }

    Result<void> run(const QByteArray &sql, const QVariantList &values = {});
    Result<void> each(const QByteArray &sql, const QVariantList &values, const std::function<void(const Row &)> &row);
    /// The first column of the first row, if there is one.
    Result<std::optional<QVariant>> value(const QByteArray &sql, const QVariantList &values = {});
    qint64 lastInsertId() const { return m_lastInsertId; }
    qint64 lastChanges() const { return m_lastChanges; }

private:
    using Query = std::unique_ptr<QSqlQuery>;
    Result<Query> start(const QByteArray &sql, const QVariantList &values);
    void finish(const QByteArray &sql, Query query);
    Failure error(const QSqlError &error) const;
    Result<void> endedAtDamage(Failure failure) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<std::string, Query> m_prepared;
    qint64 m_lastInsertId = 0;
    qint64 m_lastChanges = 0;
    bool m_endAtDamage = false;
};

/// The connections of all threads to one SQLite file. A connection is made when a thread first asks, and closed when
/// the thread ends or the Database goes, whichever is first.
class Database
{
public:
    /// @p patience: how long a transaction waits for other programs before it fails with `store_locked`.
    explicit Database(const QString &path, std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~Database();

    const QString &path() const;
    /// The calling thread's connection.
    Result<Connection *> connection();
    /// From now on the file is only read, because of @p why: connections are opened anew, and every transaction fails
    /// with @p why. For the time before other threads use it.
    void restrict(Access access, const Error &why);
    std::optional<Error> limitation() const;
    /// Held by every transaction, so that threads of one process queue instead of polling SQLite's lock.
    std::mutex &writing() { return m_writing; }

private:
    struct Pool;
    std::shared_ptr<Pool> m_pool;
    std::mutex m_writing;
};

/// A short write transaction: BEGIN IMMEDIATE to commit(), rolled back when it is left otherwise. After the first
/// failure the other steps do nothing and commit() reports it. Every commit moves the store's change counter.
class Transaction
{
public:
    /// Full: on the disk itself when commit() returns. Normal: safe from the death of the process only, for what will
    /// be done again if the power fails.
    enum class Durability { Normal, Full };

    explicit Transaction(Database &database, Durability durability = Durability::Full);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    bool ok() const { return !m_error; }
    const QString &path() const { return m_path; }
    qint64 lastInsertId() const { return m_connection ? m_connection->lastInsertId() : 0; }
    qint64 lastChanges() const { return m_connection ? m_connection->lastChanges() : 0; }

    void run(const QByteArray &sql, const QVariantList &values = {});
    void each(const QByteArray &sql, const QVariantList &values, const std::function<void(const Row &)> &row);
    std::optional<QVariant> value(const QByteArray &sql, const QVariantList &values = {});
    void fail(Failure failure);
    Result<void> commit();

private:
    void rollBack();
    void restoreDurability();

    QString m_path;
    std::unique_lock<std::mutex> m_lock;
    Connection *m_connection = nullptr;
    bool m_open = false;
    bool m_normal = false;
    std::optional<Error> m_error;
};

/// A consistent view of the store over several reads.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
    bool m_open;
};

} // namespace assay::tracking
