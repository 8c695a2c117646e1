// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalestore.h"

#include "tracking/metricstore.h"
#include "tracking/runrows.h"

#include <cmath>
#include <random>

namespace bench {

using namespace assay;
using namespace assay::tracking;

namespace {

const QStringList models = {QStringLiteral("xgboost"), QStringLiteral("random_forest"), QStringLiteral("logistic"),
                            QStringLiteral("mlp"), QStringLiteral("knn")};
const QStringList people = {QStringLiteral("ada"),     QStringLiteral("grace"), QStringLiteral("emmy"),
                            QStringLiteral("sophie"),  QStringLiteral("marie"), QStringLiteral("hedy"),
                            QStringLiteral("rosalind")};
const QStringList measures = {QStringLiteral("loss"), QStringLiteral("roc_auc"),  QStringLiteral("accuracy"),
                              QStringLiteral("f1"),   QStringLiteral("log_loss"), QStringLiteral("brier")};

QString metricName(int index)
{
    if (index < measures.size())
        return measures[index];
    const char *const parts[] = {"train", "val", "test"};
    return QStringLiteral("%1/metric_%2").arg(QLatin1String(parts[index % 3])).arg(index, 2, 10, QLatin1Char('0'));
}

/// Writes runs one after the other, every value drawn from one generator.
class Maker
{
public:
    Maker(Database &database, const Scale &scale)
        : m_database(database)
        , m_scale(scale)
    {
        const qint64 curves = std::min(scale.curves, scale.runs) * scale.curvePoints + scale.longSeries;
        const qint64 series = static_cast<qint64>(scale.runs) * scale.metrics;
        m_short = std::max<qint64>(1, (scale.points - curves) / std::max<qint64>(1, series));
    }

    Result<void> make()
    {
        constexpr int batch = 100;
        for (int first = 0; first < m_scale.runs; first += batch) {
            const int count = std::min(batch, m_scale.runs - first);
            if (auto made = makeRuns(first, count); !made)
                return made;
            if (auto written = writeMetrics(m_database, points(first, count)); !written)
                return written;
        }
        Transaction change(m_database);
        change.run("UPDATE runs SET active = coalesce(end, start)");
        return change.commit();
    }

private:
    double uniform() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    int below(qsizetype limit) { return static_cast<int>(uniform() * static_cast<double>(limit)); }

    Result<void> makeRuns(int first, int count)
    {
        Transaction change(m_database);
        m_rows.clear();
        for (int i = first; i < first + count; ++i)
            m_rows.push_back(makeRun(change, i));
        return change.commit();
    }

    qint64 experiment(Transaction &change, int index)
    {
        const QString name = QStringLiteral("experiment %1").arg(index);
        if (const auto known = change.value("SELECT id FROM experiments WHERE name = ?", {name}))
            return known->toLongLong();
        change.run("INSERT INTO experiments (name, created) VALUES (?, ?)", {name, m_start});
        return change.lastInsertId();
    }

    qint64 makeRun(Transaction &change, int index)
    {
        const QString model = models[below(models.size())];
        const qint64 start = m_start + static_cast<qint64>(index) * 300'000;
        const int state = below(100);
        const QString status = name(state < 90   ? RunStatus::Finished
                                    : state < 96 ? RunStatus::Failed
                                                 : RunStatus::Cancelled);
        const QString id =
            QStringLiteral("%1%2").arg(m_random(), 16, 16, QLatin1Char('0')).arg(m_random(), 16, 16, QLatin1Char('0'));
        change.run("INSERT INTO runs (uuid, experiment, name, status, start, end, active, model, task, host, boot, pid,"
                   " started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'binary', '', '', 0, 0)",
                   {id, experiment(change, below(8)), QStringLiteral("%1-%2").arg(model, id.left(4)), status, start,
                    start + 1000 + below(3'600'000), start, model});
        const qint64 row = change.lastInsertId();
        insertParams(change, row, params());
        insertTag(change, row, QStringLiteral("owner"), people[below(people.size())]);
        insertTag(change, row, QStringLiteral("stage"), below(3) ? QStringLiteral("search") : QStringLiteral("final"));
        insertInput(change, row,
                    {.role = QStringLiteral("train"),
                     .name = QStringLiteral("data_%1.csv").arg(below(4)),
                     .digest = QStringLiteral("sha256:%1").arg(below(4)),
                     .rows = 32'561,
                     .columns = 15});
        touch(change, row);
        return row;
    }

    Params params()
    {
        Params params{{"learning_rate", std::pow(10.0, -4 + 3.5 * uniform())},
                      {"max_depth", std::int64_t(2 + below(10))},
                      {"booster", std::string(below(4) ? "gbtree" : "dart")}};
        for (int i = static_cast<int>(params.size()); i < m_scale.params; ++i) {
            const std::string name = "param_" + std::to_string(i);
            if (i % 3 == 0)
                params[name] = std::int64_t(below(20));
            else if (i % 3 == 1)
                params[name] = uniform();
            else
                params[name] = "choice_" + std::to_string(below(6));
        }
        return params;
    }

    MetricBatch points(int first, int count)
    {
        MetricBatch batch;
        for (int i = 0; i < count; ++i)
            for (int m = 0; m < m_scale.metrics; ++m) {
                qint64 length = m_short;
                if (m == 0 && first + i == 0)
                    length = m_scale.longSeries;
                else if (m == 0 && first + i <= m_scale.curves)
                    length = m_scale.curvePoints;
                batch[{.run = m_rows[static_cast<std::size_t>(i)], .key = metricName(m)}] =
                    curve(length, m_start + static_cast<qint64>(first + i) * 300'000);
            }
        return batch;
    }

    /// Falls towards a floor, with noise and now and then a spike.
    std::vector<MetricPoint> curve(qint64 length, qint64 start)
    {
        std::vector<MetricPoint> points(static_cast<std::size_t>(length));
        const double floor = uniform(), height = uniform(), rate = 3 + 5 * uniform();
        for (qint64 i = 0; i < length; ++i) {
            const double done = static_cast<double>(i) / static_cast<double>(length);
            const double spike = uniform() < 1e-5 ? 1 : 0;
            points[static_cast<std::size_t>(i)] = {.step = i,
                                                   .time = start * 1000 + i * 10'000,
                                                   .value = floor + height * std::exp(-rate * done) + 0.02 * uniform() +
                                                            spike};
        }
        return points;
    }

    Database &m_database;
    Scale m_scale;
    qint64 m_short = 1;
    qint64 m_start = 1'760'000'000'000; ///< [ms]
    std::mt19937_64 m_random{42};
    std::vector<qint64> m_rows;
};

} // namespace

Result<void> makeScaleStore(const QString &path, const Scale &scale)
{
    auto store = RunStore::open(path);
    if (!store)
        return Failure(store.error());
    return Maker((*store)->database(), scale).make();
}

} // namespace bench
