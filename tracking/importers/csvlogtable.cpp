// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/csvlogtable.h"

#include "tracking/importers/csvrows.h"
#include "tracking/importers/isotime.h"

#include <QSet>
#include <charconv>
#include <cmath>
#include <limits>

namespace assay::tracking {

namespace {

/// The better name first.
const QStringList stepNames = {QStringLiteral("step"),      QStringLiteral("global_step"),
                               QStringLiteral("_step"),     QStringLiteral("trainer/global_step"),
                               QStringLiteral("iteration"), QStringLiteral("iter"),
                               QStringLiteral("batch"),     QStringLiteral("round"),
                               QStringLiteral("epoch")};
const QStringList timeNames = {QStringLiteral("wall_time"),  QStringLiteral("wall time"),  QStringLiteral("timestamp"),
                               QStringLiteral("_timestamp"), QStringLiteral("created_at"), QStringLiteral("datetime"),
                               QStringLiteral("date"),       QStringLiteral("time")};

/// Written where there is no value: nothing, and what Keras and pandas write.
bool isMissing(const QByteArray &cell)
{
    return cell.isEmpty() || cell == "NA" || cell == "None" || cell == "null";
}

std::optional<double> numberFrom(QByteArray cell)
{
    if (cell.startsWith('+'))
        cell.remove(0, 1);
    double value = 0;
    const auto done = std::from_chars(cell.constData(), cell.constData() + cell.size(), value);
    if (done.ptr != cell.constData() + cell.size() || cell.isEmpty())
        return {};
    if (done.ec == std::errc::result_out_of_range) // too small or too large for a double, which says which
        return cell.toDouble();
    return done.ec == std::errc{} ? std::optional(value) : std::nullopt;
}

std::optional<qint64> stepFrom(const QByteArray &cell)
{
    constexpr double farthest = 9.0e18;
    qint64 step = 0;
    const auto done = std::from_chars(cell.constData(), cell.constData() + cell.size(), step);
    if (done.ec == std::errc{} && done.ptr == cell.constData() + cell.size())
        return step;
    const auto number = numberFrom(cell);
    if (!number || !(std::abs(*number) < farthest) || std::trunc(*number) != *number)
        return {};
    return static_cast<qint64>(*number);
}

/// [µs] since 1970, from seconds, milliseconds, microseconds or nanoseconds by size, or from ISO 8601. Seconds since a
/// training began are no time of a clock.
std::optional<qint64> timeFrom(const QByteArray &cell)
{
    if (const auto number = numberFrom(cell)) {
        constexpr double earliest = 1e8, latest = 1e11; // [s]: years 1973 to 5138
        double unit = 1e6;
        for (const double scale : {1.0, 1e3, 1e6, 1e9}) {
            if (*number >= earliest * scale && *number < latest * scale)
                return static_cast<qint64>(std::llround(*number * unit));
            unit /= 1e3;
        }
        return {};
    }
    return isoMicroseconds(QString::fromUtf8(cell), Qt::LocalTime);
}

class LogReader
{
public:
    LogReader(ByteWindow &bytes, const CsvLogOptions &options)
        : m_bytes(bytes)
        , m_options(options)
    {
    }

    Result<CsvLog> read()
    {
        if (m_bytes.ahead(3) == QByteArrayView("\xef\xbb\xbf"))
            m_bytes.skip(3);
        CsvRows rows(m_bytes, delimiterOf(m_bytes.ahead(ByteWindow::pieceBytes)));
        if (!rows.next() || !takeHeader(rows))
            return notALog("its first line does not name its columns");
        while (rows.next())
            takeRow(rows);
        return finish();
    }

private:
    struct Cell
    {
        std::size_t row = 0;
        double value = 0;
    };
    struct Column
    {
        QString name;
        std::vector<Cell> numbers;
        std::vector<std::pair<std::size_t, qint64>> others; ///< row and place of cells that are no numbers
    };
    struct Place
    {
        qint64 step = 0, time = 0;
    };

    static Failure notALog(const char *why)
    {
        return failure(ErrorKind::BadInput, "not_a_log",
                       "This is no training log: {}. A log is delimited text with a line of names, a column `step`, "
                       "`epoch` or `iteration`, and columns of numbers.",
                       {why});
    }

