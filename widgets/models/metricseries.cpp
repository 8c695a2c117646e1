// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricseries.h"

#include "widgets/charts/curveband.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/valueramp.h"
#include "widgets/models/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace assay::ui {

namespace {

struct MetricText
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::MetricText)
};

constexpr std::size_t ownColours = 8;

/// The value of another metric at a step: the latest logged there.
class StepValues
{
public:
    explicit StepValues(const std::vector<tracking::MetricPoint> &points)
        : m_points(points)
    {
        std::ranges::stable_sort(m_points, {}, &tracking::MetricPoint::step);
    }
    double at(qint64 step) const
    {
        const auto after = std::ranges::upper_bound(m_points, step, {}, &tracking::MetricPoint::step);
        return after == m_points.begin() || std::prev(after)->step != step ? std::nan("") : std::prev(after)->value;
    }

private:
    std::vector<tracking::MetricPoint> m_points;
};

struct TimeUnit
{
    double seconds;
    QString title;
};

/// In which a stretch of @p seconds reads best.
TimeUnit unitFor(double seconds)
{
    if (seconds > 3 * 86400)
        return {86400, MetricText::tr("Days")};
    if (seconds > 2 * 3600)
        return {3600, MetricText::tr("Hours")};
    if (seconds > 180)
        return {60, MetricText::tr("Minutes")};
    return {1, MetricText::tr("Seconds")};
}

QString xTitle(const MetricView &view, const TimeUnit &unit)
{
    switch (view.x) {
    case CurveX::WallTime:
        return MetricText::tr("Time (UTC)");
    case CurveX::RelativeTime:
        return unit.title;
    case CurveX::Metric:
        return Format::metric(view.xMetric);
    case CurveX::Step:
        break;
    }
    return MetricText::tr("Step");
}

} // namespace

QString groupValue(const tracking::Run &run, const QString &group)
{
    if (group == QLatin1String("model"))
        return Format::model(run.model);
    if (group == QLatin1String("status"))
        return Format::status(run.status);
    if (group == QLatin1String("experiment"))
        return run.experiment;
    if (group.startsWith(QLatin1String("params."))) {
        const auto found = run.params.find(group.mid(7).toStdString());
        return found == run.params.end() ? QString() : Format::parameter(found->second);
    }
    if (group.startsWith(QLatin1String("tags."))) {
        const auto found = run.tags.find(group.mid(5));
        return found == run.tags.end() ? QString() : found->second;
    }
    return {};
}

std::vector<RunLook> runLooks(const std::vector<tracking::RunDetails> &runs, const MetricView &view, const QString &key)
{
    std::vector<RunLook> looks(runs.size());
    QStringList groups;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        looks[i].group = groupValue(runs[i].run, view.group);
        groups << looks[i].group;
    }
    groups.sort();
    groups.removeDuplicates();
    const auto shown = static_cast<std::size_t>(std::ranges::count_if(
        runs, [&](const tracking::RunDetails &run) { return !view.hidden.contains(run.run.id.value); }));
    CurveColouring colouring = view.colouring;
    if (colouring == CurveColouring::Automatic)
        colouring = !view.group.isEmpty() ? CurveColouring::Group
                    : shown <= ownColours ? CurveColouring::Run
                                          : CurveColouring::LastValue;
    std::vector<double> last;
    int place = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool hidden = view.hidden.contains(runs[i].run.id.value);
        if (colouring == CurveColouring::Group)
            looks[i].slot = looks[i].group.isEmpty() ? -1 : static_cast<int>(groups.indexOf(looks[i].group)) % 8;
        else
            looks[i].slot = runs.size() <= ownColours ? static_cast<int>(i) : place % 8;
        place += hidden ? 0 : 1;
        const auto found = runs[i].series.find(key);
        last.push_back(hidden || found == runs[i].series.end() ? std::nan("") : found->second.last);
    }
    if (colouring == CurveColouring::LastValue) {
        const auto shares = rankShares(last);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            looks[i].slot = -1;
            looks[i].shade = shares[i];
        }
    }
    return looks;
}

Result<void> MetricSeries::readRuns(const tracking::RunStore &store, const Context &context)
{
    std::vector<tracking::RunDetails> runs;
    for (std::size_t i = 0; i < m_ids.size(); ++i) {
        if (context.cancelled())
            return cancelled();
        context.progress("runs", static_cast<std::int64_t>(i), static_cast<std::int64_t>(m_ids.size()));
        auto details = store.details(m_ids[i]);
        if (details)
            runs.push_back(std::move(*details));
        else if (details.error().kind != ErrorKind::NotFound)
            return tl::unexpected(details.error());
    }
    m_runs = std::move(runs);
    return {};
}

Result<qint64> MetricSeries::readPoints(const tracking::RunStore &store, const MetricView &view, const Context &context)
{
    QStringList keys = view.keys;
    if (view.x == CurveX::Metric && !keys.contains(view.xMetric))
        keys << view.xMetric;
    qint64 fresh = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (context.cancelled())
            return cancelled();
        context.progress("points", static_cast<std::int64_t>(i), static_cast<std::int64_t>(m_runs.size()));
        const tracking::RunId &id = m_runs[i].run.id;
        if (view.hidden.contains(id.value))
            continue;
        for (const QString &key : keys) {
            const auto summary = m_runs[i].series.find(key);
            if (summary == m_runs[i].series.end())
                continue;
            std::vector<tracking::MetricPoint> &known = m_points[{id.value, key}];
            if (summary->second.count <= std::ssize(known))
                continue;
            auto more = store.series(id, key, static_cast<qint64>(known.size()));
            if (!more)
                return tl::unexpected(more.error());
            fresh += static_cast<qint64>(more->size());
            if (known.empty())
                known = std::move(*more);
            else
                known.insert(known.end(), more->begin(), more->end());
        }
    }
    return fresh;
}

