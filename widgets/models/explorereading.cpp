// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"
#include "widgets/models/exploredata.h"
#include "widgets/models/format.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

/// How the runs of a query are read, column by column; what they are afterwards is in exploredata.cpp.
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
            if (code >= 0 && m_numeric && std::isnan(m_numbers[at]))
                column.nans.push_back(static_cast<int>(column.values.size()));
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

/// The columns of some parameters and metrics, run by run.
class Reader
{
public:
    explicit Reader(tracking::RunFields fields)
        : m_fields(std::move(fields))
    {
        for (const QString &key : m_fields.params)
            m_params.emplace_back(QStringLiteral("params.") + key, key);
        for (const QString &key : m_fields.metrics)
            m_metrics.push_back({.key = QStringLiteral("metrics.") + key,
                                 .title = Format::metric(key),
                                 .isMetric = true,
                                 .largerIsBetter = engine::largerIsBetter(key.toStdString())});
    }

    /// Calls @p add for each run that is still there.
    template<class Add>
    Result<void> read(const tracking::RunTable &table, std::span<const qint64> rows, const Context &context, Add add)
    {
        for (std::size_t from = 0; from < rows.size(); from += chunk) {
            if (context.cancelled())
                return cancelled();
            context.progress("runs", static_cast<std::int64_t>(from), static_cast<std::int64_t>(rows.size()));
            const auto runs = table.read(rows.subspan(from, std::min(chunk, rows.size() - from)), m_fields);
            if (!runs)
                return tl::unexpected(runs.error());
            for (const tracking::Run &run : *runs)
                add(run);
        }
        if (context.cancelled()) // while the last of them, or the only ones, were read
            return cancelled();
        return {};
    }

    void add(const tracking::Run &run)
    {
        for (qsizetype i = 0; i < m_fields.params.size(); ++i) {
            const auto found = run.params.find(m_fields.params[i].toStdString());
            m_params[static_cast<std::size_t>(i)].add(found == run.params.end() ? nullptr : &found->second);
        }
        for (qsizetype i = 0; i < m_fields.metrics.size(); ++i) {
            const auto found = run.metrics.find(m_fields.metrics[i]);
            ExploreColumn &column = m_metrics[static_cast<std::size_t>(i)];
            if (found != run.metrics.end() && std::isnan(found->second))
                column.nans.push_back(static_cast<int>(column.values.size()));
            column.values.push_back(found == run.metrics.end() ? std::nan("") : found->second);
        }
    }
    /// Of a run that is gone.
    void addNothing()
    {
        for (Collector &param : m_params)
            param.add(nullptr);
        for (ExploreColumn &metric : m_metrics)
            metric.values.push_back(std::nan(""));
    }

    std::vector<ExploreColumn> finished()
    {
        std::vector<ExploreColumn> columns;
        for (const Collector &param : m_params)
            columns.push_back(param.finished());
        std::ranges::move(m_metrics, std::back_inserter(columns));
        for (ExploreColumn &column : columns)
            finish(column);
        return columns;
    }

private:
    tracking::RunFields m_fields;
    std::vector<Collector> m_params;
    std::vector<ExploreColumn> m_metrics;
};

} // namespace

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
    auto data = std::make_shared<ExploreData>();
    data->query = query;
    auto byUse = uses->metrics;
    std::ranges::stable_sort(byUse, std::greater<>(), &tracking::KeyUse::runs);
    for (const tracking::KeyUse &use : byUse)
        data->metricKeys << use.key;
    const QString model = QCoreApplication::translate("assay::ui::ExploreText", "Model");
    data->offered.push_back({.key = QStringLiteral("model"), .title = model, .runs = std::ssize(*rows)});
    offer(data->offered, uses->params, false);
    offer(data->offered, uses->metrics, true);
    std::vector<qint64> numbers;
    for (const tracking::RunRow &row : *rows)
        numbers.push_back(row.row);
    Collector models(QStringLiteral("model"), model);
    Reader reader({.metrics = chosenKeys(uses->metrics, QStringLiteral("metrics."), wanted),
                   .params = chosenKeys(uses->params, QStringLiteral("params."), wanted)});
    const auto read = reader.read(table, numbers, context, [&](const tracking::Run &run) {
        data->ids.push_back(run.id);
        data->names << run.name;
        const ParamValue name = Format::model(run.model).toStdString();
        models.add(run.model.isEmpty() ? nullptr : &name);
        reader.add(run);
    });
    if (!read)
        return tl::unexpected(read.error());
    data->rows = std::move(numbers);
    data->columns.push_back(models.finished());
    finish(data->columns.front());
    std::ranges::move(reader.finished(), std::back_inserter(data->columns));
    return ExplorePtr(std::move(data));
}

Result<ExplorePtr> readMoreColumns(const tracking::RunStore &store, const ExplorePtr &explored, const QStringList &keys,
                                   const Context &context)
{
    const QString params = QStringLiteral("params."), metrics = QStringLiteral("metrics.");
    tracking::RunFields fields;
    for (const QString &key : keys)
        (key.startsWith(metrics) ? fields.metrics : fields.params)
            << key.sliced((key.startsWith(metrics) ? metrics : params).size());
    Reader reader(std::move(fields));
    std::map<tracking::RunId, std::size_t> places;
    for (std::size_t place = 0; place < explored->ids.size(); ++place)
        places.emplace(explored->ids[place], place);
    std::size_t at = 0;
    // The same runs in the same order; those that went since have no value, and those that got their rows no place.
    const auto read = reader.read(tracking::RunTable(store), explored->rows, context, [&](const tracking::Run &run) {
        const auto place = places.find(run.id);
        if (place == places.end() || place->second < at)
            return;
        for (; at < place->second; ++at)
            reader.addNothing();
        reader.add(run);
        ++at;
    });
    if (!read)
        return tl::unexpected(read.error());
    for (; at < explored->size(); ++at)
        reader.addNothing();
    auto data = std::make_shared<ExploreData>(*explored);
    std::ranges::move(reader.finished(), std::back_inserter(data->columns));
    std::ranges::stable_sort(data->columns.begin() + 1, data->columns.end(), {},
                             [](const ExploreColumn &column) { return std::pair(column.isMetric, column.key); });
    return ExplorePtr(std::move(data));
}

} // namespace assay::ui
