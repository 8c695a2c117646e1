// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/seriescheck.h"

#include "tracking/metricstore.h"
#include "tracking/pointcodec.h"

#include <cmath>
#include <limits>

namespace assay::tracking {

namespace {

/// A series as its chunks tell it.
struct Seen
{
    double last = 0;
    double min = std::numeric_limits<double>::quiet_NaN(), max = min;
    qint64 count = 0, lastStep = 0;
    MetricPoint latest = {}; ///< by step: what MLflow takes for the last
    bool whole = true;       ///< every chunk decodes and begins where the one before it ended
};

/// Runs and keys by their numbers in the store.
using SeenSeries = std::map<qint64, Seen>;

void take(Seen &seen, qint64 first, const QByteArray &chunk)
{
    std::vector<MetricPoint> points;
    seen.whole = unpackPoints(chunk, points) && !points.empty() && first == seen.count && seen.whole;
    for (const MetricPoint &point : points) {
        seen.min = std::fmin(seen.min, point.value);
        seen.max = std::fmax(seen.max, point.value);
        seen.last = point.value;
        seen.lastStep = point.step;
        if ((seen.count == 0 && &point == &points.front()) || isLater(point, seen.latest))
            seen.latest = point;
    }
    seen.count += static_cast<qint64>(points.size());
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// What is wrong with a series; empty for nothing.
QString fault(const Seen &seen, const Row &known)
{
    if (!seen.whole)
        return QStringLiteral("a piece of it cannot be decoded or is missing");
    if (seen.count != known.integer(4))
        return QStringLiteral("it has %1 points and should have %2").arg(seen.count).arg(known.integer(4));
    const bool logged = same(seen.last, known.real(1)) && seen.lastStep == known.integer(5);
    const bool byStep = same(seen.latest.value, known.real(1)) && seen.latest.step == known.integer(5);
    if ((!logged && !byStep) || !same(seen.min, known.real(2)) || !same(seen.max, known.real(3)))
        return QStringLiteral("its last, least or greatest value is not what its points say");
    return {};
}

struct RunRow
{
    qint64 row = 0;
    QString name;
};

class SeriesChecker
{
public:
    SeriesChecker(Connection &connection, CheckReport &report)
        : m_connection(connection)
        , m_report(report)
    {
    }

    void check(const RunRow &run)
    {
        // Others may write meanwhile: chunks and what is known of them are looked at as of one moment.
        const Snapshot view(m_connection);
        SeenSeries seen;
        auto read =
            m_connection.each("SELECT key, first, points FROM chunks WHERE run = ? ORDER BY key, first", {run.row},
                              [&](const Row &row) { take(seen[row.integer(0)], row.integer(1), row.bytes(2)); });
        if (read)
            read = m_connection.each("SELECT key, last, min, max, count, last_step, (SELECT name FROM keys WHERE id ="
                                     " key) FROM metrics WHERE run = ?",
                                     {run.row}, [&](const Row &row) { compare(run, seen, row); });
        if (!read)
            add(run.name, QStringLiteral("The series of the run %1 cannot be read: %2")
                              .arg(run.name, QString::fromStdString(read.error().message)));
        for (const auto &[key, left] : seen)
            add(run.name, QStringLiteral("The run %1 has %2 points of a series it does not know of.")
                              .arg(run.name)
                              .arg(left.count));
    }

private:
    void compare(const RunRow &run, SeenSeries &seen, const Row &known)
    {
        const Seen own = seen[known.integer(0)];
        seen.erase(known.integer(0));
        ++m_report.series;
        m_report.points += own.count;
        if (const QString wrong = fault(own, known); !wrong.isEmpty())
            add(run.name + u'/' + known.text(6),
                QStringLiteral("The series %1 of the run %2 is damaged: %3.").arg(known.text(6), run.name, wrong));
    }

    void add(const QString &where, const QString &message)
    {
        m_report.findings.push_back({.code = QStringLiteral("series"), .where = where, .message = message});
    }

    Connection &m_connection;
    CheckReport &m_report;
};

} // namespace

Result<void> checkSeries(Connection &connection, CheckReport &report, const Context &context)
{
    std::vector<RunRow> runs;
    auto read = connection.each("SELECT id, name FROM runs ORDER BY id", {},
                                [&](const Row &row) { runs.push_back({.row = row.integer(0), .name = row.text(1)}); });
    if (!read)
        report.findings.push_back({.code = QStringLiteral("page"),
                                   .where = QStringLiteral("runs"),
                                   .message = QString::fromStdString(read.error().message)});
    report.runs = static_cast<qint64>(runs.size());
    SeriesChecker checker(connection, report);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (context.cancelled())
            return cancelled();
        checker.check(runs[i]);
        context.progress("Metric series", static_cast<qint64>(i + 1), report.runs);
    }
    return {};
}

} // namespace assay::tracking
