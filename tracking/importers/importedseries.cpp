// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedseries.h"

#include "tracking/metricstore.h"
#include "tracking/pointcodec.h"
#include "tracking/sqlerror.h"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>

namespace assay::tracking {

namespace {

/// Equal bit for bit, so that a NaN equals itself.
using PointKey = std::tuple<qint64, qint64, quint64>;

PointKey keyOf(const MetricPoint &point)
{
    return {point.step, point.time, std::bit_cast<quint64>(point.value)};
}

/// The points of @p points that are not in @p others, each as often as it is there more often.
std::vector<MetricPoint> without(const std::vector<MetricPoint> &points, const std::vector<MetricPoint> &others)
{
    std::multiset<PointKey> known;
    for (const MetricPoint &point : others)
        known.insert(keyOf(point));
    std::vector<MetricPoint> rest;
    for (const MetricPoint &point : points) {
        if (const auto found = known.find(keyOf(point)); found != known.end())
            known.erase(found);
        else
            rest.push_back(point);
    }
    return rest;
}

bool isSame(const MetricPoint &a, const MetricPoint &b, bool timed)
{
    return a.step == b.step && (!timed || a.time == b.time) &&
           std::bit_cast<quint64>(a.value) == std::bit_cast<quint64>(b.value);
}

bool isTimed(const ImportedRun &run)
{
    return !run.points || run.points->timed();
}

/// MLflow's rule, also for its runs that come back in an archive.
bool isLastByStep(const ImportedRun &run)
{
    return run.source.startsWith(u"mlflow:");
}

Result<void> readPoints(const ImportedRun &run, const TakePoints &take)
{
    if (run.points)
        return run.points->read(take);
    for (const auto &[series, points] : run.metrics)
        if (auto taken = take(series, points); !taken)
            return taken;
    for (const auto &[series, points] : run.superseded)
        if (auto taken = take(supersededSeries(series), points); !taken)
            return taken;
    return {};
}

/// Goes along what the store has of each series as the points come, and adds those that follow.
class SeriesWriter
{
public:
    SeriesWriter(Transaction &change, qint64 row, const ImportedRun &run, const Context &context)
        : m_change(change)
        , m_row(row)
        , m_timed(isTimed(run))
        , m_byStep(isLastByStep(run))
        , m_context(context)
    {
    }

    Result<void> take(const QString &name, std::span<const MetricPoint> points)
    {
        if (m_context.cancelled())
            return cancelled();
        Series &series = find(name);
        for (const MetricPoint &point : points)
            series.see(point);
        while (m_change.ok() && !series.differs && !points.empty() && series.at < series.count)
            points = points.subspan(compare(series, points));
        if (m_change.ok() && !series.differs && !points.empty()) {
            if (series.key < 0)
                series.key = keyId(m_change, name);
            appendPoints(m_change, m_row, series.key, points);
            m_grown = true;
        }
        return m_change.ok() ? Result<void>() : m_change.commit();
    }

    /// Where the last is by step, it may be another than the point that came last.
    void finish()
    {
        for (const auto &[name, series] : m_series)
            if (m_byStep && !series.differs && series.seen >= series.count && isLater(series.latest, series.final))
                m_grown = setLast(m_change, m_row, series.key, series.latest) || m_grown;
    }

    bool hasGrown() const { return m_grown; }
    /// Series that begin otherwise than in the store.
    std::set<QString> differing() const
    {
        std::set<QString> names;
        for (const auto &[name, series] : m_series)
            if (series.differs)
                names.insert(name);
        return names;
    }

private:
    struct Series
    {
        qint64 key = -1;
        qint64 count = 0; ///< of points the store had
        qint64 at = 0;    ///< how many of them have come
        bool differs = false;
        qint64 seen = 0; ///< of points that came
        MetricPoint latest = {}, final = {};

        void see(const MetricPoint &point)
        {
            latest = seen == 0 || isLater(point, latest) ? point : latest;
            final = point;
            ++seen;
        }
    };

    Series &find(const QString &name)
    {
        const auto [known, isNew] = m_series.try_emplace(name);
        Series &series = known->second;
        if (!isNew)
            return series;
        if (const auto key = m_change.value("SELECT id FROM keys WHERE name = ?", {name}))
            series.key = key->toLongLong();
        if (series.key >= 0)
            series.count = m_change.value("SELECT count FROM metrics WHERE run = ? AND key = ?", {m_row, series.key})
                               .value_or(0)
                               .toLongLong();
        return series;
    }

