// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"

#include <algorithm>

namespace assay::engine {

const std::vector<EstimatorInfo> &estimators()
{
    static const std::vector<EstimatorInfo> table{
        baselineInfo(),   logisticInfo(),     linearInfo(), xgboostInfo(), randomForestInfo(),
        naiveBayesInfo(), decisionTreeInfo(), knnInfo(),    svmInfo(),     mlpInfo(),
    };
    return table;
}

Result<const EstimatorInfo *> findEstimator(const std::string &id)
{
    const auto it = std::ranges::find(estimators(), id, &EstimatorInfo::id);
    if (it != estimators().end())
        return &*it;
    std::vector<std::string> known;
    for (const EstimatorInfo &info : estimators())
        known.push_back(info.id);
    return failure(ErrorKind::BadInput, "unknown_model", "There is no model `{}`; there are {}.",
                   {id, quotedList(known)});
}

} // namespace assay::engine
