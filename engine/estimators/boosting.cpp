// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingloss.h"
#include "engine/estimators/builtin.h"
#include "engine/estimators/capabilities.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"
#include "engine/estimators/xgbooster.h"

#include "engine/core/random.h"

#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

namespace assay::engine {

namespace {

enum class Growth {
    Boosting, ///< each round corrects the ones before
    Forest,   ///< all trees grow on the same derivatives; a tree weighs 1/n, as XGBoost's `num_parallel_tree` has it
};

struct WatchedRows
{
    XgbMatrix features;
    Vector y;
    Vector weights;
    std::string name; ///< "train", "validation"
};

/// Trees of XGBoost's `hist` grower on derivatives of our own, see lossDerivatives().
class TreeEnsemble
    : public Estimator
    , public TreeScorer
{
public:
    TreeEnsemble(Growth growth, const Params &params, Task task)
        : m_growth(growth)
        , m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;
    Result<Matrix> contributions(const MatrixRef &X) const override
    {
        return output(X, XgbBooster::Output::Contributions);
    }
    Result<Matrix> margins(const MatrixRef &X) const override { return output(X, XgbBooster::Output::Margin); }

private:
    int rounds() const { return static_cast<int>(integer(m_params, "n_estimators")); }
    int patience() const
    {
        return m_growth == Growth::Forest ? 0 : static_cast<int>(integer(m_params, "early_stopping_rounds"));
    }
    XgbBooster::Parameters xgbParameters(const TrainingData &data, const Context &context) const;
    Result<void> grow(XgbBooster &booster, std::vector<WatchedRows> &watched, const Context &context);
    Matrix scaled(Matrix margins, const Matrix &start, int trees) const;
    double report(const WatchedRows &rows, const Matrix &margins, int round, const Context &context) const;
    Result<Matrix> output(const MatrixRef &X, XgbBooster::Output what) const;

    Growth m_growth;
    Params m_params;
    Task m_task;
    int m_outputs = 1;
    std::optional<XgbBooster> m_booster;
    mutable std::mutex m_mutex; ///< a booster may be used by one thread at a time
};

std::string shortest(float value)
{
    return toText(ParamValue(static_cast<double>(value)));
}

Result<WatchedRows> watch(const char *name, const MatrixRef &X, const VectorRef &y, const Vector &weights, int threads)
{
    auto features = XgbMatrix::make(X, threads);
    if (!features)
        return Failure(features.error());
    return WatchedRows{.features = std::move(*features), .y = y, .weights = weights, .name = name};
}

struct Division
{
    std::vector<Eigen::Index> kept, heldBack;
};

// A tenth of the rows, at random, for early stopping: the rows a run is tested on must not choose the number of rounds.
Division holdBack(Eigen::Index rows, std::uint64_t seed)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    Random(seed).shuffle(std::span(order));
    const auto held = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 10);
    Division division{.kept = {held, order.end()}, .heldBack = {order.begin(), held}};
    std::ranges::sort(division.kept);
    std::ranges::sort(division.heldBack);
    return division;
}

