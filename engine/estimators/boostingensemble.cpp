// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingensemble.h"

#include "engine/estimators/boostingloss.h"
#include "engine/estimators/heldback.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"

#include <algorithm>

namespace assay::engine {

namespace {

std::string shortest(float value)
{
    return toText(ParamValue(static_cast<double>(value)));
}

// The rows trees grow on first, then those held back, then those only watched.
Result<std::vector<WatchedRows>> watchedRows(const TrainingData &data, double heldBack, const Context &context)
{
    const Vector weights = rowWeights(data);
    const int threads = xgbThreads(context.threadCount());
    std::vector<Result<WatchedRows>> made;
    const HeldBack division = heldBack > 0 ? holdBack(data, weights, heldBack, context.seed) : HeldBack{};
    if (!division.heldBack.empty()) {
        for (const auto &[name, rows] : {std::pair{"train", &division.kept}, {"holdout", &division.heldBack}})
            made.push_back(watch(name, data.X(*rows, Eigen::all), data.y(*rows), weights(*rows), threads));
    } else {
        made.push_back(watch("train", data.X, data.y, weights, threads));
    }
    if (data.validationX.rows() > 0)
        made.push_back(
            watch("validation", data.validationX, data.validationY, Vector::Ones(data.validationY.size()), threads));
    std::vector<WatchedRows> watched;
    for (auto &rows : made) {
        if (!rows)
            return Failure(rows.error());
        watched.push_back(std::move(*rows));
    }
    XgbMatrix &train = watched.front().features;
    if (auto set = train.setInfo("weight", watched.front().weights); !set)
        return Failure(set.error());
    if (!data.columns.empty()) {
        if (auto set = train.setFeatureNames(data.columns); !set)
            return Failure(set.error());
    }
    return watched;
}

} // namespace

XgbBooster::Parameters TreeEnsemble::xgbParameters(const TrainingData &data, const Context &context) const
{
    XgbBooster::Parameters parameters{{"tree_method", "hist"}, {"verbosity", "0"}};
    parameters.emplace_back("nthread", std::to_string(xgbThreads(context.threadCount())));
    parameters.emplace_back("seed", std::to_string(context.seed % 2147483647));
    for (const auto &[name, value] : m_params) {
        if (name != "n_estimators" && name != "early_stopping_rounds" && name != "validation_fraction")
            parameters.emplace_back(name, toText(value));
    }
    if (m_growth == Growth::Forest)
        parameters.emplace_back("learning_rate",
                                toText(ParamValue(1.0 / static_cast<double>(integer(m_params, "n_estimators")))));
    if (m_task == Task::Binary)
        parameters.insert(parameters.end(), {{"objective", "binary:logistic"}, {"base_score", "0.5"}});
    if (m_task == Task::Multiclass)
        parameters.insert(parameters.end(),
                          {{"objective", "multi:softprob"}, {"num_class", std::to_string(data.classes)}});
    if (m_task == Task::Regression) {
        const Vector weights = rowWeights(data);
        const auto mean = static_cast<float>(weights.dot(data.y) / weights.sum());
        parameters.insert(parameters.end(), {{"objective", "reg:squarederror"}, {"base_score", shortest(mean)}});
    }
    return parameters;
}

RoundsPlan TreeEnsemble::plan(const TrainingData &data) const
{
    RoundsPlan plan{.growth = m_growth, .task = m_task, .rounds = static_cast<int>(integer(m_params, "n_estimators"))};
    // Fewer rows than this say nothing about when to stop.
    if (m_growth == Growth::Boosting && data.X.rows() >= 20)
        plan.patience = static_cast<int>(integer(m_params, "early_stopping_rounds"));
    return plan;
}

Result<void> TreeEnsemble::fit(const TrainingData &data, const Context &context)
{
    const std::scoped_lock lock(m_mutex);
    m_booster.reset();
    m_outputs = m_task == Task::Multiclass ? data.classes : 1;
    if (auto checked = checkTrainingData(data, false); !checked)
        return checked;
    RoundsPlan rounds = plan(data);
    auto watched = watchedRows(data, rounds.patience > 0 ? real(m_params, "validation_fraction") : 0, context);
    if (!watched)
        return Failure(watched.error());
    if (std::ranges::find(*watched, "holdout", &WatchedRows::name) == watched->end())
        rounds.patience = 0;
    std::vector<const XgbMatrix *> cached;
    for (const WatchedRows &rows : *watched)
        cached.push_back(&rows.features);
    auto booster = XgbBooster::make(xgbParameters(data, context), cached);
    if (!booster)
        return Failure(booster.error());
    auto grown = growRounds(std::move(*booster), *watched, rounds, context);
    if (!grown)
        return Failure(grown.error());
    m_booster = std::move(*grown);
    return {};
}

Result<Matrix> TreeEnsemble::output(const MatrixRef &X, XgbBooster::Output what) const
{
    if (X.rows() == 0)
        return Matrix(0, what == XgbBooster::Output::Contributions ? X.cols() + 1 : m_outputs);
    const std::scoped_lock lock(m_mutex);
    const auto features = XgbMatrix::make(X, xgbThreads(0));
    if (!features)
        return Failure(features.error());
    return m_booster->predict(*features, what);
}

Matrix TreeEnsemble::predict(const MatrixRef &X) const
{
    // Prediction of a fitted booster fails on a wrong number of columns only, which is a bug of the caller.
    return scoresFromMargins(m_task, margins(X).value());
}

Json TreeEnsemble::save() const
{
    const std::scoped_lock lock(m_mutex);
    return {{"outputs", m_outputs}, {"xgboost", m_booster->toJson().value()}};
}

Result<void> TreeEnsemble::load(const Json &json)
{
    try {
        m_outputs = json.at("outputs").get<int>();
        auto booster = XgbBooster::fromJson(json.at("xgboost"));
        if (!booster)
            return Failure(booster.error());
        m_booster = std::move(*booster);
    } catch (const Json::exception &error) {
        return badModel("trees", error);
    }
    return {};
}

} // namespace assay::engine
