// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/exploredata.h"

#include "engine/metrics/evaluation.h"
#include "widgets/models/format.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace assay::ui {

namespace {

constexpr std::size_t mostColumns = 40;
constexpr std::size_t chunk = 1000;

/// Values of one key as they come, run by run; what they are is decided when all are there.
class Collector
{
public:
    Collector(QString key, QString title)
        : m_key(std::move(key))
        , m_title(std::move(title))
    {
    }

    void add(const ParamValue *value)
    {
        if (!value) {
            m_codes.push_back(-1);
            return;
        }
        const QString shown = Format::parameter(*value), whole = text(toText(*value));
        const auto known = m_places.try_emplace(whole, static_cast<int>(m_texts.size()));
        if (known.second) {
            m_texts << shown;
            bool number = false;
            const double read = whole.toDouble(&number);
            m_numbers.push_back(number && !std::holds_alternative<bool>(*value) ? read : std::nan(""));
            m_numeric = m_numeric && number && !std::holds_alternative<bool>(*value);
        }
        m_codes.push_back(known.first->second);
    }

    ExploreColumn finished() const
    {
        ExploreColumn column{.key = m_key, .title = m_title};
        std::vector<int> order(static_cast<std::size_t>(m_texts.size()));
        column.distinct = order.size();
        if (!m_numeric) {
            QStringList sorted = m_texts;
            sorted.sort();
            column.categories = sorted;
            for (std::size_t i = 0; i < order.size(); ++i)
                order[i] = static_cast<int>(sorted.indexOf(m_texts[static_cast<qsizetype>(i)]));
        }
        for (const int code : m_codes) {
            const auto at = static_cast<std::size_t>(code);
            column.values.push_back(code < 0 ? std::nan("") : m_numeric ? m_numbers[at] : order[at]);
        }
        return column;
    }

private:
    QString m_key, m_title;
    std::map<QString, int> m_places;
    QStringList m_texts;
    std::vector<double> m_numbers;
    std::vector<int> m_codes;
    bool m_numeric = true;
};

/// The most used of @p uses, and those @p wanted.
QStringList chosenKeys(std::vector<tracking::KeyUse> uses, const QString &prefix, const QStringList &wanted)
{
    std::ranges::stable_sort(uses, std::greater<>(), &tracking::KeyUse::runs);
    QStringList keys;
    for (const tracking::KeyUse &use : uses)
        if (static_cast<std::size_t>(keys.size()) < mostColumns || wanted.contains(prefix + use.key))
            keys << use.key;
    keys.sort();
    return keys;
}

void offer(std::vector<ExploreKey> &offered, std::vector<tracking::KeyUse> uses, bool metrics)
{
    std::ranges::sort(uses, {}, &tracking::KeyUse::key);
    for (const tracking::KeyUse &use : uses)
        offered.push_back({.key = (metrics ? QStringLiteral("metrics.") : QStringLiteral("params.")) + use.key,
                           .title = metrics ? Format::metric(use.key) : use.key,
                           .isMetric = metrics,
                           .runs = use.runs});
}

void finish(ExploreColumn &column)
{
    std::set<double> seen;
    double low = INFINITY, high = -INFINITY;
    column.whole = column.categories.isEmpty();
    for (const double value : column.values) {
        if (!std::isfinite(value))
            continue;
        column.whole = column.whole && value == std::floor(value) && std::abs(value) < 1e15;
        low = std::min(low, value);
        high = std::max(high, value);
        if (seen.size() < 1000)
            seen.insert(value);
    }
    column.distinct = seen.size();
    column.spreads = column.categories.isEmpty() && low > 0 && high / low >= 1000;
}

} // namespace

QString ExploreColumn::text(std::size_t run) const
{
    const double value = values[run];
    if (std::isnan(value))
        return {};
    if (whole)
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

Result<ExplorePtr> readExplore(const tracking::RunStore &store, const tracking::RunQuery &query,
                               const QStringList &wanted, const Context &context)
{
    const tracking::RunTable table(store);
    const auto uses = table.keys(query);
    if (!uses)
        return tl::unexpected(uses.error());
    const auto rows = table.rows(query);
    if (!rows)
        return tl::unexpected(rows.error());
    const tracking::RunFields fields{.metrics = chosenKeys(uses->metrics, QStringLiteral("metrics."), wanted),
                                     .params = chosenKeys(uses->params, QStringLiteral("params."), wanted)};
    auto data = std::make_shared<ExploreData>();
    data->query = query;
    auto byUse = uses->metrics;
    std::ranges::stable_sort(byUse, std::greater<>(), &tracking::KeyUse::runs);
    for (const tracking::KeyUse &use : byUse)
        data->metricKeys << use.key;
    std::vector<Collector> params{
        {QStringLiteral("model"), QCoreApplication::translate("assay::ui::ExploreText", "Model")}};
    data->offered.push_back({.key = QStringLiteral("model"),
                             .title = QCoreApplication::translate("assay::ui::ExploreText", "Model"),
                             .runs = std::ssize(*rows)});
    offer(data->offered, uses->params, false);
    offer(data->offered, uses->metrics, true);
    for (const QString &key : fields.params)
        params.emplace_back(QStringLiteral("params.") + key, key);
    std::vector<ExploreColumn> metrics;
    for (const QString &key : fields.metrics)
        metrics.push_back({.key = QStringLiteral("metrics.") + key,
                           .title = Format::metric(key),
                           .isMetric = true,
                           .largerIsBetter = engine::largerIsBetter(key.toStdString())});
    std::vector<qint64> numbers;
    for (const tracking::RunRow &row : *rows)
        numbers.push_back(row.row);
    for (std::size_t from = 0; from < numbers.size(); from += chunk) {
        if (context.cancelled())
            return cancelled();
        context.progress("runs", static_cast<std::int64_t>(from), static_cast<std::int64_t>(numbers.size()));
        const auto runs = table.read(std::span(numbers).subspan(from, std::min(chunk, numbers.size() - from)), fields);
        if (!runs)
            return tl::unexpected(runs.error());
        for (const tracking::Run &run : *runs) {
            data->ids.push_back(run.id);
            data->names << run.name;
            const ParamValue model = Format::model(run.model).toStdString();
            params.front().add(run.model.isEmpty() ? nullptr : &model);
            for (qsizetype i = 0; i < fields.params.size(); ++i) {
                const auto found = run.params.find(fields.params[i].toStdString());
                params[static_cast<std::size_t>(i) + 1].add(found == run.params.end() ? nullptr : &found->second);
            }
            for (qsizetype i = 0; i < fields.metrics.size(); ++i) {
                const auto found = run.metrics.find(fields.metrics[i]);
                metrics[static_cast<std::size_t>(i)].values.push_back(found == run.metrics.end() ? std::nan("")
                                                                                                 : found->second);
            }
        }
    }
    for (const Collector &param : params)
        data->columns.push_back(param.finished());
    std::ranges::move(metrics, std::back_inserter(data->columns));
    for (ExploreColumn &column : data->columns)
        finish(column);
    return ExplorePtr(std::move(data));
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
                            .key = key});
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
