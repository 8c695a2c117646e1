// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/calibrator.h"

#include "engine/estimators/calibrationmaps.h"
#include "engine/estimators/savedmatrix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<CalibrationMethod, const char *>, 4> names{
    {{CalibrationMethod::Isotonic, "isotonic"},
     {CalibrationMethod::Sigmoid, "sigmoid"},
     {CalibrationMethod::Temperature, "temperature"},
     {CalibrationMethod::Beta, "beta"}}};

// Rows of positive weight; a class only teaches nothing.
bool severalClasses(const VectorRef &truth, const Vector &weights)
{
    std::optional<double> first;
    for (Eigen::Index i = 0; i < truth.size(); ++i) {
        if (weights.size() > 0 && weights[i] <= 0)
            continue;
        if (first && *first != truth[i])
            return true;
        first = truth[i];
    }
    return false;
}

CalibrationMap fitMap(CalibrationMethod method, const Vector &scores, const Vector &truth, const Vector &weights)
{
    switch (method) {
    case CalibrationMethod::Isotonic:
        return fitIsotonic(scores, truth, weights);
    case CalibrationMethod::Sigmoid:
        return fitSigmoid(scores, truth, weights);
    case CalibrationMethod::Temperature:
    case CalibrationMethod::Beta:
        break;
    }
    return fitBeta(scores, truth, weights);
}

double applyMap(CalibrationMethod method, const Vector &x, const Vector &y, double score)
{
    switch (method) {
    case CalibrationMethod::Isotonic:
        return applyIsotonic(x, y, score);
    case CalibrationMethod::Sigmoid:
        return applySigmoid(x, score);
    case CalibrationMethod::Temperature:
    case CalibrationMethod::Beta:
        break;
    }
    return applyBeta(x, score);
}

// One-vs-rest probabilities need not sum to 1; where none is left, nothing is known.
void normalise(Matrix &scores)
{
    for (Eigen::Index i = 0; i < scores.rows(); ++i) {
        const double sum = scores.row(i).sum();
        if (sum > 0)
            scores.row(i) /= sum;
        else
            scores.row(i).setConstant(1 / static_cast<double>(scores.cols()));
    }
}

// What apply() counts on, whatever a file says.
bool isUsable(CalibrationMethod method, const std::vector<Vector> &x, const std::vector<Vector> &y)
{
    if (x.empty() || x.size() != y.size())
        return false;
    for (std::size_t k = 0; k < x.size(); ++k) {
        const Eigen::Index wanted = method == CalibrationMethod::Temperature ? 1
                                    : method == CalibrationMethod::Sigmoid   ? 2
                                    : method == CalibrationMethod::Beta      ? 3
                                                                             : x[k].size();
        const bool shape = x[k].size() == wanted && wanted > 0 && x[k].allFinite() && y[k].allFinite();
        const bool knots = method != CalibrationMethod::Isotonic ||
                           (y[k].size() == x[k].size() && std::is_sorted(x[k].begin(), x[k].end()));
        if (!shape || !knots)
            return false;
    }
    return true;
}

} // namespace

const char *name(CalibrationMethod method)
{
    for (const auto &[known, text] : names) {
        if (known == method)
            return text;
    }
    return "isotonic";
}

std::optional<CalibrationMethod> calibrationFromName(std::string_view name)
{
    for (const auto &[known, text] : names) {
        if (name == text)
            return known;
    }
    return std::nullopt;
}

Result<Calibrator> Calibrator::fit(CalibrationMethod method, const Matrix &scores, const VectorRef &truth,
                                   const Vector &weights)
{
    if (!severalClasses(truth, weights))
        return failure(ErrorKind::BadInput, "one_class",
                       "The rows held back for calibration are of one class only; two are needed: hold back more.");
    Calibrator calibrator;
    calibrator.m_method = method;
    if (method == CalibrationMethod::Temperature) {
        calibrator.m_x = {Vector::Constant(1, fitTemperature(scores, truth, weights))};
        calibrator.m_y = {Vector()};
        return calibrator;
    }
    for (Eigen::Index k = 0; k < scores.cols(); ++k) {
        const double wanted = scores.cols() == 1 ? 1 : static_cast<double>(k);
        const Vector hits = (truth.array() == wanted).cast<double>();
        CalibrationMap map = fitMap(method, scores.col(k), hits, weights);
        calibrator.m_x.push_back(std::move(map.x));
        calibrator.m_y.push_back(std::move(map.y));
    }
    return calibrator;
}

Matrix Calibrator::apply(const Matrix &scores) const
{
    if (m_method == CalibrationMethod::Temperature)
        return applyTemperature(m_x.front()[0], scores);
    Matrix out(scores.rows(), scores.cols());
    for (Eigen::Index k = 0; k < scores.cols(); ++k) {
        const auto map = std::min(static_cast<std::size_t>(k), m_x.size() - 1);
        for (Eigen::Index i = 0; i < scores.rows(); ++i)
            out(i, k) = applyMap(m_method, m_x[map], m_y[map], scores(i, k));
    }
    if (scores.cols() > 1)
        normalise(out);
    return out;
}

Json Calibrator::toJson() const
{
    Json json{{"method", name(m_method)}, {"x", Json::array()}, {"y", Json::array()}};
    for (std::size_t k = 0; k < m_x.size(); ++k) {
        json["x"].push_back(engine::toJson(m_x[k]));
        json["y"].push_back(engine::toJson(m_y[k]));
    }
    return json;
}

Result<Calibrator> Calibrator::fromJson(const Json &json)
{
    try {
        const auto method = calibrationFromName(json.at("method").get<std::string>());
        Calibrator calibrator;
        calibrator.m_method = method.value_or(CalibrationMethod::Isotonic);
        for (const Json &values : json.at("x"))
            calibrator.m_x.push_back(vectorFromJson(values));
        for (const Json &values : json.at("y"))
            calibrator.m_y.push_back(vectorFromJson(values));
        if (!method || !isUsable(*method, calibrator.m_x, calibrator.m_y))
            return failure(ErrorKind::BadInput, "bad_model",
                           "The saved model's calibration cannot be read: it is damaged or of another version.");
        return calibrator;
    } catch (const Json::exception &error) {
        return badModel("calibration", error);
    }
}

} // namespace assay::engine
