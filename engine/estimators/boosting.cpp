// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingensemble.h"
#include "engine/estimators/builtin.h"
#include "engine/estimators/paramspecs.h"

namespace assay::engine {

namespace {

EstimatorInfo treesInfo(const char *id, const char *label, Growth growth, std::vector<ParamSpec> params)
{
    return {.id = id,
            .label = label,
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = std::move(params),
            .preprocess = {.impute = Impute::None, .standardize = false},
            .make = [growth](const Params &resolved, Task task) {
                return std::make_unique<TreeEnsemble>(growth, resolved, task);
            }};
}

} // namespace

EstimatorInfo xgboostInfo()
{
    ParamSpec rate = spec::share("learning_rate", 0.1, "How much of each tree counts.");
    rate.logarithmic = true;
    return treesInfo(
        "xgboost", "Gradient boosting (XGBoost)", Growth::Boosting,
        {spec::whole("n_estimators", 200, 1, 100000, "Rounds of boosting."),
         spec::whole("max_depth", 6, 1, 30, "Deepest a tree may grow."), rate,
         spec::number("min_child_weight", 1, 0, {}, "Least sum of curvature in a leaf."),
         spec::share("subsample", 1, "Share of rows drawn for each tree."),
         spec::share("colsample_bytree", 1, "Share of columns drawn for each tree."),
         spec::number("reg_lambda", 1, 0, {}, "L2 penalty on leaf values."),
         spec::number("reg_alpha", 0, 0, {}, "L1 penalty on leaf values."),
         spec::number("gamma", 0, 0, {}, "Least gain of a split."),
         spec::whole("max_bin", 256, 2, 65535, "Bins a column is cut into."),
         spec::whole("early_stopping_rounds", 0, 0, 100000,
                     "Stop when held-back training rows have not been predicted better for so many rounds; 0: never."),
         spec::number("validation_fraction", 0.1, 0.001, 0.5,
                      "Share of the training rows held back for early stopping, of each class alike.")});
}

EstimatorInfo randomForestInfo()
{
    return treesInfo("random_forest", "Random forest (XGBoost)", Growth::Forest,
                     {spec::whole("n_estimators", 100, 1, 100000, "Trees."),
                      spec::whole("max_depth", 12, 1, 30, "Deepest a tree may grow."),
                      spec::number("min_child_weight", 1, 0, {}, "Least sum of curvature in a leaf."),
                      spec::share("subsample", 0.8, "Share of rows drawn for each tree."),
                      spec::share("colsample_bynode", 0.8, "Share of columns drawn for each split."),
                      spec::number("reg_lambda", 1e-5, 0, {}, "L2 penalty on leaf values."),
                      spec::number("reg_alpha", 0, 0, {}, "L1 penalty on leaf values."),
                      spec::number("gamma", 0, 0, {}, "Least gain of a split."),
                      spec::whole("max_bin", 256, 2, 65535, "Bins a column is cut into.")});
}

} // namespace assay::engine
