// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <functional>
#include <map>
#include <span>

namespace assay::tracking {

/// Is given points of a series that follow those it was given before.
using TakePoints = std::function<Result<void>(const QString &series, std::span<const MetricPoint> points)>;

/// The points of a run that may be too many to be in memory at once: they are read again each time they are wanted.
class PointSource
{
public:
    virtual ~PointSource() = default;

    /// How many points each series has.
    virtual std::map<QString, qint64> counts() const = 0;
    /// Hands on all points, of every series in the order they were logged. Ends with what @p take fails with.
    virtual Result<void> read(const TakePoints &take) const = 0;
    /// Whether the points' times are told by the source; else they are those of the moment it was looked at.
    virtual bool timed() const { return true; }
};

/// Gathers single points into pieces as the store keeps them. What it holds does not grow with their number.
class PointBatches
{
public:
    using Series = std::size_t;

    explicit PointBatches(TakePoints take)
        : m_take(std::move(take))
    {
    }
    Series series(const QString &name);
    void add(Series series, const MetricPoint &point);
    /// Hands on what is left; returns what went wrong first.
    Result<void> finish();
    bool ok() const { return m_done.has_value(); }

private:
    struct Open
    {
        QString name = {};
        std::vector<MetricPoint> points = {};
    };
    void handOn(Open &open);

    TakePoints m_take;
    std::map<QString, Series> m_names;
    std::vector<Open> m_open;
    std::size_t m_held = 0;
    Result<void> m_done;
};

} // namespace assay::tracking
