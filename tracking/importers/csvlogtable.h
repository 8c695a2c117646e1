// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/bytewindow.h"
#include "tracking/importers/importedpoints.h"

#include <functional>

namespace assay::tracking {

/// A training log in rows: Keras' CSVLogger, Lightning's metrics.csv, TensorBoard's downloads and what people write by
/// hand.
struct CsvLog
{
    struct Problem
    {
        qint64 offset = 0; ///< [bytes] of the row
        QString what = {};

        bool operator==(const Problem &) const = default;
    };
    /// Problems that are told one by one; the others are counted.
    static constexpr std::size_t mostProblems = 1000;

    std::map<QString, qint64> counts = {};                    ///< of numbers, by column that becomes a series
    std::map<QString, std::vector<MetricPoint>> metrics = {}; ///< those numbers, where the log was read whole
    QString stepColumn = {};                                  ///< empty: rows are counted
    bool timed = false;                                       ///< a column told the times
    qint64 rows = 0;
    qint64 firstTime = 0;     ///< [µs] since 1970, the least of any point
    QStringList leftOut = {}; ///< columns of texts
    std::vector<Problem> problems = {};
};

struct CsvLogOptions
{
    qint64 time = 0;         ///< [µs] since 1970, of rows that tell none
    bool anyColumns = false; ///< also without a column for the step
    bool lastLine = true;    ///< also one that does not end: otherwise it is left out, and a problem
};

/// What the log holds, all but its points: what is in memory of the bytes, which come piece by piece, does not grow
/// with their number. Errors: `not_a_log` says what a log has that these bytes lack.
Result<CsvLog> surveyCsvLog(ByteWindow &bytes, const CsvLogOptions &options);
/// Hands on the points of the log of which surveyCsvLog() said @p log, in order of its rows; rows written since are
/// left out. Errors: those of @p points.
Result<void> readCsvPoints(ByteWindow &bytes, const CsvLogOptions &options, const CsvLog &log, PointBatches &points);

/// Both, of bytes that are all in memory.
Result<CsvLog> parseCsvLog(QByteArrayView bytes, const CsvLogOptions &options);

} // namespace assay::tracking
