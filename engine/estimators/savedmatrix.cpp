// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/savedmatrix.h"

namespace assay::engine {

Json toJson(const Vector &vector)
{
    return jsonNumbers({vector.data(), static_cast<std::size_t>(vector.size())});
}

Json toJson(const Matrix &matrix)
{
    return {{"rows", matrix.rows()},
            {"columns", matrix.cols()},
            {"values", jsonNumbers({matrix.data(), static_cast<std::size_t>(matrix.size())})}};
}

Vector vectorFromJson(const Json &json)
{
    Vector vector(static_cast<Eigen::Index>(json.size()));
    for (Eigen::Index i = 0; i < vector.size(); ++i)
        vector[i] = numberFromJson(json.at(static_cast<std::size_t>(i)));
    return vector;
}

Matrix matrixFromJson(const Json &json)
{
    const auto columns = json.at("columns").get<Eigen::Index>();
    const Vector values = vectorFromJson(json.at("values"));
    if (columns <= 0)
        return Matrix(0, 0);
    return Eigen::Map<const Matrix>(values.data(), values.size() / columns, columns);
}

Failure badModel(const std::string &what, const Json::exception &error)
{
    return failure(ErrorKind::BadInput, "bad_model", "The saved {} cannot be read: {}.", {what, error.what()});
}

} // namespace assay::engine
