// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/bytewindow.h"
#include "tracking/records.h"

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

    std::map<QString, std::vector<MetricPoint>> metrics =
        {};                  ///< by column, in order of rows; cells without a value left out
    QString stepColumn = {}; ///< empty: rows are counted
    bool timed = false;      ///< a column told the times
    qint64 rows = 0;
    QStringList leftOut = {}; ///< columns of texts
    std::vector<Problem> problems = {};
};

struct CsvLogOptions
{
    qint64 time = 0;         ///< [µs] since 1970, of rows that tell none
    bool anyColumns = false; ///< also without a column for the step
    bool lastLine = true;    ///< also one that does not end: otherwise it is left out, and a problem
};

/// Errors: `not_a_log` says what a log has that these bytes lack.
Result<CsvLog> parseCsvLog(QByteArrayView bytes, const CsvLogOptions &options);
/// The same of bytes that come piece by piece: what is in memory of them does not grow with their number.
Result<CsvLog> parseCsvLog(ByteWindow &bytes, const CsvLogOptions &options);

} // namespace assay::tracking
