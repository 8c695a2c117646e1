// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/logisticsolver.h"

#include <Eigen/Cholesky>
#include <LBFGS.h>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace assay::engine {

namespace {

// Up to here the Hessian fits in memory and its factorisation pays.
constexpr Eigen::Index newtonLimit = 3000;

struct Stopped
{
};

// The loss as LBFGS++ calls it. It keeps the best point, since a failed line search leaves another one behind.
struct Watched
{
    const SmoothLoss &loss;
    const SolverOptions &options;
    double best = std::numeric_limits<double>::infinity();
    Vector bestParameters = {};
    int improvements = 0;

    double operator()(const Vector &parameters, Vector &gradient)
    {
        const double value = loss.value(parameters, gradient);
        if (value < best) {
            best = value;
            bestParameters = parameters;
            ++improvements;
            if (options.iterated && !options.iterated(parameters, value))
                throw Stopped{};
        }
        return value;
    }
};

Solution byLbfgs(const SmoothLoss &loss, const SolverOptions &options)
{
    LBFGSpp::LBFGSParam<double> settings;
    settings.m = 10;
    settings.epsilon = options.tolerance;
    settings.epsilon_rel = 0;
    settings.max_iterations = options.maxIterations;
    settings.max_linesearch = 40;
    if (loss.size() <= newtonLimit) {
        settings.past = 5;
        settings.delta = 1e-6;
    }
    Watched watched{.loss = loss, .options = options};
    Vector parameters = Vector::Zero(loss.size());
    Solution solution;
    try {
        LBFGSpp::LBFGSSolver<double> solver(settings);
        double value = 0;
        solver.minimize(watched, parameters, value);
    } catch (const Stopped &) {
        solution.stopped = true;
    } catch (const std::exception &) {
        // The line search found no better point: rounding hides what is left.
    }
    solution.parameters = std::move(watched.bestParameters);
    solution.iterations = watched.improvements;
    return solution;
}

double largest(const Vector &values)
{
    return values.size() > 0 ? values.cwiseAbs().maxCoeff() : 0;
}

using Curvature = Eigen::LDLT<Eigen::MatrixXd>;

// A share of the largest curvature is added: intercepts of a softmax may move together, and columns may repeat each
// other.
Curvature factorised(Eigen::MatrixXd hessian)
{
    hessian.diagonal().array() += 1e-12 * (hessian.diagonal().maxCoeff() + 1e-300);
    return Curvature(hessian);
}

// Better is a lower value, or where rounding hides the difference of values, a smaller gradient.
bool improves(double value, double oldValue, double gradient, double oldGradient)
{
    const double rounding = 1e-11 * std::abs(oldValue);
    return value < oldValue - rounding || (value <= oldValue + rounding && gradient < oldGradient);
}

bool newtonStep(const SmoothLoss &loss, const Curvature &curvature, Vector &parameters, double &value, Vector &gradient)
{
    const Vector direction = -curvature.solve(gradient);
    double step = 1;
    for (int halvings = 0; halvings < 30; ++halvings, step /= 2) {
        const Vector trial = parameters + step * direction;
        Vector trialGradient;
        const double trialValue = loss.value(trial, trialGradient);
        if (improves(trialValue, value, largest(trialGradient), largest(gradient))) {
            parameters = trial;
            value = trialValue;
            gradient = trialGradient;
            return true;
        }
    }
    return false;
}

double softThreshold(double value, double by)
{
    return value > by ? value - by : (value < -by ? value + by : 0);
}

// The minimum-norm subgradient of loss + lasso·‖w‖₁.
Vector subgradient(const SmoothLoss &loss, const Vector &parameters, const Vector &gradient, double lasso)
{
    Vector sub = gradient;
    for (Eigen::Index j = 0; j < sub.size(); ++j) {
        if (loss.isIntercept(j))
            continue;
        sub[j] =
            parameters[j] != 0 ? gradient[j] + std::copysign(lasso, parameters[j]) : softThreshold(gradient[j], lasso);
    }
    return sub;
}

// Coordinate descent on gradient·d + ½ d'Hd + lasso·‖w + d‖₁, until no coordinate's slope exceeds @p tolerance.
Vector proximalDirection(const SmoothLoss &loss, const Eigen::MatrixXd &hessian, const Vector &parameters,
                         const Vector &gradient, double lasso, double tolerance)
{
    Vector point = parameters;
    Vector slope = gradient;
    const double floor = 1e-12 * hessian.diagonal().maxCoeff() + 1e-300;
    for (int sweep = 0; sweep < 2000; ++sweep) {
        double moved = 0;
        for (Eigen::Index j = 0; j < point.size(); ++j) {
            const double curvature = hessian(j, j) + floor;
            const double aim = point[j] - slope[j] / curvature;
            const double next = loss.isIntercept(j) ? aim : softThreshold(aim, lasso / curvature);
            const double change = next - point[j];
            if (change == 0)
                continue;
            point[j] = next;
            slope += change * hessian.col(j);
            moved = std::max(moved, std::abs(change) * curvature);
        }
        if (moved < tolerance)
            break;
    }
    return point - parameters;
}

double lassoValue(const SmoothLoss &loss, const Vector &parameters, double lasso)
{
    double sum = 0;
    for (Eigen::Index j = 0; j < parameters.size(); ++j)
        sum += loss.isIntercept(j) ? 0 : std::abs(parameters[j]);
    return lasso * sum;
}

} // namespace

