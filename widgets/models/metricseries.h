// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/runstore.h"
#include "widgets/charts/curvechart.h"

#include <map>
#include <set>
#include <vector>

namespace assay::ui {

/// What lies along x.
enum class CurveX { Step, WallTime, RelativeTime, Metric };
/// What the colour of a curve says.
enum class CurveColouring { Automatic, Run, Group, LastValue };

/// How metrics are looked at.
struct MetricView
{
    QStringList keys = {}; ///< a chart each
    CurveX x = CurveX::Step;
    QString xMetric = {};
    bool xLog = false, yLog = false;
    SmoothingOptions smoothing = {};
    bool robust = false;
    QString group = {}; ///< "model", "status", "experiment", "params.KEY", "tags.KEY"; empty: each run for itself
    CurveColouring colouring = CurveColouring::Automatic;
    std::set<QString> hidden = {}; ///< ids of runs

    bool operator==(const MetricView &) const = default;
};

/// What a run has in @p group as people see it; empty where it has nothing.
QString groupValue(const tracking::Run &run, const QString &group);

/// How a run is drawn, in all charts and in the list beside them.
struct RunLook
{
    int slot = 0;
    double shade = std::nan("");
    QString group = {};
};
/// [runs] The look of each; with colours by value it differs from metric to metric, and @p key says which.
std::vector<RunLook> runLooks(const std::vector<tracking::RunDetails> &runs, const MetricView &view,
                              const QString &key);

/// The points of metrics of some runs, read from the store once and then only what is new. One thread at a time.
class MetricSeries
{
public:
    explicit MetricSeries(std::vector<tracking::RunId> runs)
        : m_ids(std::move(runs))
    {
    }

    /// Names, parameters and which series there are. Errors: those of the store; a run that is gone is left out.
    Result<void> readRuns(const tracking::RunStore &store, const Context &context);
    const std::vector<tracking::RunDetails> &runs() const { return m_runs; }
    /// Reads what came since the last time. How many points that were.
    Result<qint64> readPoints(const tracking::RunStore &store, const MetricView &view, const Context &context);
    /// [view.keys]
    std::vector<CurveChart> charts(const MetricView &view) const;

    const std::vector<tracking::MetricPoint> &points(std::size_t run, const QString &key) const;

private:
    using Key = std::pair<QString, QString>; ///< run, metric

    struct Clock; ///< how relative time is told, the same in all charts

    Clock clock(const MetricView &view) const;
    CurveChart chart(const QString &key, const MetricView &view, const Clock &clock) const;
    CurvePtr curve(std::size_t run, const QString &key, const MetricView &view, const Clock &clock) const;
    static void groupLines(CurveChart &chart, const std::vector<RunLook> &looks, const SmoothingOptions &smoothing);

    std::vector<tracking::RunId> m_ids;
    std::vector<tracking::RunDetails> m_runs;
    std::map<Key, std::vector<tracking::MetricPoint>> m_points;
};

/// A set of series as it was drawn.
struct MetricCharts
{
    std::vector<tracking::RunDetails> runs = {};
    std::vector<CurveChart> charts = {};
    qint64 newPoints = 0;
};

} // namespace assay::ui
