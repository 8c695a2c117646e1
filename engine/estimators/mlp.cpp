// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingloss.h"
#include "engine/estimators/builtin.h"
#include "engine/estimators/heldback.h"
#include "engine/estimators/mlptraining.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/paramspecs.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"

#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

/// A multilayer perceptron as scikit-learn's MLPClassifier and MLPRegressor, in float32. Values are learnt
/// standardised.
class Mlp : public Estimator
{
public:
    Mlp(const Params &params, Task task)
        : m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;

private:
    std::vector<int> sizes(Eigen::Index columns, int outputs) const;
    MlpNetwork made(const std::vector<int> &sizes) const;
    MlpSchedule schedule(Eigen::Index rows) const;
    MlpRows rowsFor(const TrainingData &data, const Vector &weights, const std::vector<Eigen::Index> &chosen) const;
    EpochTold teller(const TrainingData &data, const Vector &weights, const std::vector<Eigen::Index> &heldBack,
                     const Context &context) const;
    double tell(const char *name, const MatrixRef &X, const Vector &y, const Vector &weights, int epoch,
                const Context &context) const;
    Matrix outputs(const MatrixRef &X) const;

    Params m_params;
    Task m_task;
    MlpNetwork m_network{{}, Activation::Relu};
    double m_mean = 0;  ///< of the target
    double m_scale = 1; ///< its standard deviation
};

std::vector<int> Mlp::sizes(Eigen::Index columns, int outputs) const
{
    std::vector<int> sizes{static_cast<int>(columns)};
    for (const char *layer : {"hidden_units", "hidden_units_2", "hidden_units_3"}) {
        if (const auto units = static_cast<int>(integer(m_params, layer)); units > 0)
            sizes.push_back(units);
    }
    sizes.push_back(outputs);
    return sizes;
}

MlpNetwork Mlp::made(const std::vector<int> &sizes) const
{
    return {sizes, *activationFromName(choice(m_params, "activation"))};
}

MlpSchedule Mlp::schedule(Eigen::Index rows) const
{
    using Rate = MlpSchedule::Rate;
    const std::string &rate = choice(m_params, "learning_rate");
    const auto batch = static_cast<int>(integer(m_params, "batch_size"));
    const int count = static_cast<int>(rows);
    return {.alpha = real(m_params, "alpha"),
            .rate = real(m_params, "learning_rate_init"),
            .schedule =
                rate == "cosine" ? Rate::Cosine : (rate == "invscaling" ? Rate::InverseScaling : Rate::Constant),
            .batch = std::min(batch > 0 ? batch : 200, count),
            .epochs = static_cast<int>(integer(m_params, "max_iter")),
            .tolerance = real(m_params, "tol"),
            .patience = static_cast<int>(integer(m_params, "n_iter_no_change"))};
}

MlpRows Mlp::rowsFor(const TrainingData &data, const Vector &weights, const std::vector<Eigen::Index> &chosen) const
{
    MlpRows rows{.columns = static_cast<int>(data.X.cols())};
    rows.X.reserve(chosen.size() * static_cast<std::size_t>(rows.columns));
    double total = 0;
    for (const Eigen::Index i : chosen) {
        for (Eigen::Index j = 0; j < data.X.cols(); ++j)
            rows.X.push_back(static_cast<float>(data.X(i, j)));
        rows.y.push_back(static_cast<float>((data.y[i] - m_mean) / m_scale));
        rows.weights.push_back(weights[i]);
        total += weights[i];
    }
    for (double &weight : rows.weights)
        weight *= static_cast<double>(chosen.size()) / total;
    return rows;
}

double Mlp::tell(const char *name, const MatrixRef &X, const Vector &y, const Vector &weights, int epoch,
                 const Context &context) const
{
    const Matrix scores = predict(X);
    const bool regression = m_task == Task::Regression;
    const double loss = regression ? rootMeanSquare(scores, y, weights) : logLoss(scores, y, weights);
    context.metric(std::string(name) + (regression ? "_rmse" : "_log_loss"), loss, epoch);
    return regression ? 0.5 * (loss / m_scale) * (loss / m_scale) : loss;
}

EpochTold Mlp::teller(const TrainingData &data, const Vector &weights, const std::vector<Eigen::Index> &heldBack,
                      const Context &context) const
{
    const Matrix X = data.X(heldBack, Eigen::all);
    const Vector y = data.y(heldBack);
    const Vector of = weights(heldBack);
    return [this, X, y, of, &data, &context](int epoch, double loss) -> std::optional<double> {
        if (m_task == Task::Regression)
            context.metric("train_rmse", std::sqrt(2 * loss) * m_scale, epoch);
        else
            context.metric("train_log_loss", loss, epoch);
        if (data.validationX.rows() > 0 && context.observer)
            tell("validation", data.validationX, data.validationY, Vector::Ones(data.validationY.size()), epoch,
                 context);
        if (y.size() == 0)
            return std::nullopt;
        return tell("holdout", X, y, of, epoch, context);
    };
}

