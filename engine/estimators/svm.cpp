// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/linearmodel.h"
#include "engine/estimators/paramspecs.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/svmmachine.h"
#include "engine/estimators/svmplatt.h"
#include "engine/estimators/trainingdata.h"

#include <cmath>

namespace assay::engine {

namespace {

/// A linear machine a class against the rest (one for two classes, or for values), its margins turned into
/// probabilities by a sigmoid each.
class Svm : public LinearModel
{
public:
    Svm(const Params &params, Task task)
        : LinearModel("support vector machine")
        , m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;

private:
    Result<void> fitClasses(const TrainingData &data, const Vector &weights, const Context &context);
    Result<void> fitValues(const TrainingData &data, const Vector &weights, const Context &context);
    Result<Sigmoid> calibrate(const SvmMachine &machine, const Vector &signs, const Vector &margins, const Folds &folds,
                              const Context &context) const;

    Params m_params;
    Task m_task;
    Matrix m_sigmoids; ///< [outputs × 2] slope, offset; no rows for values
};

// Margins of rows the machine has not seen: from machines that each leave a fold out.
Result<Sigmoid> Svm::calibrate(const SvmMachine &machine, const Vector &signs, const Vector &margins,
                               const Folds &folds, const Context &context) const
{
    Vector unseen = margins;
    for (int fold = 0; folds.count > 1 && fold < folds.count; ++fold) {
        std::vector<Eigen::Index> kept;
        std::vector<Eigen::Index> left;
        for (std::size_t i = 0; i < folds.of.size(); ++i) {
            if (folds.of[i] >= 0)
                (folds.of[i] == fold ? left : kept).push_back(static_cast<Eigen::Index>(i));
        }
        const auto w = machine.fit(signs, kept, context);
        if (!w)
            return Failure(w.error());
        for (const Eigen::Index row : left)
            unseen[row] = machine.X().row(row).dot(*w);
    }
    std::vector<bool> positive(folds.of.size());
    for (std::size_t i = 0; i < positive.size(); ++i)
        positive[i] = signs[i] > 0;
    return fitSigmoid(unseen, positive, machine.weights());
}

Result<void> Svm::fitClasses(const TrainingData &data, const Vector &weights, const Context &context)
{
    const SvmMachine machine(data.X, weights, m_params, true, context.threadCount());
    const Folds folds = foldsOfDistinctRows(data.X, data.y, weights, 5, context.seed);
    if (folds.count < 2)
        context.note("A class has one row only, so probabilities were fitted on the training rows themselves.");
    const int outputs = m_task == Task::Binary ? 1 : data.classes;
    Matrix parameters(outputs, data.X.cols() + 1);
    Matrix sigmoids(outputs, 2);
    for (int k = 0; k < outputs; ++k) {
        context.progress("Fitting", k, outputs);
        const double label = outputs == 1 ? 1 : k;
        const Vector signs = data.y.unaryExpr([label](double y) { return y == label ? 1.0 : -1.0; });
        const auto w = machine.fit(signs, machine.allRows(), context);
        if (!w)
            return Failure(w.error());
        const auto sigmoid = calibrate(machine, signs, machine.X() * *w, folds, context);
        if (!sigmoid)
            return Failure(sigmoid.error());
        parameters.row(k) = machine.parameters(*w).transpose();
        sigmoids.row(k) << sigmoid->slope, sigmoid->offset;
    }
    m_parameters = std::move(parameters);
    m_sigmoids = std::move(sigmoids);
    return {};
}

Result<void> Svm::fitValues(const TrainingData &data, const Vector &weights, const Context &context)
{
    const double mean = weights.dot(data.y) / weights.sum();
    const Vector centred = data.y.array() - mean;
    const double spread = std::sqrt(weights.dot(centred.cwiseAbs2()) / weights.sum());
    const double scale = spread > 0 ? spread : 1;
    const SvmMachine machine(data.X, weights, m_params, false, context.threadCount());
    const auto w = machine.fit(centred / scale, machine.allRows(), context);
    if (!w)
        return Failure(w.error());
    m_parameters = scale * machine.parameters(*w).transpose();
    m_parameters(0, data.X.cols()) += mean;
    return {};
}

Result<void> Svm::fit(const TrainingData &data, const Context &context)
{
    m_parameters.resize(0, 0);
    m_sigmoids.resize(0, 0);
    if (auto checked = checkTrainingData(data, true); !checked)
        return checked;
    if (choice(m_params, "loss") == "hinge" && choice(m_params, "penalty") == "l1")
        return failure(ErrorKind::BadInput, "bad_parameter",
                       "The penalty `l1` goes with the loss `squared_hinge` only, and `hinge` was asked for.");
    if (context.cancelled())
        return cancelled();
    const Vector weights = rowWeights(data);
    m_means = columnMeans(data.X);
    const auto fitted =
        m_task == Task::Regression ? fitValues(data, weights, context) : fitClasses(data, weights, context);
    if (!fitted)
        return fitted;
    reportFit(*this, data, context);
    return context.cancelled() ? Result<void>(cancelled()) : Result<void>();
}

Matrix Svm::predict(const MatrixRef &X) const
{
    Matrix scores = margins(X);
    for (Eigen::Index k = 0; k < m_sigmoids.rows(); ++k)
        scores.col(k) = scores.col(k).unaryExpr(Sigmoid{m_sigmoids(k, 0), m_sigmoids(k, 1)});
    if (m_task == Task::Multiclass) {
        scores = scores.cwiseMax(1e-300);
        scores.array().colwise() /= scores.array().rowwise().sum().eval();
    }
    return scores;
}

Json Svm::save() const
{
    Json json = LinearModel::save();
    json["sigmoids"] = toJson(m_sigmoids);
    return json;
}

Result<void> Svm::load(const Json &json)
{
    try {
        m_sigmoids = matrixFromJson(json.at("sigmoids"));
    } catch (const Json::exception &error) {
        return badModel("support vector machine", error);
    }
    return LinearModel::load(json);
}

} // namespace

EstimatorInfo svmInfo()
{
    return {
        .id = "svm",
        .label = "Linear support vector machine",
        .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
        .params = {spec::positive("C", 1, "Inverse strength of the penalty; smaller is stronger."),
                   spec::oneOf("loss", {"squared_hinge", "hinge"},
                               "What a row costs whose margin is below 1, squared or not; for regression, whose error "
                               "exceeds epsilon. Probabilities come from a sigmoid fitted to margins of rows held out "
                               "in five folds (Platt)."),
                   spec::oneOf("penalty", {"l2", "l1"},
                               "Penalty on the coefficients; l1 leaves some at zero and needs squared_hinge."),
                   spec::number("epsilon", 0.1, 0, {},
                                "Regression: error that costs nothing, in standard deviations of the target."),
                   spec::flag("fit_intercept", true, "Whether there is an intercept."),
                   spec::positive("intercept_scaling", 1,
                                  "The intercept is penalised as a coefficient of a column of this value; larger "
                                  "penalises it less."),
                   spec::whole("max_iter", 1000, 1, 100000000, "Most iterations, or with hinge, sweeps over the rows."),
                   spec::positive("tol", 1e-8,
                                  "Where the solver stops: largest entry of the gradient, or with hinge, the relative "
                                  "duality gap.")},
        .preprocess = {},
        .make = [](const Params &params, Task task) { return std::make_unique<Svm>(params, task); }};
}

} // namespace assay::engine
