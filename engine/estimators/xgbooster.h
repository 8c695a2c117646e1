// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace assay::engine {

/// Rows in XGBoost's own form: float32, NaN is missing.
class XgbMatrix
{
public:
    static Result<XgbMatrix> make(const MatrixRef &X, int threads);
    Result<void> setInfo(const char *field, const Vector &values);
    /// Names are cleaned of the characters that XGBoost refuses.
    Result<void> setFeatureNames(const std::vector<std::string> &names);
    void *handle() const { return m_handle.get(); }
    Eigen::Index rows() const { return m_rows; }

private:
    std::shared_ptr<void> m_handle;
    Eigen::Index m_rows = 0;
};

/// A booster of the XGBoost C library: silent, with failures as results. One thread at a time may use it.
class XgbBooster
{
public:
    using Parameters = std::vector<std::pair<std::string, std::string>>;

    /// Predictions of @p cached matrices are kept up to date from round to round.
    static Result<XgbBooster> make(const Parameters &parameters, const std::vector<const XgbMatrix *> &cached = {});
    /// From the document of a JSON model file. Errors: `not_xgboost`.
    static Result<XgbBooster> fromJson(const Json &model);
    Result<Json> toJson() const;

    Result<void> setParameter(const std::string &name, const std::string &value);
    /// Grows one round of trees on the gradient and curvature of each row and output, [samples × outputs] row by row.
    Result<void> boost(const XgbMatrix &data, std::vector<float> &gradient, std::vector<float> &curvature);
    /// The first @p rounds rounds as a booster of their own.
    Result<XgbBooster> firstRounds(int rounds) const;

    enum class Output { Value = 0, Margin = 1, Contributions = 2 };
    /// Margins and values [samples × outputs]; contributions [samples·outputs × features + 1]. @p training says that
    /// the matrix is the one the trees grow on.
    Result<Matrix> predict(const XgbMatrix &data, Output output, bool training = false) const;
    Result<std::size_t> featureCount() const;

private:
    std::shared_ptr<void> m_handle;
};

/// How many threads to ask XGBoost for where @p threads are wanted, 0 for all cores. Results are the same for any
/// number.
int xgbThreads(int threads);

/// A name without `[`, `]` and `<`, which XGBoost refuses: they become `(`, `)` and `lt `.
std::string xgbFeatureName(std::string name);

} // namespace assay::engine
