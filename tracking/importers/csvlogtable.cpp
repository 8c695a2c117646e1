// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/csvlogtable.h"

#include "tracking/importers/csvlogrows.h"

#include <limits>

namespace assay::tracking {

namespace {

Failure notALog(const char *why)
{
    return failure(ErrorKind::BadInput, "not_a_log",
                   "This is no training log: {}. A log is delimited text with a line of names, a column `step`, "
                   "`epoch` or `iteration`, and columns of numbers.",
                   {why});
}

/// Counts what stands in the columns.
class Survey
{
public:
    Survey(ByteWindow &bytes, const CsvLogOptions &options)
        : m_rows(bytes, options)
        , m_options(options)
    {
    }

    Result<CsvLog> take()
    {
        if (!m_rows.takeHeader())
            return notALog("its first line does not name its columns");
        m_columns.resize(static_cast<std::size_t>(m_rows.columns().size()));
        while (m_rows.next([this](qint64 offset, const QString &what) { problem(offset, what); }))
            takeRow();
        return finish();
    }

private:
    struct Column
    {
        qint64 numbers = 0, others = 0;
        qint64 firstTime = std::numeric_limits<qint64>::max();
        std::vector<qint64> places = {}; ///< [bytes] of cells that are no numbers, the first of them
    };

    void problem(qint64 offset, const QString &what)
    {
        if (m_log.problems.size() < CsvLog::mostProblems)
            m_log.problems.push_back({.offset = offset, .what = what});
        else
            ++m_more;
    }

    void takeRow()
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QByteArray &cell = m_rows.cells()[i];
            Column &column = m_columns[i];
            if (isMissingCell(cell))
                continue;
            if (m_rows.number(cell)) {
                ++column.numbers;
                column.firstTime = std::min(column.firstTime, m_rows.place().time);
                continue;
            }
            ++column.others;
            if (m_places++ < 10 * CsvLog::mostProblems)
                column.places.push_back(m_rows.offset());
        }
    }

    /// A column is of numbers when most of what stands in it is one.
    bool isNumeric(std::size_t column) const { return m_columns[column].numbers > m_columns[column].others; }

    Result<CsvLog> finish()
    {
        const auto step = m_rows.stepColumn(), time = m_rows.timeColumn();
        const bool stepped = step && (m_rows.rows() == 0 || isNumeric(*step));
        if (!stepped && !m_options.anyColumns)
            return notALog("no column tells the step");
        m_log.rows = m_rows.rows();
        m_log.timed = time && m_rows.timed() * 2 > m_rows.rows();
        m_log.firstTime = m_options.time;
        if (stepped)
            m_log.stepColumn = name(*step);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (!(stepped && i == *step) && !(m_log.timed && i == *time))
                takeColumn(i);
        if (m_more > 0)
            m_log.problems.push_back(
                {.offset = -1, .what = QStringLiteral("%1 more rows or cells are left out.").arg(m_more)});
        if (m_log.rows > 0 && (m_log.counts.empty() || m_log.leftOut.size() > qsizetype(m_log.counts.size())))
            return notALog("most of its columns are not numbers");
        return std::move(m_log);
    }

    void takeColumn(std::size_t i)
    {
        const Column &column = m_columns[i];
        if (!isNumeric(i)) {
            if (column.others > 0)
                m_log.leftOut << name(i);
            return;
        }
        for (const qint64 offset : column.places)
            problem(offset, QStringLiteral("The cell of column `%1` is no number: it is left out.").arg(name(i)));
        m_more += column.others - static_cast<qint64>(column.places.size());
        m_log.counts[name(i)] = column.numbers;
        if (m_log.timed)
            m_log.firstTime = std::min(m_log.firstTime, column.firstTime);
    }

    QString name(std::size_t column) const { return m_rows.columns()[static_cast<qsizetype>(column)]; }

    CsvLogRows m_rows;
    const CsvLogOptions &m_options;
    std::vector<Column> m_columns;
    std::size_t m_places = 0;
    qint64 m_more = 0; ///< problems that are only counted
    CsvLog m_log;
};

} // namespace

Result<CsvLog> surveyCsvLog(ByteWindow &bytes, const CsvLogOptions &options)
{
    if (bytes.atEnd())
        return notALog("it is empty");
    return Survey(bytes, options).take();
}

Result<void> readCsvPoints(ByteWindow &bytes, const CsvLogOptions &options, const CsvLog &log, PointBatches &points)
{
    CsvLogRows rows(bytes, options);
    if (!rows.takeHeader())
        return notALog("its first line does not name its columns");
    std::vector<std::pair<std::size_t, PointBatches::Series>> columns;
    for (qsizetype i = 0; i < rows.columns().size(); ++i)
        if (log.counts.contains(rows.columns()[i]))
            columns.emplace_back(static_cast<std::size_t>(i), points.series(rows.columns()[i]));
    const bool stepped = !log.stepColumn.isEmpty();
    while (points.ok() && rows.rows() < log.rows && rows.next([](qint64, const QString &) {})) {
        const CsvLogRows::Place &place = rows.place();
        for (const auto &[column, series] : columns) {
            const QByteArray &cell = rows.cells()[column];
            if (const auto number = isMissingCell(cell) ? std::nullopt : rows.number(cell))
                points.add(series, {.step = stepped ? place.step : place.row,
                                    .time = log.timed ? place.time : options.time,
                                    .value = *number});
        }
    }
    return points.finish();
}

Result<CsvLog> parseCsvLog(QByteArrayView bytes, const CsvLogOptions &options)
{
    ByteWindow first(bytes), second(bytes);
    auto log = surveyCsvLog(first, options);
    if (!log)
        return log;
    for (const auto &[column, count] : log->counts)
        log->metrics[column].reserve(static_cast<std::size_t>(count));
    PointBatches points([&](const QString &column, std::span<const MetricPoint> batch) {
        auto &series = log->metrics[column];
        series.insert(series.end(), batch.begin(), batch.end());
        return Result<void>();
    });
    if (auto read = readCsvPoints(second, options, *log, points); !read)
        return Failure(read.error());
    return log;
}

} // namespace assay::tracking