XgbBooster::Parameters TreeEnsemble::xgbParameters(const TrainingData &data, const Context &context) const
{
    XgbBooster::Parameters parameters{{"tree_method", "hist"}, {"verbosity", "0"}};
    parameters.emplace_back("nthread", std::to_string(xgbThreads(context.threadCount())));
    parameters.emplace_back("seed", std::to_string(context.seed % 2147483647));
    for (const auto &[name, value] : m_params) {
        if (name != "n_estimators" && name != "early_stopping_rounds")
            parameters.emplace_back(name, toText(value));
    }
    if (m_growth == Growth::Forest)
        parameters.emplace_back("learning_rate", toText(ParamValue(1.0 / rounds())));
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

Result<void> TreeEnsemble::fit(const TrainingData &data, const Context &context)
{
    const std::scoped_lock lock(m_mutex);
    m_booster.reset();
    m_outputs = m_task == Task::Multiclass ? data.classes : 1;
    if (auto checked = checkTrainingData(data, false); !checked)
        return checked;
    const Vector weights = rowWeights(data);
    const int threads = xgbThreads(context.threadCount());
    std::vector<Result<WatchedRows>> made;
    const bool stopsEarly = patience() > 0 && data.X.rows() >= 20;
    if (stopsEarly) {
        const Division division = holdBack(data.X.rows(), context.seed);
        made.push_back(
            watch("train", data.X(division.kept, Eigen::all), data.y(division.kept), weights(division.kept), threads));
        made.push_back(watch("holdout", data.X(division.heldBack, Eigen::all), data.y(division.heldBack),
                             weights(division.heldBack), threads));
    } else {
        made.push_back(watch("train", data.X, data.y, weights, threads));
    }
    if (data.validationX.rows() > 0)
        made.push_back(
            watch("validation", data.validationX, data.validationY, Vector::Ones(data.validationY.size()), threads));
    std::vector<WatchedRows> watched;
    std::vector<const XgbMatrix *> cached;
    for (auto &rows : made) {
        if (!rows)
            return Failure(rows.error());
        watched.push_back(std::move(*rows));
    }
    for (const WatchedRows &rows : watched)
        cached.push_back(&rows.features);
    XgbMatrix &train = watched.front().features;
    if (auto set = train.setInfo("weight", watched.front().weights); !set)
        return set;
    if (!data.columns.empty()) {
        if (auto set = train.setFeatureNames(data.columns); !set)
            return set;
    }
    auto booster = XgbBooster::make(xgbParameters(data, context), cached);
    if (!booster)
        return Failure(booster.error());
    return grow(*booster, watched, context);
}

// The margins that the first trees of a forest would have by themselves: each tree weighs 1/n of the whole.
Matrix TreeEnsemble::scaled(Matrix margins, const Matrix &start, int trees) const
{
    if (m_growth == Growth::Forest)
        margins = start + (margins - start) * (static_cast<double>(rounds()) / trees);
    return margins;
}

double TreeEnsemble::report(const WatchedRows &rows, const Matrix &margins, int round, const Context &context) const
{
    const Matrix scores = scoresFromMargins(m_task, margins);
    const bool regression = m_task == Task::Regression;
    const double loss =
        regression ? rootMeanSquare(scores, rows.y, rows.weights) : logLoss(scores, rows.y, rows.weights);
    context.metric(rows.name + (regression ? "_rmse" : "_log_loss"), loss, round);
    return loss;
}

Result<void> TreeEnsemble::grow(XgbBooster &booster, std::vector<WatchedRows> &watched, const Context &context)
{
    using enum XgbBooster::Output;
    std::vector<Matrix> start;
    for (const WatchedRows &rows : watched) {
        auto margins = booster.predict(rows.features, Margin, &rows == &watched.front());
        if (!margins)
            return Failure(margins.error());
        start.push_back(std::move(*margins));
    }
    const WatchedRows &train = watched.front();
    LossDerivatives derivatives = lossDerivatives(m_task, start.front(), train.y, train.weights);
    double best = std::numeric_limits<double>::infinity();
    int bestRound = 0;
    const bool stopsEarly = watched.size() > 1 && watched[1].name == "holdout";
    for (int round = 1; round <= rounds(); ++round) {
        if (context.cancelled())
            return cancelled();
        if (auto grown = booster.boost(train.features, derivatives.gradient, derivatives.curvature); !grown)
            return grown;
        for (std::size_t i = 0; i < watched.size(); ++i) {
            auto margins = booster.predict(watched[i].features, Margin, i == 0);
            if (!margins)
                return Failure(margins.error());
            if (i == 0 && m_growth == Growth::Boosting)
                derivatives = lossDerivatives(m_task, *margins, train.y, train.weights);
            const double loss = report(watched[i], scaled(std::move(*margins), start[i], round), round, context);
            if (i == 1 && stopsEarly && loss < best) {
                best = loss;
                bestRound = round;
            }
        }
        context.progress("Growing trees", round, rounds());
        if (stopsEarly && round - bestRound >= patience()) {
            context.note("Stopped after round " + std::to_string(round) +
                         ": held-back rows were predicted best after round " + std::to_string(bestRound) + '.');
            break;
        }
    }
    if (!stopsEarly) {
        m_booster = std::move(booster);
        return {};
    }
    auto first = booster.firstRounds(bestRound);
    if (!first)
        return Failure(first.error());
    m_booster = std::move(*first);
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

ParamSpec whole(const char *name, std::int64_t value, double minimum, double maximum, const char *help)
{
    return {.name = name,
            .type = ParamType::Integer,
            .defaultValue = value,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

ParamSpec number(const char *name, double value, double minimum, std::optional<double> maximum, const char *help)
{
    return {.name = name,
            .type = ParamType::Real,
            .defaultValue = value,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

ParamSpec share(const char *name, double value, const char *help)
{
    ParamSpec spec = number(name, value, 0, 1, help);
    spec.minimumExcluded = true;
    return spec;
}

EstimatorInfo treesInfo(const char *id, const char *label, Growth growth, std::vector<ParamSpec> params)
{
    return {.id = id,
            .label = label,
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = std::move(params),
            .preprocess = {.impute = Impute::None, .standardize = false},
            .make = [growth](const Params &resolved, Task task) {
                return std::make_unique<TreeEnsemble>(growth, resolved, task);
            }};
}

} // namespace

EstimatorInfo xgboostInfo()
{
    ParamSpec rate = share("learning_rate", 0.1, "How much of each tree counts.");
    rate.logarithmic = true;
    return treesInfo(
        "xgboost", "Gradient boosting (XGBoost)", Growth::Boosting,
        {whole("n_estimators", 200, 1, 100000, "Rounds of boosting."),
         whole("max_depth", 6, 1, 30, "Deepest a tree may grow."), rate,
         number("min_child_weight", 1, 0, {}, "Least sum of curvature in a leaf."),
         share("subsample", 1, "Share of rows drawn for each tree."),
         share("colsample_bytree", 1, "Share of columns drawn for each tree."),
         number("reg_lambda", 1, 0, {}, "L2 penalty on leaf values."),
         number("reg_alpha", 0, 0, {}, "L1 penalty on leaf values."),
         number("gamma", 0, 0, {}, "Least gain of a split."),
         whole("max_bin", 256, 2, 65535, "Bins a column is cut into."),
         whole("early_stopping_rounds", 0, 0, 100000,
               "Stop when a held-back tenth of the training rows has not improved for so many rounds; 0: never.")});
}

EstimatorInfo randomForestInfo()
{
    return treesInfo("random_forest", "Random forest (XGBoost)", Growth::Forest,
                     {whole("n_estimators", 100, 1, 100000, "Trees."),
                      whole("max_depth", 12, 1, 30, "Deepest a tree may grow."),
                      number("min_child_weight", 1, 0, {}, "Least sum of curvature in a leaf."),
                      share("subsample", 0.8, "Share of rows drawn for each tree."),
                      share("colsample_bynode", 0.8, "Share of columns drawn for each split."),
                      number("reg_lambda", 1e-5, 0, {}, "L2 penalty on leaf values."),
                      number("reg_alpha", 0, 0, {}, "L1 penalty on leaf values."),
                      number("gamma", 0, 0, {}, "Least gain of a split."),
                      whole("max_bin", 256, 2, 65535, "Bins a column is cut into.")});
}

} // namespace assay::engine
