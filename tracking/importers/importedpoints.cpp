// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedpoints.h"

#include "tracking/metricstore.h"

namespace assay::tracking {

PointBatches::Series PointBatches::series(const QString &name)
{
    const auto [known, isNew] = m_names.try_emplace(name, m_open.size());
    if (isNew)
        m_open.push_back({.name = name});
    return known->second;
}

void PointBatches::add(Series series, const MetricPoint &point)
{
    constexpr std::size_t most = 1 << 20; // 24 MB, however many series there are
    Open &open = m_open[series];
    open.points.push_back(point);
    ++m_held;
    if (open.points.size() == static_cast<std::size_t>(chunkPoints))
        handOn(open);
    if (m_held < most)
        return;
    for (Open &one : m_open) {
        handOn(one);
        one.points = {};
    }
}

void PointBatches::handOn(Open &open)
{
    if (m_done && !open.points.empty())
        m_done = m_take(open.name, open.points);
    m_held -= open.points.size();
    open.points.clear();
}

Result<void> PointBatches::finish()
{
    for (Open &open : m_open)
        handOn(open);
    return m_done;
}

} // namespace assay::tracking
