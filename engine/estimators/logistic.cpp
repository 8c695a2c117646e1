// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingloss.h"
#include "engine/estimators/builtin.h"
#include "engine/estimators/linearmodel.h"
#include "engine/estimators/logisticloss.h"
#include "engine/estimators/logisticsolver.h"
#include "engine/estimators/trainingdata.h"

#include <cstdio>
#include <optional>

namespace assay::engine {

namespace {

/// Logistic regression with scikit-learn's objective; two classes have one output, more a softmax over one each.
class Logistic : public LinearModel
{
public:
    Logistic(const Params &params, Task task)
        : LinearModel("logistic regression")
        , m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override { return scoresFromMargins(m_task, margins(X)); }

private:
    /// Shares of ‖w‖₁ and ½‖w‖² in the penalty.
    std::pair<double, double> penalties() const;
    SolverOptions solverOptions(const TrainingData &data, const LogisticLoss &loss, int &step,
                                const Context &context) const;

    Params m_params;
    Task m_task;
};

std::pair<double, double> Logistic::penalties() const
{
    const std::string &penalty = choice(m_params, "penalty");
    if (penalty == "none")
        return {0, 0};
    const double ratio = penalty == "l1" ? 1 : (penalty == "l2" ? 0 : real(m_params, "l1_ratio"));
    return {ratio, 1 - ratio};
}

SolverOptions Logistic::solverOptions(const TrainingData &data, const LogisticLoss &loss, int &step,
                                      const Context &context) const
{
    SolverOptions options{.lasso = penalties().first,
                          .maxIterations = static_cast<int>(integer(m_params, "max_iter")),
                          .tolerance = real(m_params, "tol")};
    options.iterated = [this, &data, &loss, &step, &context](const Vector &parameters, double value) {
        ++step;
        context.metric("train_log_loss", loss.meanLogLoss(value, parameters), step);
        if (data.validationX.rows() > 0 && context.observer) {
            const Matrix now =
                Eigen::Map<const Matrix>(parameters.data(), parameters.size() / (data.X.cols() + 1), data.X.cols() + 1);
            const Matrix scores = scoresFromMargins(m_task, linearMargins(data.validationX, now));
            context.metric("validation_log_loss", logLoss(scores, data.validationY, Vector::Ones(scores.rows())), step);
        }
        context.progress("Fitting", step, 0);
        return !context.cancelled();
    };
    return options;
}

// Where rows abound, the optimum of a part of them is a start from which a few Newton steps reach that of all. Nothing
// where they do not, or where a class would be left out.
std::optional<Vector> startFromFewerRows(const TrainingData &data, const Vector &weights, int outputs, double C,
                                         double ridge, const Context &context)
{
    constexpr Eigen::Index every = 16;
    const Eigen::Index size = outputs * (data.X.cols() + 1);
    if (data.X.rows() < 20000 || size > 300 || data.X.rows() < 100 * size)
        return std::nullopt;
    const auto rows = Eigen::seq(0, data.X.rows() - 1, every);
    TrainingData part{.task = data.task,
                      .X = data.X(rows, Eigen::all),
                      .y = data.y(rows),
                      .weights = weights(rows),
                      .classes = data.classes,
                      .columns = {}};
    if ((classWeights(part).array() > 0).count() < (classWeights(data).array() > 0).count())
        return std::nullopt;
    const LogisticLoss loss(part.X, part.y, part.weights, outputs, C * weights.sum() / part.weights.sum(), ridge,
                            context.threadCount());
    const SolverOptions rough{.maxIterations = 12,
                              .tolerance = 1e-6 * C * weights.sum(),
                              .iterated = [&context](const Vector &, double) { return !context.cancelled(); }};
    Solution start{.parameters = Vector::Zero(loss.size())};
    start = minimiseFrom(loss, std::move(start), rough);
    return start.parameters;
}

Result<void> Logistic::fit(const TrainingData &data, const Context &context)
{
    m_parameters.resize(0, 0);
    if (auto checked = checkTrainingData(data, true); !checked)
        return checked;
    m_means = columnMeans(data.X);
    const Vector weights = rowWeights(data);
    const int outputs = m_task == Task::Binary ? 1 : data.classes;
    const auto [lasso, ridge] = penalties();
    const LogisticLoss loss(data.X, data.y, weights, outputs, real(m_params, "C"), ridge, context.threadCount());
    int step = 0;
    const SolverOptions options = solverOptions(data, loss, step, context);
    const auto start =
        lasso > 0 ? std::nullopt : startFromFewerRows(data, weights, outputs, real(m_params, "C"), ridge, context);
    if (context.cancelled())
        return cancelled();
    const Solution solution =
        lasso > 0 ? minimiseWithLasso(loss, options)
                  : (start ? minimiseFrom(loss, {.parameters = *start}, options) : minimise(loss, options));
    if (solution.stopped || context.cancelled())
        return cancelled();
    if (solution.largestGradient >= options.tolerance) {
        char text[160];
        std::snprintf(text, sizeof text,
                      "Stopped after %d iterations at a gradient of %.1e, above the tolerance of %.1e.",
                      solution.iterations, solution.largestGradient, options.tolerance);
        context.note(text);
    }
    m_parameters = Eigen::Map<const Matrix>(solution.parameters.data(), outputs, data.X.cols() + 1);
    if (outputs > 1) {
        // Only differences of intercepts matter; scikit-learn's sum to zero too.
        auto free = m_parameters.col(data.X.cols());
        free.array() -= free.mean();
    }
    return {};
}

} // namespace

EstimatorInfo logisticInfo()
{
    return {.id = "logistic",
            .label = "Logistic regression",
            .tasks = {Task::Binary, Task::Multiclass},
            .params = {{.name = "C",
                        .type = ParamType::Real,
                        .defaultValue = 1.0,
                        .help = "Inverse strength of the penalty; smaller is stronger.",
                        .minimum = 0,
                        .minimumExcluded = true,
                        .logarithmic = true},
                       {.name = "penalty",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("l2"),
                        .help = "Penalty on the coefficients.",
                        .choices = {"l2", "l1", "elasticnet", "none"}},
                       {.name = "l1_ratio",
                        .type = ParamType::Real,
                        .defaultValue = 0.5,
                        .help = "Share of L1 in an elasticnet penalty.",
                        .minimum = 0,
                        .maximum = 1},
                       {.name = "max_iter",
                        .type = ParamType::Integer,
                        .defaultValue = std::int64_t(1000),
                        .help = "Most iterations of the solver.",
                        .minimum = 1,
                        .maximum = 1000000},
                       {.name = "tol",
                        .type = ParamType::Real,
                        .defaultValue = 1e-8,
                        .help = "Largest entry of the gradient at which the solver stops.",
                        .minimum = 0,
                        .minimumExcluded = true,
                        .logarithmic = true}},
            .preprocess = {},
            .make = [](const Params &params, Task task) { return std::make_unique<Logistic>(params, task); }};
}

} // namespace assay::engine
