// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/runcolumns.h"

#include <QIcon>
#include <QVariant>

namespace assay::ui {

/// What a cell of the runs table says of a run, wherever it is shown or copied.
class RunCell
{
public:
    static QString text(const tracking::Run &run, const RunColumn &column);
    /// For those who do not see it: a star has a name.
    static QString spoken(const tracking::Run &run, const RunColumn &column);
    static QString toolTip(const tracking::Run &run, const RunColumn &column);
    /// A mark beside the text; null where there is none.
    static QVariant mark(const tracking::Run &run, const RunColumn &column);
    /// The finite value of a metric, else none.
    static std::optional<double> metric(const tracking::Run &run, const QString &key);
};

/// The row of a group: "C = 0.5", how many runs, and mean ± sd with the best below each metric.
class GroupCell
{
public:
    static QString title(const tracking::RunGroup &group, const QString &key);
    static QString metric(const tracking::MetricSpread &spread, bool largerIsBetter);
    static QString metricToolTip(const tracking::MetricSpread &spread, const QString &key);
};

/// `params.C = "0.5"`: finds the runs that say the same in @p column as @p run; empty where that cannot be asked.
QString filterFor(const tracking::Run &run, const RunColumn &column);
/// The filter that finds the runs of @p filter whose @p key has the group's value.
QString groupFilter(const QString &filter, const QString &key, const tracking::RunGroup &group);
/// A text as a value of the query language.
QString queryValue(const QString &text);
/// A key as the query language spells it: quoted where its name needs that.
QString queryKey(const QString &key);

} // namespace assay::ui
