// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/digest.h"
#include "engine/core/error.h"
#include "tracking/records.h"

#include <QFile>
#include <span>

namespace assay::tracking {

Failure cannotWrite(const QString &path, const QString &reason);

/// A file of an export, written piece by piece, that knows its digest.
class ExportFile
{
public:
    /// Folders above it are made.
    explicit ExportFile(const QString &path);

    void write(QByteArrayView bytes);
    /// Errors: `cannot_write`, of anything since it was made.
    Result<void> close();
    /// SHA-256, after close().
    const QString &digest() const { return m_digest; }
    qint64 bytes() const { return m_bytes; }

private:
    void flush();

    QFile m_file;
    Sha256 m_sum;
    QByteArray m_buffer;
    QString m_digest;
    QString m_error;
    qint64 m_bytes = 0;
};

/// A number as the shortest text that reads back the same: "NaN", "Infinity", "-Infinity" for those.
QByteArray numberText(double value);
/// Reads what numberText() wrote; none for anything else.
std::optional<double> numberFromText(QByteArrayView text);

/// "step,time,value" and a line a point; times in [µs] since 1970.
QByteArray pointsHeader();
void appendPoint(QByteArray &text, const MetricPoint &point);
/// Reads a whole file of points. Errors: `bad_points` with the line.
Result<std::vector<MetricPoint>> parsePoints(QByteArrayView text);

} // namespace assay::tracking