    bool takeHeader(const CsvRows &rows)
    {
        QSet<QString> seen;
        for (const QByteArray &cell : rows.cells()) {
            const QString name = QString::fromUtf8(cell);
            if (name.isEmpty() || numberFrom(cell) || seen.contains(name))
                return false;
            seen.insert(name);
            m_columns.push_back({.name = name, .numbers = {}, .others = {}});
        }
        m_step = find(stepNames);
        m_time = find(timeNames);
        return true;
    }

    std::optional<std::size_t> find(const QStringList &names) const
    {
        for (const QString &name : names)
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                if (m_columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
                    return i;
        return {};
    }

    void problem(const CsvRows &rows, const QString &what)
    {
        m_log.problems.push_back({.offset = rows.offset(), .what = what});
    }

    void takeRow(const CsvRows &rows)
    {
        if (!rows.ended() && !m_options.lastLine) {
            problem(rows, QStringLiteral("The last row was not written to its end and is left out."));
            return;
        }
        if (rows.cells().size() != m_columns.size()) {
            problem(rows, QStringLiteral("The row has %1 cells where there are %2 columns: it is left out.")
                              .arg(rows.cells().size())
                              .arg(m_columns.size()));
            return;
        }
        m_places.push_back(placeOf(rows.cells()));
        const std::size_t row = m_places.size() - 1;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QByteArray &cell = rows.cells()[i];
            if (isMissing(cell))
                continue;
            if (const auto number = numberFrom(cell))
                m_columns[i].numbers.push_back({.row = row, .value = *number});
            else
                m_columns[i].others.emplace_back(row, rows.offset());
        }
    }

    Place placeOf(const std::vector<QByteArray> &cells)
    {
        Place place{.step = static_cast<qint64>(m_places.size()), .time = m_options.time};
        if (m_step)
            place.step = stepFrom(cells[*m_step]).value_or(m_places.empty() ? 0 : m_places.back().step);
        if (m_time) {
            const auto time = timeFrom(cells[*m_time]);
            m_timed += time ? 1 : 0;
            place.time = time.value_or(m_places.empty() ? m_options.time : m_places.back().time);
        }
        return place;
    }

    /// A column is of numbers when most of what stands in it is one.
    static bool isNumeric(const Column &column) { return column.numbers.size() > column.others.size(); }

    Result<CsvLog> finish()
    {
        const bool stepped = m_step && (m_places.empty() || isNumeric(m_columns[*m_step]));
        if (!stepped && !m_options.anyColumns)
            return notALog("no column tells the step");
        m_log.rows = static_cast<qint64>(m_places.size());
        m_log.timed = m_time && m_timed * 2 > m_places.size();
        if (stepped)
            m_log.stepColumn = m_columns[*m_step].name;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (!(stepped && i == *m_step) && !(m_log.timed && i == *m_time))
                addColumn(m_columns[i], stepped);
        if (!m_places.empty() && (m_log.metrics.empty() || m_log.leftOut.size() > qsizetype(m_log.metrics.size())))
            return notALog("most of its columns are not numbers");
        return std::move(m_log);
    }

    void addColumn(const Column &column, bool stepped)
    {
        if (!isNumeric(column)) {
            if (!column.others.empty())
                m_log.leftOut << column.name;
            return;
        }
        for (const auto &[row, offset] : column.others)
            m_log.problems.push_back(
                {.offset = offset,
                 .what = QStringLiteral("The cell of column `%1` is no number: it is left out.").arg(column.name)});
        std::vector<MetricPoint> &points = m_log.metrics[column.name];
        points.reserve(column.numbers.size());
        for (const Cell &cell : column.numbers)
            points.push_back({.step = stepped ? m_places[cell.row].step : static_cast<qint64>(cell.row),
                              .time = m_log.timed ? m_places[cell.row].time : m_options.time,
                              .value = cell.value});
    }

    ByteWindow &m_bytes;
    const CsvLogOptions &m_options;
    std::vector<Column> m_columns;
    std::vector<Place> m_places;
    std::optional<std::size_t> m_step, m_time;
    std::size_t m_timed = 0;
    CsvLog m_log;
};

} // namespace

Result<CsvLog> parseCsvLog(ByteWindow &bytes, const CsvLogOptions &options)
{
    return LogReader(bytes, options).read();
}

Result<CsvLog> parseCsvLog(QByteArrayView bytes, const CsvLogOptions &options)
{
    ByteWindow window(bytes);
    return parseCsvLog(window, options);
}

} // namespace assay::tracking
