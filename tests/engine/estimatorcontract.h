// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "engine/estimators/estimator.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

// What the tests of the contract share: data, observers, and the table of how estimators keep it.
namespace contract {

using namespace assay;
using namespace assay::engine;

/// How weights enter.
enum class Weights {
    Rows,   ///< a row of weight 2 is the row twice
    Nearly, ///< the same, but for where histograms are cut
    Votes,  ///< they multiply what a row says, not how many rows are asked
    None,   ///< the estimator does not look at rows, or meets rows at random
};

struct Row
{
    bool reports = true; ///< a loss on training and watched rows
    bool rounds = true;  ///< after every round, so that it can be stopped by what it says
    Weights weights = Weights::Rows;
    Params quick = {}; ///< parameters that make it fast
};

/// Estimators that are not named are held to the strictest row.
inline Row rowOf(const std::string &id)
{
    const Params trees{{"n_estimators", std::int64_t(12)}, {"max_depth", std::int64_t(4)}};
    static const std::map<std::string, Row> table{
        {"baseline", {.reports = false, .rounds = false, .weights = Weights::Rows}},
        {"linear", {.rounds = false}},
        {"naive_bayes", {.rounds = false}},
        {"knn", {.reports = false, .rounds = false, .weights = Weights::Votes}},
        {"mlp",
         {.weights = Weights::None, .quick = {{"hidden_units", std::int64_t(16)}, {"max_iter", std::int64_t(6)}}}},
        {"xgboost", {.weights = Weights::Nearly, .quick = trees}},
        {"random_forest", {.weights = Weights::Nearly, .quick = trees}},
    };
    const auto it = table.find(id);
    return it == table.end() ? Row{} : it->second;
}

struct Recorder : Observer
{
    std::vector<std::pair<std::string, double>> metrics;
    std::vector<std::string> notes;
    void metric(std::string_view key, double value, std::int64_t) override { metrics.emplace_back(key, value); }
    void note(std::string_view text) override { notes.emplace_back(text); }
    std::set<std::string> keys() const
    {
        std::set<std::string> out;
        for (const auto &[key, value] : metrics)
            out.insert(key);
        return out;
    }
};

/// Asks to stop when the first metric comes.
struct Stopper : Observer
{
    std::stop_source stop;
    int metrics = 0;
    void metric(std::string_view, double, std::int64_t) override
    {
        ++metrics;
        stop.request_stop();
    }
};

/// Five normal columns and a flag; classes cut from a score of them that is not linear.
inline TrainingData data(Task task, std::uint64_t seed = 1, Eigen::Index rows = 3000, bool missing = false)
{
    Random random(seed);
    TrainingData out{.task = task,
                     .X = Matrix(rows, 6),
                     .y = Vector(rows),
                     .classes = task == Task::Multiclass ? 3 : 2,
                     .columns = {"a", "b", "c", "d[0]", "e<5", "f"}};
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < 6; ++j)
            out.X(i, j) = j == 5 ? static_cast<double>(random.below(2)) : random.normal();
        const double signal = out.X(i, 0) - 0.7 * out.X(i, 1) + out.X(i, 2) * out.X(i, 5) + 0.8 * random.normal();
        out.y[i] = task == Task::Regression
                       ? 100 + 7 * signal
                       : std::clamp(std::floor(signal + out.classes / 2.0), 0.0, out.classes - 1.0);
        if (missing && i % 5 == 0)
            out.X(i, i % 6) = std::nan("");
    }
    return out;
}

inline bool has(const EstimatorInfo &info, const char *param)
{
    return std::ranges::find(info.params, param, &ParamSpec::name) != info.params.end();
}

inline std::unique_ptr<Estimator> made(const EstimatorInfo &info, Task task, const Params &given = {})
{
    return info.make(resolveParams(info.params, given).value(), task);
}

/// Quickly, by the table.
inline std::unique_ptr<Estimator> quick(const EstimatorInfo &info, Task task, const Params &given = {})
{
    Params params = rowOf(info.id).quick;
    for (const auto &[name, value] : given)
        params[name] = value;
    return made(info, task, params);
}

/// One row of a test a task of each estimator.
inline void addEveryEstimator()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("task");
    for (const EstimatorInfo &info : estimators()) {
        for (const Task task : info.tasks)
            QTest::addRow("%s %s", info.id.c_str(), name(task))
                << QString::fromStdString(info.id) << static_cast<int>(task);
    }
}

/// Whether @p scores are what Estimator::predict promises; else the reason.
inline std::string wrongWith(const Matrix &scores, Eigen::Index rows, Task task, int classes)
{
    if (scores.rows() != rows || scores.cols() != (task == Task::Multiclass ? classes : 1))
        return "the shape";
    if (!scores.allFinite())
        return "not finite";
    if (task == Task::Regression || rows == 0)
        return {};
    if (scores.minCoeff() < 0 || scores.maxCoeff() > 1)
        return "no probabilities";
    if (task == Task::Multiclass && (scores.rowwise().sum().array() - 1).abs().maxCoeff() > 1e-12)
        return "probabilities that do not add up to 1";
    return {};
}

} // namespace contract

#define ESTIMATOR                                                                                                      \
    QFETCH(QString, id);                                                                                               \
    QFETCH(int, task);                                                                                                 \
    const EstimatorInfo &info = **findEstimator(id.toStdString());                                                     \
    const Task kind = static_cast<Task>(task);                                                                         \
    const contract::Row row = contract::rowOf(info.id)

#define FITTED(RESULT)                                                                                                 \
    do {                                                                                                               \
        const auto &fitted_ = (RESULT);                                                                                \
        QVERIFY2(fitted_.has_value(), fitted_ ? "" : fitted_.error().message.c_str());                                 \
    } while (false)

#define GOOD_SCORES(SCORES, ROWS, DATA)                                                                                \
    do {                                                                                                               \
        const std::string wrong_ = contract::wrongWith(SCORES, ROWS, (DATA).task, (DATA).classes);                     \
        QVERIFY2(wrong_.empty(), wrong_.c_str());                                                                      \
    } while (false)
