// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/trainingdata.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::engine {

Vector rowWeights(const TrainingData &data)
{
    return data.weights.size() > 0 ? data.weights : Vector::Ones(data.y.size());
}

Vector classWeights(const TrainingData &data)
{
    Vector sums = Vector::Zero(std::max(2, data.classes));
    for (Eigen::Index i = 0; i < data.y.size(); ++i)
        sums[static_cast<Eigen::Index>(data.y[i])] += data.weights.size() > 0 ? data.weights[i] : 1;
    return sums;
}

Vector columnMeans(const Matrix &X)
{
    // By product with ones: row after row, as they lie in memory.
    return X.transpose() * Vector::Constant(X.rows(), 1.0 / static_cast<double>(X.rows()));
}

Result<void> checkTrainingData(const TrainingData &data, bool finite)
{
    if (data.X.rows() == 0)
        return failure(ErrorKind::BadInput, "no_rows", "There are no rows to train on.");
    if (data.weights.size() > 0 && data.weights.sum() <= 0)
        return failure(ErrorKind::BadInput, "bad_weight", "All weights of the training rows are zero.");
    if (data.task != Task::Regression && (classWeights(data).array() > 0).count() < 2)
        return failure(ErrorKind::BadInput, "one_class",
                       "The training rows hold one class only; a classifier needs rows of at least two.");
    // Zero times what is not finite is not zero; Eigen's allFinite() would walk the rows column by column.
    if (!finite || (0 * data.X.array()).sum() == 0)
        return {};
    for (Eigen::Index column = 0; column < data.X.cols(); ++column) {
        if (!data.X.col(column).allFinite())
            return failure(ErrorKind::BadInput, "not_finite",
                           "The feature `{}` has missing or infinite values, which this model does not take.",
                           {data.columns.empty() ? std::to_string(column) : data.columns[column]});
    }
    return {};
}

double logLoss(const Matrix &scores, const VectorRef &truth, const Vector &weights)
{
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    double sum = 0;
    for (Eigen::Index i = 0; i < truth.size(); ++i) {
        const auto label = static_cast<Eigen::Index>(truth[i]);
        const double p = scores.cols() > 1 ? scores(i, label) : (label == 1 ? scores(i, 0) : 1 - scores(i, 0));
        sum -= weights[i] * std::log(std::clamp(p, epsilon, 1 - epsilon));
    }
    return sum / weights.sum();
}

double rootMeanSquare(const Matrix &values, const VectorRef &truth, const Vector &weights)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < truth.size(); ++i)
        sum += weights[i] * (values(i, 0) - truth[i]) * (values(i, 0) - truth[i]);
    return std::sqrt(sum / weights.sum());
}

void reportFit(const Estimator &fitted, const TrainingData &data, const Context &context)
{
    if (!context.observer)
        return;
    const bool regression = data.task == Task::Regression;
    const auto report = [&](const std::string &rows, const Matrix &X, const Vector &y, const Vector &weights) {
        const Matrix scores = fitted.predict(X);
        context.metric(rows + (regression ? "_rmse" : "_log_loss"),
                       regression ? rootMeanSquare(scores, y, weights) : logLoss(scores, y, weights), 1);
    };
    report("train", data.X, data.y, rowWeights(data));
    if (data.validationX.rows() > 0)
        report("validation", data.validationX, data.validationY, Vector::Ones(data.validationY.size()));
}

} // namespace assay::engine
