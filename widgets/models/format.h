// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"
#include "tracking/records.h"

#include <QCoreApplication>
#include <QString>
#include <optional>

namespace assay::ui {

/// How values are written for people: the one place that decides on decimals, signs and words, so that a number looks
/// the same on every page. What is undefined is an en dash.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::Format)
public:
    /// Four decimals below 10, fewer above, powers of ten for what is tiny or huge: figures of a column line up.
    static QString number(double value);
    static QString number(const std::optional<double> &value);
    /// With + or − before it.
    static QString signedNumber(double value);
    static QString count(qint64 value);
    /// A share of 1 as "12.3 %".
    static QString percent(double share);
    static QString percent(const std::optional<double> &share);
    /// "0.8970 – 0.9050".
    static QString interval(double low, double high);
    /// "p < 0.001", "p = 0.032".
    static QString pValue(double p);
    /// "840 ms", "3.2 s", "2 min 05 s", "1 h 20 min".
    static QString duration(double seconds);
    /// "just now", "5 min ago", "3 h ago", "yesterday 14:02", then the date.
    static QString relativeTime(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime());
    /// "812 B", "4.1 kB", "2.9 MB": powers of 1,000, as disks and download pages count.
    static QString bytes(qint64 bytes);
    static QString dateTime(const QDateTime &time);
    static QString parameter(const ParamValue &value);

    static QString status(tracking::RunStatus status);
    /// "ROC AUC" for `roc_auc`; a key of somebody else's stays as it is.
    static QString metric(const QString &key);
    static QString model(const QString &id);
    static QString kind(const QString &kind);
    /// How long a run took, or has been running at @p now.
    static QString duration(const tracking::Run &run, const QDateTime &now = QDateTime::currentDateTime());
};

inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace assay::ui
