// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/exportfiles.h"

#include <QDir>
#include <QFileInfo>
#include <charconv>
#include <cmath>

namespace assay::tracking {

namespace {

constexpr qsizetype bufferBytes = 1 << 18;

template<class Number>
void appendNumber(QByteArray &text, Number value)
{
    char buffer[40];
    const auto done = std::to_chars(buffer, buffer + sizeof buffer, value);
    text.append(buffer, done.ptr - buffer);
}

template<class Number>
std::optional<Number> readWhole(QByteArrayView text)
{
    Number value{};
    const auto done = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.isEmpty() || done.ec != std::errc{} || done.ptr != text.data() + text.size())
        return {};
    return value;
}

std::optional<MetricPoint> parsePoint(QByteArrayView line)
{
    const qsizetype first = line.indexOf(',');
    const qsizetype second = first < 0 ? -1 : line.indexOf(',', first + 1);
    if (second < 0)
        return {};
    const auto step = readWhole<qint64>(line.first(first));
    const auto time = readWhole<qint64>(line.sliced(first + 1, second - first - 1));
    const auto value = numberFromText(line.sliced(second + 1));
    if (!step || !time || !value)
        return {};
    return MetricPoint{.step = *step, .time = *time, .value = *value};
}

} // namespace

Failure cannotWrite(const QString &path, const QString &reason)
{
    return at(failure(ErrorKind::Refused, "cannot_write",
                      "{} cannot be written ({}): choose another place, or make room there.",
                      {path.toStdString(), reason.toStdString()}),
              path.toStdString());
}

ExportFile::ExportFile(const QString &path)
    : m_file(path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        m_error = m_file.errorString();
}

void ExportFile::write(QByteArrayView bytes)
{
    m_buffer.append(bytes.data(), bytes.size());
    if (m_buffer.size() >= bufferBytes)
        flush();
}

void ExportFile::flush()
{
    m_sum.add(std::as_bytes(std::span(m_buffer.constData(), static_cast<std::size_t>(m_buffer.size()))));
    m_bytes += m_buffer.size();
    if (m_error.isEmpty() && m_file.write(m_buffer) != m_buffer.size())
        m_error = m_file.errorString();
    m_buffer.clear();
}

Result<void> ExportFile::close()
{
    flush();
    m_file.close();
    m_digest = QString::fromStdString(m_sum.hex());
    if (m_error.isEmpty() && m_file.error() != QFileDevice::NoError)
        m_error = m_file.errorString();
    return m_error.isEmpty() ? Result<void>() : cannotWrite(m_file.fileName(), m_error);
}

QByteArray numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    QByteArray text;
    appendNumber(text, value);
    return text;
}

std::optional<double> numberFromText(QByteArrayView text)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (text == QByteArrayView("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text == QByteArrayView("Infinity"))
        return infinity;
    if (text == QByteArrayView("-Infinity"))
        return -infinity;
    const auto value = readWhole<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

QByteArray pointsHeader()
{
    return "step,time,value\n";
}

void appendPoint(QByteArray &text, const MetricPoint &point)
{
    appendNumber(text, point.step);
    text.append(',');
    appendNumber(text, point.time);
    text.append(',').append(numberText(point.value)).append('\n');
}

Result<std::vector<MetricPoint>> parsePoints(QByteArrayView text)
{
    std::vector<MetricPoint> points;
    const auto bad = [&points] {
        return failure(ErrorKind::BadInput, "bad_points",
                       "Line {} of the points is not a step, a time and a value between commas.",
                       {std::to_string(points.size() + 2)});
    };
    const QByteArray header = pointsHeader();
    if (!text.startsWith(header))
        return failure(ErrorKind::BadInput, "bad_points", "The points do not begin with `step,time,value`.");
    text = text.sliced(header.size());
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        if (end < 0)
            return bad();
        const auto point = parsePoint(text.first(end));
        if (!point)
            return bad();
        points.push_back(*point);
        text = text.sliced(end + 1);
    }
    return points;
}

} // namespace assay::tracking
