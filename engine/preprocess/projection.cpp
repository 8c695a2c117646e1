// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/projection.h"

#include "engine/estimators/savedmatrix.h"

#include <Eigen/QR>
#include <Eigen/SVD>
#include <algorithm>

namespace assay::engine {

namespace {

using Dense = Eigen::MatrixXd;

struct Directions
{
    Dense vectors; ///< [columns × rank]
    Vector values; ///< falling
};

// Of a tall matrix the SVD of its triangle is the same but for the left vectors, which are not needed.
Directions rightVectors(const Dense &centred)
{
    if (centred.rows() <= centred.cols()) {
        const Eigen::BDCSVD<Dense> svd(centred, Eigen::ComputeThinU | Eigen::ComputeThinV);
        return {.vectors = svd.matrixV(), .values = svd.singularValues()};
    }
    const Eigen::HouseholderQR<Dense> qr(centred);
    const Dense triangle = qr.matrixQR().topRows(centred.cols()).triangularView<Eigen::Upper>();
    const Eigen::BDCSVD<Dense> svd(triangle, Eigen::ComputeThinU | Eigen::ComputeThinV);
    return {.vectors = svd.matrixV(), .values = svd.singularValues()};
}

Eigen::Index componentsFor(const Vector &shares, double wanted)
{
    const Eigen::Index all = shares.size();
    if (wanted >= 1)
        return std::min(static_cast<Eigen::Index>(wanted), all);
    double sum = 0;
    for (Eigen::Index i = 0; i < all; ++i) {
        sum += shares[i];
        if (sum > wanted)
            return i + 1;
    }
    return all;
}

} // namespace

Matrix Projection::apply(const MatrixRef &X) const
{
    // Row by row, so that the bits of a row do not depend on how many are turned with it.
    Matrix turned(X.rows(), directions.rows());
    for (Eigen::Index i = 0; i < X.rows(); ++i)
        turned.row(i).noalias() = (directions * (X.row(i).transpose() - means)).transpose();
    return turned;
}

Projection Projection::fit(const MatrixRef &X, double wanted)
{
    Projection projection;
    projection.means = X.colwise().mean().transpose();
    const Directions found = rightVectors(X.rowwise() - projection.means.transpose());
    const Vector variances = found.values.array().square();
    const double total = variances.sum();
    const Vector shares = total > 0 ? Vector(variances / total) : Vector::Zero(variances.size());
    const Eigen::Index count = std::max<Eigen::Index>(1, componentsFor(shares, wanted));
    projection.directions = found.vectors.leftCols(count).transpose();
    projection.shares = shares.head(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        Eigen::Index largest = 0;
        projection.directions.row(i).cwiseAbs().maxCoeff(&largest);
        if (projection.directions(i, largest) < 0)
            projection.directions.row(i) *= -1;
    }
    return projection;
}

Json Projection::toJson() const
{
    return {{"means", engine::toJson(means)},
            {"directions", engine::toJson(directions)},
            {"shares", engine::toJson(shares)}};
}

Projection Projection::fromJson(const Json &json)
{
    Projection projection;
    projection.means = vectorFromJson(json.at("means"));
    projection.directions = matrixFromJson(json.at("directions"));
    projection.shares = vectorFromJson(json.at("shares"));
    if (projection.directions.cols() != projection.means.size())
        throw Json::other_error::create(501, "components of another width than their means", &json);
    return projection;
}

} // namespace assay::engine
