// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/linearmodel.h"

#include "engine/estimators/logisticloss.h"
#include "engine/estimators/savedmatrix.h"

namespace assay::engine {

Json LinearModel::save() const
{
    return {{"parameters", toJson(m_parameters)}, {"means", toJson(m_means)}};
}

Result<void> LinearModel::load(const Json &json)
{
    try {
        m_parameters = matrixFromJson(json.at("parameters"));
        m_means = vectorFromJson(json.at("means"));
    } catch (const Json::exception &error) {
        return badModel(m_what, error);
    }
    return {};
}

Matrix LinearModel::margins(const MatrixRef &X) const
{
    return linearMargins(X, m_parameters);
}

} // namespace assay::engine
