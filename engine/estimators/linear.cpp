// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/leastsquares.h"
#include "engine/estimators/linearmodel.h"
#include "engine/estimators/logisticloss.h"
#include "engine/estimators/trainingdata.h"

namespace assay::engine {

namespace {

/// Least squares, alone or with scikit-learn's Ridge, Lasso or ElasticNet penalty.
class Linear : public LinearModel
{
public:
    explicit Linear(const Params &params)
        : LinearModel("linear model")
        , m_params(params)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override { return margins(X); }

private:
    Result<Vector> solve(const CentredData &data, const Context &context) const;

    Params m_params;
};

Result<Vector> Linear::solve(const CentredData &data, const Context &context) const
{
    const std::string &penalty = choice(m_params, "penalty");
    const double alpha = real(m_params, "alpha");
    if (penalty == "none" || alpha == 0)
        return ordinaryLeastSquares(data);
    if (penalty == "l2")
        return ridge(data, alpha);
    const double ratio = penalty == "l1" ? 1 : real(m_params, "l1_ratio");
    const auto maxSweeps = static_cast<int>(integer(m_params, "max_iter"));
    auto solution = elasticNet(data, alpha, ratio, maxSweeps, real(m_params, "tol"), context);
    if (!solution)
        return Failure(solution.error());
    if (!solution->converged)
        context.note("Coordinate descent stopped after " + std::to_string(solution->sweeps) +
                     " sweeps before its tolerance was met; raise `max_iter`.");
    return std::move(solution->coefficients);
}

Result<void> Linear::fit(const TrainingData &data, const Context &context)
{
    m_parameters.resize(0, 0);
    if (auto checked = checkTrainingData(data, true); !checked)
        return checked;
    if (context.cancelled())
        return cancelled();
    const Vector weights = rowWeights(data);
    m_means = columnMeans(data.X);
    const CentredData centred = centre(data.X, data.y, weights);
    const auto w = solve(centred, context);
    if (!w)
        return Failure(w.error());
    if (context.cancelled())
        return cancelled();
    m_parameters.resize(1, data.X.cols() + 1);
    m_parameters.row(0) << w->transpose(), centred.meanY - w->dot(centred.meanX);
    context.metric("train_rmse", rootMeanSquare(margins(data.X), data.y, weights), 1);
    if (data.validationX.rows() > 0)
        context.metric(
            "validation_rmse",
            rootMeanSquare(margins(data.validationX), data.validationY, Vector::Ones(data.validationY.size())), 1);
    return {};
}

} // namespace

EstimatorInfo linearInfo()
{
    return {.id = "linear",
            .label = "Linear regression",
            .tasks = {Task::Regression},
            .params = {{.name = "penalty",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("none"),
                        .help = "Penalty on the coefficients: none, l2 (ridge), l1 (lasso) or both.",
                        .choices = {"none", "l2", "l1", "elasticnet"}},
                       {.name = "alpha",
                        .type = ParamType::Real,
                        .defaultValue = 1.0,
                        .help = "Strength of the penalty, as scikit-learn's Ridge, Lasso and ElasticNet count it.",
                        .minimum = 0,
                        .logarithmic = true},
                       {.name = "l1_ratio",
                        .type = ParamType::Real,
                        .defaultValue = 0.5,
                        .help = "Share of L1 in an elasticnet penalty.",
                        .minimum = 0,
                        .maximum = 1},
                       {.name = "max_iter",
                        .type = ParamType::Integer,
                        .defaultValue = std::int64_t(100000),
                        .help = "Most sweeps of coordinate descent.",
                        .minimum = 1,
                        .maximum = 100000000},
                       {.name = "tol",
                        .type = ParamType::Real,
                        .defaultValue = 1e-10,
                        .help = "Where coordinate descent stops, relative to the largest slope at zero.",
                        .minimum = 0,
                        .minimumExcluded = true,
                        .logarithmic = true}},
            .preprocess = {},
            .make = [](const Params &params, Task) { return std::make_unique<Linear>(params); }};
}

} // namespace assay::engine