    /// Compares the next of @p points with the piece of the store they would be in; returns how many those are.
    std::size_t compare(Series &series, std::span<const MetricPoint> points)
    {
        qint64 first = 0;
        std::vector<MetricPoint> piece;
        bool whole = false;
        m_change.each("SELECT first, points FROM chunks WHERE run = ? AND key = ? AND first <= ? ORDER BY first DESC"
                      " LIMIT 1",
                      {m_row, series.key, series.at}, [&](const Row &row) {
                          first = row.integer(0);
                          whole = unpackPoints(row.bytes(1), piece);
                      });
        const auto from = static_cast<std::size_t>(series.at - first);
        if (!m_change.ok() || !whole || from >= piece.size()) {
            m_change.fail(storeDamaged(m_change.path(), QStringLiteral("a metric series cannot be read")));
            return points.size();
        }
        const std::size_t count = std::min(points.size(), piece.size() - from);
        const auto there = std::span(piece).subspan(from, count);
        series.differs = !std::equal(there.begin(), there.end(), points.begin(),
                                     [this](const auto &a, const auto &b) { return isSame(a, b, m_timed); });
        series.at += static_cast<qint64>(count);
        return count;
    }

    Transaction &m_change;
    qint64 m_row;
    bool m_timed, m_byStep;
    const Context &m_context;
    std::map<QString, Series> m_series;
    bool m_grown = false;
};

std::vector<MetricPoint> storedPoints(Transaction &change, qint64 row, const QString &name)
{
    std::vector<MetricPoint> points;
    bool whole = true;
    change.each("SELECT points FROM chunks WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?) ORDER BY first",
                {row, name}, [&](const Row &piece) { whole = unpackPoints(piece.bytes(0), points) && whole; });
    if (!whole)
        change.fail(storeDamaged(change.path(), QStringLiteral("the series %1 cannot be read").arg(name)));
    return points;
}

/// A source may keep points by step, so that a late one stands between others: the series takes the source's order.
/// Points the series had and that were superseded since leave it.
bool merge(Transaction &change, qint64 row, const QString &name, std::vector<MetricPoint> points,
           const ImportedRun &run)
{
    const bool timed = isTimed(run);
    const std::vector<MetricPoint> there = storedPoints(change, row, name);
    for (std::size_t i = 0; !timed && i < std::min(points.size(), there.size()); ++i) {
        if (!isSame(points[i], there[i], timed))
            break;
        points[i].time = there[i].time;
    }
    std::vector<MetricPoint> own = without(there, points);
    const std::size_t before = own.size();
    if (const auto superseded = run.superseded.find(name); superseded != run.superseded.end())
        own = without(own, superseded->second);
    if (!change.ok() || (without(points, there).empty() && own.size() == before))
        return false;
    points.insert(points.end(), own.begin(), own.end());
    eraseSeries(change, row, name);
    appendPoints(change, row, name, points);
    if (isLastByStep(run))
        setLast(change, row, keyId(change, name),
                *std::max_element(points.begin(), points.end(), [](auto &a, auto &b) { return isLater(b, a); }));
    return true;
}

} // namespace

bool addSeries(Transaction &change, qint64 row, const ImportedRun &run, const Context &context)
{
    SeriesWriter writer(change, row, run, context);
    auto done = readPoints(
        run, [&](const QString &name, std::span<const MetricPoint> points) { return writer.take(name, points); });
    writer.finish();
    const std::set<QString> differing = writer.differing();
    std::map<QString, std::vector<MetricPoint>> whole; // only these have to be in memory
    if (done && !differing.empty())
        done = readPoints(run, [&](const QString &name, std::span<const MetricPoint> points) {
            if (differing.contains(name))
                whole[name].insert(whole[name].end(), points.begin(), points.end());
            return context.cancelled() ? cancelled() : Result<void>();
        });
    bool grown = writer.hasGrown();
    for (auto &[name, points] : whole)
        grown = merge(change, row, name, std::move(points), run) || grown;
    if (!done)
        change.fail(Failure(done.error()));
    return grown;
}

std::map<QString, qint64> pointCounts(const ImportedRun &run)
{
    if (run.points)
        return run.points->counts();
    std::map<QString, qint64> counts;
    for (const auto &[series, points] : run.metrics)
        counts[series] = static_cast<qint64>(points.size());
    for (const auto &[series, points] : run.superseded)
        counts[supersededSeries(series)] = static_cast<qint64>(points.size());
    return counts;
}

} // namespace assay::tracking
