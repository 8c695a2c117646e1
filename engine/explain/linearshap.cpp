// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/methods.h"

namespace assay::engine {

Result<Attribution> explainLinear(const ExplainedRows &explained, const LinearScorer &linear, const Vector &means)
{
    const Matrix w = linear.coefficients();
    const Matrix &X = explained.X;
    const Eigen::Index outputs = w.rows();
    Matrix contributions(X.rows() * outputs, X.cols() + 1);
    const Vector base = linear.intercepts() + w * means;
    for (Eigen::Index i = 0; i < contributions.rows(); ++i) {
        const Eigen::Index output = i % outputs;
        contributions.row(i).head(X.cols()) = w.row(output).array() * (X.row(i / outputs) - means.transpose()).array();
        contributions(i, X.cols()) = base[output];
    }
    Attribution attribution = attributionBy("linear", explained.model.preprocessor().features());
    if (outputs > 1)
        attribution.classes = explained.model.target().labels;
    std::vector<std::size_t> featureOfColumn;
    for (const FeatureColumn &column : explained.model.preprocessor().columns())
        featureOfColumn.push_back(column.feature);
    addContributions(attribution, contributions, linear.margins(X), featureOfColumn);
    addCells(attribution, explained);
    return attribution;
}

} // namespace assay::engine