Solution minimise(const SmoothLoss &loss, const SolverOptions &options)
{
    Solution solution = byLbfgs(loss, options);
    if (!solution.stopped && loss.size() <= newtonLimit)
        return minimiseFrom(loss, std::move(solution), options);
    Vector gradient;
    loss.value(solution.parameters, gradient);
    solution.largestGradient = largest(gradient);
    return solution;
}

Solution minimiseFrom(const SmoothLoss &loss, Solution solution, const SolverOptions &options)
{
    Vector gradient;
    double value = loss.value(solution.parameters, gradient);
    Curvature curvature;
    bool fresh = false;
    bool worn = true;
    solution.largestGradient = largest(gradient);
    while (!solution.stopped && solution.largestGradient >= options.tolerance &&
           solution.iterations < options.maxIterations) {
        if (worn)
            curvature = factorised(loss.hessian(solution.parameters));
        fresh = worn;
        worn = !newtonStep(loss, curvature, solution.parameters, value, gradient);
        if (worn && fresh)
            break;
        if (worn)
            continue;
        ++solution.iterations;
        solution.stopped = options.iterated && !options.iterated(solution.parameters, value);
        // A curvature that still takes a digit a step costs less than a new one.
        worn = largest(gradient) > 0.1 * solution.largestGradient;
        solution.largestGradient = largest(gradient);
    }
    return solution;
}

Solution minimiseWithLasso(const SmoothLoss &loss, const SolverOptions &options)
{
    Solution solution{.parameters = Vector::Zero(loss.size())};
    Vector gradient;
    double smooth = loss.value(solution.parameters, gradient);
    double remaining = largest(subgradient(loss, solution.parameters, gradient, options.lasso));
    bool moving = true;
    while (moving && remaining >= options.tolerance && solution.iterations < options.maxIterations) {
        const Vector direction = proximalDirection(loss, loss.hessian(solution.parameters), solution.parameters,
                                                   gradient, options.lasso, std::min(0.01 * remaining, 0.1));
        const double value = smooth + lassoValue(loss, solution.parameters, options.lasso);
        moving = false;
        double step = 1;
        for (int halvings = 0; halvings < 30 && !moving; ++halvings, step /= 2) {
            const Vector trial = solution.parameters + step * direction;
            Vector trialGradient;
            const double trialSmooth = loss.value(trial, trialGradient);
            const double trialRemaining = largest(subgradient(loss, trial, trialGradient, options.lasso));
            moving = improves(trialSmooth + lassoValue(loss, trial, options.lasso), value, trialRemaining, remaining);
            if (!moving)
                continue;
            solution.parameters = trial;
            gradient = trialGradient;
            smooth = trialSmooth;
            remaining = trialRemaining;
        }
        ++solution.iterations;
        if (options.iterated && !options.iterated(solution.parameters, smooth)) {
            solution.stopped = true;
            break;
        }
    }
    solution.largestGradient = remaining;
    return solution;
}

} // namespace assay::engine
