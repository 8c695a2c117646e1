// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingloss.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

std::vector<float> onGrid(const Matrix &values)
{
    const double largest = values.size() > 0 ? values.cwiseAbs().maxCoeff() : 0;
    int exponent = 0;
    std::frexp(largest, &exponent);
    const double step = std::ldexp(1.0, exponent - 24);
    std::vector<float> out(static_cast<std::size_t>(values.size()));
    for (Eigen::Index i = 0; i < values.size(); ++i)
        out[i] = static_cast<float>(std::nearbyint(values.data()[i] / step) * step);
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

LossDerivatives lossDerivatives(Task task, const Matrix &margins, const Vector &y, const Vector &weights)
{
    Matrix gradient = scoresFromMargins(task, margins);
    Matrix curvature = Matrix::Ones(margins.rows(), margins.cols());
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
