// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

enum class CalibrationMethod { Isotonic, Sigmoid, Temperature, Beta };
/// "isotonic", "sigmoid", "temperature", "beta".
const char *name(CalibrationMethod method);
std::optional<CalibrationMethod> calibrationFromName(std::string_view name);

/// Maps the scores of a classifier to probabilities that mean what they say. Fitted on rows the classifier has not
/// seen, kept as part of the model. Several classes are calibrated one against the rest and normalised, temperature on
/// all at once.
class Calibrator
{
public:
    /// @p scores as Estimator::predict ([n × 1] or [n × classes], probabilities), @p truth [n] class indices, @p
    /// weights [n] or empty. Errors: `one_class` when the rows hold a class only.
    static Result<Calibrator> fit(CalibrationMethod method, const Matrix &scores, const VectorRef &truth,
                                  const Vector &weights);
    /// Of the same shape as @p scores.
    Matrix apply(const Matrix &scores) const;

    CalibrationMethod method() const { return m_method; }
    Json toJson() const;
    /// Errors: `bad_model`.
    static Result<Calibrator> fromJson(const Json &json);

private:
    CalibrationMethod m_method = CalibrationMethod::Isotonic;
    /// One map an output: knots (isotonic) or coefficients (the others).
    std::vector<Vector> m_x, m_y;
};

} // namespace assay::engine
