// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/csvlogrows.h"

#include "tracking/importers/isotime.h"

#include <QSet>
#include <charconv>
#include <cmath>

namespace assay::tracking {

namespace {

/// Skips what says that the text is UTF-8; returns the delimiter.
char begin(ByteWindow &bytes)
{
    if (bytes.ahead(3) == QByteArrayView("\xef\xbb\xbf"))
        bytes.skip(3);
    return delimiterOf(bytes.ahead(ByteWindow::pieceBytes));
}

/// The better name first.
const QStringList stepNames = {QStringLiteral("step"),      QStringLiteral("global_step"),
                               QStringLiteral("_step"),     QStringLiteral("trainer/global_step"),
                               QStringLiteral("iteration"), QStringLiteral("iter"),
                               QStringLiteral("batch"),     QStringLiteral("round"),
                               QStringLiteral("epoch")};
const QStringList timeNames = {QStringLiteral("wall_time"),  QStringLiteral("wall time"),  QStringLiteral("timestamp"),
                               QStringLiteral("_timestamp"), QStringLiteral("created_at"), QStringLiteral("datetime"),
                               QStringLiteral("date"),       QStringLiteral("time")};

/// @p number: the cell as one, if it is.
std::optional<qint64> stepFrom(const QByteArray &cell, std::optional<double> number)
{
    constexpr double farthest = 9.0e18;
    qint64 step = 0;
    const auto done = std::from_chars(cell.constData(), cell.constData() + cell.size(), step);
    if (done.ec == std::errc{} && done.ptr == cell.constData() + cell.size())
        return step;
    if (!number || !(std::abs(*number) < farthest) || std::trunc(*number) != *number)
        return {};
    return static_cast<qint64>(*number);
}

/// [µs] since 1970, from seconds, milliseconds, microseconds or nanoseconds by size, or from ISO 8601. Seconds since a
/// training began are no time of a clock.
std::optional<qint64> timeFrom(const QByteArray &cell, std::optional<double> number)
{
    if (number) {
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

} // namespace

bool isMissingCell(const QByteArray &cell)
{
    return cell.isEmpty() || cell == "NA" || cell == "None" || cell == "null";
}

std::optional<double> numberFromCell(QByteArray cell)
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

CsvLogRows::CsvLogRows(ByteWindow &bytes, const CsvLogOptions &options)
    : m_options(options)
    , m_rows(bytes, begin(bytes))
{
}

std::optional<double> CsvLogRows::number(const QByteArray &cell) const
{
    const auto number = numberFromCell(cell);
    if (number || m_rows.delimiter() == ',' || cell.count(',') != 1 || cell.contains('.'))
        return number;
    return numberFromCell(QByteArray(cell).replace(',', '.'));
}

bool CsvLogRows::takeHeader()
{
    if (!m_rows.next())
        return false;
    QSet<QString> seen;
    for (const QByteArray &cell : m_rows.cells()) {
        const QString name = QString::fromUtf8(cell);
        if (name.isEmpty() || numberFromCell(cell) || seen.contains(name))
            return false;
        seen.insert(name);
        m_columns << name;
    }
    m_step = find(stepNames);
    m_time = find(timeNames);
    return true;
}

std::optional<std::size_t> CsvLogRows::find(const QStringList &names) const
{
    for (const QString &name : names)
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].compare(name, Qt::CaseInsensitive) == 0)
                return static_cast<std::size_t>(i);
    return {};
}

bool CsvLogRows::next(const std::function<void(qint64, const QString &)> &problem)
{
    while (m_rows.next()) {
        const auto cells = static_cast<qsizetype>(m_rows.cells().size());
        if (m_rows.isOpen()) {
            problem(offset(), QStringLiteral("A quote begins in this row and never ends: the rest of the file is left "
                                             "out."));
        } else if (!m_rows.ended() && !m_options.lastLine) {
            problem(offset(), QStringLiteral("The last row was not written to its end and is left out."));
        } else if (cells != m_columns.size()) {
            problem(offset(), QStringLiteral("The row has %1 cells where there are %2 columns: it is left out.")
                                  .arg(cells)
                                  .arg(m_columns.size()));
        } else {
            takePlace();
            return true;
        }
    }
    return false;
}

void CsvLogRows::takePlace()
{
    const bool first = m_count == 0;
    const Place before = m_place;
    m_place = {.row = m_count, .step = m_count, .time = m_options.time};
    if (m_step)
        m_place.step = stepFrom(cells()[*m_step], number(cells()[*m_step])).value_or(first ? 0 : before.step);
    if (m_time) {
        const auto time = timeFrom(cells()[*m_time], number(cells()[*m_time]));
        m_timed += time ? 1 : 0;
        m_place.time = time.value_or(first ? m_options.time : before.time);
    }
    ++m_count;
}

} // namespace assay::tracking
