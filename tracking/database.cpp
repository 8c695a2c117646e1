// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/database.h"

#include "tracking/openfiles.h"
#include "tracking/sqlerror.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QThread>
#include <QUrl>
#include <atomic>
#include <limits>
#include <set>

namespace assay::tracking {

double Row::real(int column) const
{
    // SQLite has no NaN and keeps NULL for it.
    const QVariant read = value(column);
    return read.isNull() ? std::numeric_limits<double>::quiet_NaN() : read.toDouble();
}

QDateTime Row::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

qint64 nowMilliseconds()
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 nowMicroseconds()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

QVariant notNull(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

namespace {

/// The file as SQLite takes it with options (sqlite.org/uri.html).
QString uri(const QString &path, const QString &options)
{
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(options);
    return url.toString(QUrl::FullyEncoded);
}

/// Without locks, and alone, SQLite keeps the index of its log in memory instead of in a file beside it.
QString stillName(const QString &path, Access access)
{
    const bool log = access == Access::StillWithLog;
    return uri(path, log ? QStringLiteral("vfs=unix-none") : QStringLiteral("immutable=1"));
}

std::vector<QByteArray> settings(Access access)
{
    std::vector<QByteArray> all;
    if (access == Access::StillWithLog)
        all.push_back("PRAGMA locking_mode = EXCLUSIVE"); // before anything is read
    // Has SQLite read a file whose end is missing as far as it goes; nothing can be written anyhow.
    if (access != Access::Write)
        all.push_back("PRAGMA writable_schema = ON");
    all.insert(all.end(), {"PRAGMA foreign_keys = ON", "PRAGMA cache_size = -16384"});
    if (access == Access::Write)
        all.insert(all.end(), {"PRAGMA synchronous = FULL", "PRAGMA journal_size_limit = 67108864",
                               "PRAGMA secure_delete = FAST"});
    return all;
}

} // namespace

Connection::Connection(const QString &path, QString name)
    : m_path(path)
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    beginUse(this, path);
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    endUse(this);
}

Result<void> Connection::open(std::chrono::milliseconds patience, Access access)
{
    const bool still = access == Access::Still || access == Access::StillWithLog;
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(patience.count());
    if (access != Access::Write)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (still)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    m_database.setDatabaseName(still ? stillName(m_path, access) : m_path);
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return error(m_database.lastError());
    for (const QByteArray &setting : settings(access))
        if (auto done = run(setting); !done)
            return done;
    return {};
}

Result<Connection::Query> Connection::start(const QByteArray &sql, const QVariantList &values)
{
    Query query;
    if (auto kept = m_prepared.extract(sql.toStdString()); !kept.empty()) {
        query = std::move(kept.mapped());
    } else {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql)))
            return error(query->lastError());
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values[i]);
    if (!query->exec())
        return error(query->lastError());
    return query;
}

void Connection::finish(const QByteArray &sql, Query query)
{
    constexpr std::size_t limit = 64;
    query->finish();
    if (m_prepared.size() >= limit)
        m_prepared.clear();
    m_prepared.insert_or_assign(sql.toStdString(), std::move(query));
}

Result<void> Connection::run(const QByteArray &sql, const QVariantList &values)
{
    auto query = start(sql, values);
    if (!query)
        return Failure(query.error());
    m_lastInsertId = (*query)->lastInsertId().toLongLong();
    m_lastChanges = (*query)->numRowsAffected();
    finish(sql, std::move(*query));
    return {};
}

Result<void> Connection::each(const QByteArray &sql, const QVariantList &values,
                              const std::function<void(const Row &)> &row)
{
    auto query = start(sql, values);
    if (!query)
        return endedAtDamage(Failure(query.error()));
    const Row current(**query);
    while ((*query)->next())
        row(current);
    const QSqlError stopped = (*query)->lastError();
    if (stopped.isValid())
        return endedAtDamage(error(stopped));
    finish(sql, std::move(*query));
    return {};
}

Result<void> Connection::endedAtDamage(Failure failure) const
{
    if (m_endAtDamage && failure.value().code == "store_damaged")
        return {};
    return failure;
}

Result<std::optional<QVariant>> Connection::value(const QByteArray &sql, const QVariantList &values)
{
    std::optional<QVariant> first;
    auto read = each(sql, values, [&](const Row &row) {
        if (!first)
            first = row.value(0);
    });
    if (!read)
        return Failure(read.error());
    return first;
}

Failure Connection::error(const QSqlError &error) const
{
    return storeFailure(error, m_path);
}

struct Database::Pool
{
    QString path;
    std::chrono::milliseconds patience;
    mutable std::mutex mutex; ///< guards what follows
    Access access = Access::Write;
    std::optional<Error> limitation;
    std::unordered_map<std::thread::id, std::unique_ptr<Connection>> connections;

    void close(std::thread::id thread)
    {
        const std::lock_guard lock(mutex);
        connections.erase(thread);
    }
};

namespace {

/// Closes a thread's connections when the thread ends.
template<class Pool>
struct ThreadEnd
{
    std::set<std::weak_ptr<Pool>, std::owner_less<>> pools;

    ~ThreadEnd()
    {
        for (const auto &known : pools)
            if (const auto pool = known.lock())
                pool->close(std::this_thread::get_id());
    }
};

QString connectionName()
{
    static std::atomic<quint64> made = 0;
    return QStringLiteral("assay-store-%1").arg(++made);
}

} // namespace

Database::Database(const QString &path, std::chrono::milliseconds patience)
    : m_pool(std::make_shared<Pool>())
{
    m_pool->path = path;
    m_pool->patience = patience;
}

Database::~Database()
{
    const std::lock_guard lock(m_pool->mutex);
    m_pool->connections.clear();
}

const QString &Database::path() const
{
    return m_pool->path;
}

void Database::restrict(Access access, const Error &why)
{
    const std::lock_guard lock(m_pool->mutex);
    m_pool->connections.clear();
    m_pool->access = access;
    m_pool->limitation = why;
}

std::optional<Error> Database::limitation() const
{
    const std::lock_guard lock(m_pool->mutex);
    return m_pool->limitation;
}

Result<Connection *> Database::connection()
{
    static thread_local ThreadEnd<Pool> threadEnd;
    const std::lock_guard lock(m_pool->mutex);
    auto &connection = m_pool->connections[std::this_thread::get_id()];
    if (connection)
        return connection.get();
    auto made = std::make_unique<Connection>(m_pool->path, connectionName());
    if (auto opened = made->open(m_pool->patience, m_pool->access); !opened)
        return Failure(opened.error());
    if (m_pool->limitation && m_pool->limitation->code == "store_damaged")
        made->endAtDamage();
    connection = std::move(made);
    threadEnd.pools.insert(m_pool);
    return connection.get();
}

} // namespace assay::tracking