const std::vector<tracking::MetricPoint> &MetricSeries::points(std::size_t run, const QString &key) const
{
    static const std::vector<tracking::MetricPoint> none;
    const auto found = m_points.find({m_runs[run].run.id.value, key});
    return found == m_points.end() ? none : found->second;
}

struct MetricSeries::Clock
{
    std::vector<qint64> starts = {}; ///< [runs] the earliest point of any metric shown [µs]
    TimeUnit unit = unitFor(0);
};

/// Of all metrics and runs shown, so that zooming charts together means the same time in each. Points need not be
/// logged in the order of their times.
MetricSeries::Clock MetricSeries::clock(const MetricView &view) const
{
    Clock out;
    double longest = 0; // [s]
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        qint64 first = std::numeric_limits<qint64>::max(), last = std::numeric_limits<qint64>::min();
        for (const QString &key : view.keys)
            for (const tracking::MetricPoint &point : points(i, key)) {
                first = std::min(first, point.time);
                last = std::max(last, point.time);
            }
        out.starts.push_back(first);
        if (first < last && !view.hidden.contains(m_runs[i].run.id.value))
            longest = std::max(longest, static_cast<double>(last - first) * 1e-6);
    }
    out.unit = unitFor(longest);
    return out;
}

CurvePtr MetricSeries::curve(std::size_t run, const QString &key, const MetricView &view, const Clock &clock) const
{
    const auto &own = points(run, key);
    std::vector<double> x, y;
    x.reserve(own.size());
    y.reserve(own.size());
    const StepValues other(points(run, view.xMetric)); // of nothing unless it lies along x
    for (const tracking::MetricPoint &point : own) {
        switch (view.x) {
        case CurveX::Step:
            x.push_back(static_cast<double>(point.step));
            break;
        case CurveX::WallTime:
            x.push_back(static_cast<double>(point.time));
            break;
        case CurveX::RelativeTime:
            x.push_back(static_cast<double>(point.time - clock.starts[run]) * 1e-6 / clock.unit.seconds);
            break;
        case CurveX::Metric:
            // A step at which the other was not logged has no place.
            if (const double at = other.at(point.step); std::isfinite(at))
                x.push_back(at);
            else
                continue;
        }
        y.push_back(point.value);
    }
    return std::make_shared<CurvePyramid>(std::move(x), std::move(y));
}

void MetricSeries::groupLines(CurveChart &chart, const std::vector<RunLook> &looks, const SmoothingOptions &smoothing)
{
    std::map<QString, std::vector<const CurvePyramid *>> groups;
    std::map<QString, int> slots_;
    for (const CurveLine &line : chart.lines) {
        const RunLook &look = looks[static_cast<std::size_t>(line.run)];
        groups[look.group].push_back(line.raw.get());
        slots_[look.group] = look.slot;
    }
    for (const auto &[name, curves] : groups) {
        CurveBand band = bandOf(name.isEmpty() ? MetricText::tr("no value") : name, slots_[name], curves);
        // What the runs stay within is exact; only their mean is smoothed.
        if (smoothing.kind != Smoothing::None)
            band.mean = std::make_shared<CurvePyramid>(
                std::vector<double>(band.mean->x().begin(), band.mean->x().end()), smoothed(band.mean->y(), smoothing));
        chart.bands.push_back(std::move(band));
    }
    chart.lines.clear();
}

CurveChart MetricSeries::chart(const QString &key, const MetricView &view, const Clock &clock) const
{
    CurveChart out{.title = Format::metric(key),
                   .xTitle = xTitle(view, clock.unit),
                   .xLog = view.xLog && view.x != CurveX::WallTime,
                   .yLog = view.yLog,
                   .xTime = view.x == CurveX::WallTime};
    MetricView looked = view;
    if (!view.group.isEmpty())
        looked.colouring = CurveColouring::Group;
    const std::vector<RunLook> looks = runLooks(m_runs, looked, key);
    std::vector<double> values;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (view.hidden.contains(m_runs[i].run.id.value) || points(i, key).empty())
            continue;
        CurveLine line{.name = m_runs[i].run.name,
                       .run = static_cast<int>(i),
                       .raw = curve(i, key, view, clock),
                       .slot = looks[i].slot,
                       .shade = looks[i].shade};
        if (line.raw->size() == 0)
            continue;
        if (view.smoothing.kind != Smoothing::None && view.group.isEmpty())
            line.smooth =
                std::make_shared<CurvePyramid>(std::vector<double>(line.raw->x().begin(), line.raw->x().end()),
                                               smoothed(line.raw->y(), view.smoothing));
        if (view.robust)
            values.insert(values.end(), line.raw->y().begin(), line.raw->y().end());
        out.lines.push_back(std::move(line));
    }
    if (view.robust)
        if (const RobustRange range = robustRange(values); range.low <= range.high)
            out.robust = range;
    if (!view.group.isEmpty())
        groupLines(out, looks, view.smoothing);
    return out;
}

std::vector<CurveChart> MetricSeries::charts(const MetricView &view) const
{
    std::vector<CurveChart> out;
    const Clock times = view.x == CurveX::RelativeTime ? clock(view) : Clock();
    for (const QString &key : view.keys)
        out.push_back(chart(key, view, times));
    return out;
}

} // namespace assay::ui
