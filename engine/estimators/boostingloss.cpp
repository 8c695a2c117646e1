// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingloss.h"

#include "engine/estimators/logistickernels.h"
#include "engine/estimators/trainingdata.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

std::vector<float> onGrid(const Matrix &values)
{
    const double largest = values.size() > 0 ? values.cwiseAbs().maxCoeff() : 0;
    int exponent = 0;
    std::frexp(largest, &exponent);
    // Adding this leaves no bit below the step, so that taking it away again has rounded to the grid.
    const double shift = std::ldexp(1.5, exponent - 24 + 52);
    std::vector<float> out(static_cast<std::size_t>(values.size()));
    for (Eigen::Index i = 0; i < values.size(); ++i)
        out[i] = static_cast<float>((values.data()[i] + shift) - shift);
    return out;
}

void softmaxRows(Matrix &margins)
{
    for (Eigen::Index i = 0; i < margins.rows(); ++i) {
        auto row = margins.row(i).array();
        row = (row - row.maxCoeff()).exp();
        row /= row.sum();
    }
}

} // namespace

Matrix scoresFromMargins(Task task, const Matrix &margins)
{
    Matrix scores = margins;
    if (task == Task::Binary)
        scores = (1 + (-margins.array()).exp()).inverse();
    else if (task == Task::Multiclass)
        softmaxRows(scores);
    return scores;
}

RoundLoss roundLoss(Task task, const Matrix &margins, const Vector &y, const Vector &weights)
{
    if (task == Task::Binary) {
        RoundLoss round{.scores = Matrix(margins.rows(), 1)};
        round.loss = logisticTerms(margins.rows(), margins.data(), y.data(), weights.data(), round.scores.data()) /
                     weights.sum();
        return round;
    }
    RoundLoss round{.scores = scoresFromMargins(task, margins)};
    round.loss =
        task == Task::Regression ? rootMeanSquare(round.scores, y, weights) : logLoss(round.scores, y, weights);
    return round;
}

LossDerivatives lossDerivatives(Task task, const Matrix &scores, const Vector &y, const Vector &weights)
{
    Matrix gradient = scores;
    Matrix curvature = Matrix::Ones(scores.rows(), scores.cols());
    if (task != Task::Regression)
        curvature = (task == Task::Multiclass ? 2 : 1) * gradient.array() * (1 - gradient.array());
    for (Eigen::Index i = 0; i < y.size(); ++i) {
        if (task == Task::Multiclass)
            gradient(i, static_cast<Eigen::Index>(y[i])) -= 1;
        else
            gradient(i, 0) -= y[i];
    }
    gradient.array().colwise() *= weights.array();
    curvature.array().colwise() *= weights.array();
    return {.gradient = onGrid(gradient), .curvature = onGrid(curvature)};
}

} // namespace assay::engine
