// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/smoothloss.h"

namespace assay::engine {

/// C · Σ weightᵢ · log lossᵢ + ½ · ridge · ‖w‖², scikit-learn's objective for logistic regression with a free
/// intercept. Parameters are [outputs × features + 1] row by row, the intercept last in a row; one output (the log-odds
/// of class 1) for two classes, else one a class with softmax over them. Sums run in fixed chunks, so values do not
/// depend on @p threads.
class LogisticLoss : public SmoothLoss
{
public:
    /// Keeps references: @p X [samples × features], @p y class indices and @p weights must outlive it.
    LogisticLoss(const Matrix &X, const Vector &y, const Vector &weights, int outputs, double C, double ridge,
                 int threads);

    Eigen::Index size() const override { return m_outputs * m_width; }
    bool isIntercept(Eigen::Index parameter) const override { return parameter % m_width == m_width - 1; }
    double value(const Vector &parameters, Vector &gradient) const override;
    Eigen::MatrixXd hessian(const Vector &parameters) const override;
    /// Mean log loss behind value(), without the penalty.
    double meanLogLoss(double value, const Vector &parameters) const;

private:
    struct Sum
    {
        double loss = 0;
        Matrix gradient;
    };
    void addBinary(const Matrix &parameters, Eigen::Index begin, Eigen::Index end, Sum &sum) const;
    void addMulticlass(const Matrix &parameters, Eigen::Index begin, Eigen::Index end, Sum &sum) const;
    Matrix probabilities(const Matrix &parameters, Eigen::Index begin, Eigen::Index end) const;
    /// Of outputs @p a and @p b over some rows: a block of the Hessian, lower triangle.
    Eigen::MatrixXd curvature(const Matrix &parameters, Eigen::Index a, Eigen::Index b, Eigen::Index begin,
                              Eigen::Index end) const;
    double penalty(const Matrix &parameters) const;

    const Matrix &m_X;
    const Vector &m_y;
    const Vector &m_weights;
    Eigen::Index m_outputs;
    Eigen::Index m_width;
    double m_C;
    double m_ridge;
    int m_threads;
    double m_totalWeight;
};

/// [samples × outputs] X·w' + b of parameters as above.
Matrix linearMargins(const MatrixRef &X, const Matrix &parameters);

} // namespace assay::engine