Result<void> Mlp::fit(const TrainingData &data, const Context &context)
{
    m_network = made({});
    m_mean = 0;
    m_scale = 1;
    if (auto checked = checkTrainingData(data, true); !checked)
        return checked;
    const Vector weights = rowWeights(data);
    if (m_task == Task::Regression) {
        m_mean = weights.dot(data.y) / weights.sum();
        const double spread = std::sqrt(weights.dot((data.y.array() - m_mean).square().matrix()) / weights.sum());
        m_scale = spread > 0 ? spread : 1;
    }
    const bool stopsEarly = boolean(m_params, "early_stopping") && data.y.size() >= 20;
    const HeldBack division =
        holdBack(data, weights, stopsEarly ? real(m_params, "validation_fraction") : 0, context.seed);
    m_network = made(sizes(data.X.cols(), m_task == Task::Multiclass ? data.classes : 1));
    Random random(context.seed);
    m_network.initialise(random);
    const MlpRows rows = rowsFor(data, weights, division.kept);
    const MlpSchedule how = schedule(std::ssize(division.kept));
    const auto outcome =
        trainNetwork(m_network, m_task, rows, how, random, teller(data, weights, division.heldBack, context), context);
    if (!outcome)
        return Failure(outcome.error());
    if (context.cancelled())
        return cancelled();
    if (!division.heldBack.empty()) {
        context.metric("best_iteration", outcome->best, outcome->epochs);
        context.note("Of " + std::to_string(outcome->epochs) +
                     " epochs, held-back rows were predicted best after epoch " + std::to_string(outcome->best) + '.');
    } else if (!outcome->converged) {
        context.note("Stopped after " + std::to_string(outcome->epochs) +
                     " epochs while the training loss still fell; raise `max_iter` to go on.");
    }
    return {};
}

// Blocks of rows at once; a row's outputs do not depend on the block it is in.
Matrix Mlp::outputs(const MatrixRef &X) const
{
    constexpr Eigen::Index blockRows = 256;
    const MlpNetwork::Layer &last = m_network.layers().back();
    Matrix out(X.rows(), last.out);
    const Eigen::Index blocks = (X.rows() + blockRows - 1) / blockRows;
    parallelFor(Context{}.threadCount(), static_cast<std::size_t>(blocks), [&](std::size_t block) {
        using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        const Eigen::Index first = static_cast<Eigen::Index>(block) * blockRows;
        const auto count = static_cast<int>(std::min(blockRows, X.rows() - first));
        const Floats rows = X.middleRows(first, count).cast<float>();
        MlpNetwork::Pass pass;
        m_network.forward(rows.data(), count, pass);
        out.middleRows(first, count) =
            Eigen::Map<const Floats, 0, Eigen::OuterStride<>>(pass.values.back().data(), count, last.out,
                                                              Eigen::OuterStride<>(last.stride))
                .cast<double>();
    });
    return out;
}

Matrix Mlp::predict(const MatrixRef &X) const
{
    if (m_task == Task::Regression)
        return m_mean + m_scale * outputs(X).array();
    return scoresFromMargins(m_task, outputs(X));
}

Json Mlp::save() const
{
    Json layers = Json::array();
    for (std::size_t k = 0; k < m_network.layers().size(); ++k)
        layers.push_back(toJson(m_network.layer(k)));
    return {{"layers", std::move(layers)}, {"mean", jsonNumber(m_mean)}, {"scale", jsonNumber(m_scale)}};
}

Result<void> Mlp::load(const Json &json)
{
    try {
        std::vector<Matrix> layers;
        std::vector<int> sizes;
        bool fits = !json.at("layers").empty();
        for (const Json &layer : json.at("layers")) {
            Matrix values = matrixFromJson(layer);
            fits = fits && values.rows() > 1 && (layers.empty() || values.rows() - 1 == layers.back().cols());
            sizes.push_back(static_cast<int>(values.rows()) - 1);
            layers.push_back(std::move(values));
        }
        if (!fits)
            return failure(ErrorKind::BadInput, "bad_model",
                           "The saved multilayer perceptron cannot be read: its layers do not fit each other.");
        sizes.push_back(static_cast<int>(layers.back().cols()));
        m_network = made(sizes);
        for (std::size_t k = 0; k < layers.size(); ++k)
            m_network.setLayer(k, layers[k]);
        m_mean = numberFromJson(json.at("mean"));
        m_scale = numberFromJson(json.at("scale"));
    } catch (const Json::exception &error) {
        return badModel("multilayer perceptron", error);
    }
    return {};
}

std::vector<ParamSpec> mlpParams()
{
    constexpr double units = 100000;
    return {spec::whole("hidden_units", 100, 1, units, "Units of the first hidden layer."),
            spec::whole("hidden_units_2", 0, 0, units, "Units of a second hidden layer; 0: there is none."),
            spec::whole("hidden_units_3", 0, 0, units, "Units of a third hidden layer; 0: there is none."),
            spec::oneOf("activation", {"relu", "tanh", "logistic"}, "What a hidden unit makes of its sum."),
            spec::number("alpha", 1e-4, 0, {}, "L2 penalty on the weights."),
            spec::positive("learning_rate_init", 1e-3, "Step size of Adam at the start."),
            spec::oneOf("learning_rate", {"constant", "invscaling", "cosine"},
                        "How the step size goes on: as it is, by 1/sqrt(epoch), or down to 0 along a cosine."),
            spec::whole("batch_size", 0, 0, 1000000, "Rows of a minibatch; 0: 200, or all where there are fewer."),
            spec::whole("max_iter", 200, 1, 1000000, "Most epochs, each a pass over the training rows."),
            spec::number("tol", 1e-4, 0, {}, "By how much the loss must fall to count as better."),
            spec::whole("n_iter_no_change", 10, 1, 1000000, "Epochs without getting better after which to stop."),
            spec::flag("early_stopping", false,
                       "Whether to hold back training rows, stop by their loss and keep the best epoch."),
            spec::number("validation_fraction", 0.1, 0.001, 0.5,
                         "Share of the training rows held back for early stopping, of each class alike.")};
}

} // namespace

EstimatorInfo mlpInfo()
{
    return {.id = "mlp",
            .label = "Multilayer perceptron",
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = mlpParams(),
            .preprocess = {},
            .make = [](const Params &params, Task task) { return std::make_unique<Mlp>(params, task); }};
}

} // namespace assay::engine
