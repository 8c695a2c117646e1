// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/exploredata.h"

#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

QString ExploreColumn::text(std::size_t run) const
{
    const double value = values[run];
    if (std::isnan(value))
        return std::ranges::binary_search(nans, static_cast<int>(run)) ? QStringLiteral("NaN") : QString();
    if (whole && std::isfinite(value))
        return Format::count(static_cast<qint64>(value));
    return categories.isEmpty() ? Format::number(value) : categories.value(static_cast<qsizetype>(value));
}

const ExploreColumn *ExploreData::column(const QString &key) const
{
    const auto found = std::ranges::find(columns, key, &ExploreColumn::key);
    return found == columns.end() ? nullptr : &*found;
}

std::vector<const ExploreColumn *> ExploreData::parameters() const
{
    std::vector<const ExploreColumn *> out;
    for (const ExploreColumn &column : columns)
        if (!column.isMetric && column.distinct > 1)
            out.push_back(&column);
    return out;
}

std::vector<const ExploreColumn *> ExploreData::metrics() const
{
    std::vector<const ExploreColumn *> out;
    for (const ExploreColumn &column : columns)
        if (column.isMetric)
            out.push_back(&column);
    return out;
}

std::vector<ExploreKey> ExploreData::choices(bool withMetrics) const
{
    std::vector<ExploreKey> out;
    for (const ExploreKey &one : offered) {
        const ExploreColumn *read = column(one.key);
        if (one.isMetric ? withMetrics : !read || read->distinct > 1)
            out.push_back(one);
    }
    return out;
}

std::vector<ParallelAxis> exploreAxes(const ExploreData &data, const QStringList &keys)
{
    std::vector<ParallelAxis> axes;
    for (const QString &key : keys)
        if (const ExploreColumn *column = data.column(key))
            axes.push_back({.name = column->title,
                            .values = column->values,
                            .categories = column->categories,
                            .isMetric = column->isMetric,
                            .largerIsBetter = column->largerIsBetter,
                            .logarithmic = column->spreads,
                            .key = key,
                            .nans = column->nans});
    return axes;
}

QStringList usualAxes(const ExploreData &data, const QString &metric)
{
    constexpr qsizetype most = 6;
    QStringList keys;
    for (const ExploreColumn *column : data.parameters()) {
        const bool names = !column->categories.isEmpty() && column->distinct > 24;
        if (keys.size() < most && !names)
            keys << column->key;
    }
    for (const ExploreColumn *column : data.metrics())
        if (keys.size() < most + 1 && column->key != metric && column->distinct > 1)
            keys << column->key;
    return keys << metric;
}

std::vector<engine::ImportanceColumn> importanceColumns(const ExploreData &data)
{
    std::vector<engine::ImportanceColumn> out;
    for (const ExploreColumn &column : data.columns)
        if (!column.isMetric)
            out.push_back({.name = column.title.toStdString(),
                           .values = column.values,
                           .categorical = !column.categories.isEmpty()});
    return out;
}

} // namespace assay::ui
