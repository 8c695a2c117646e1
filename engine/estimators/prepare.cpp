// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/prepare.h"

#include "engine/preprocess/encoding.h"
#include "engine/preprocess/steps.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

Result<Vector> weightsOf(const Table &table, const Rows &rows, const std::string &name)
{
    if (name.empty())
        return Vector();
    const auto column = table.require(name);
    if (!column)
        return Failure(column.error());
    Vector weights(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double weight = (*column)->isNumeric() ? (*column)->numbers()[rows[i]] : -1;
        if (!(weight >= 0) || std::isinf(weight))
            return at(failure(ErrorKind::BadInput, "bad_weight",
                              "The weight `{}` is `{}` in row {}; weights are numbers of at least 0.",
                              {name, (*column)->text(rows[i]), std::to_string(rows[i])}),
                      {}, 0, name);
        weights[i] = weight;
    }
    return weights;
}

Result<PreparedData> prepareTraining(const EstimatorInfo &estimator, const Table &table, const Target &target,
                                     const std::vector<std::string> &features, const Rows &train,
                                     const Rows &validation, const FitOptions &options, const Context &context)
{
    const auto steps = preprocessOptions(estimator.preprocess, options.preprocess);
    if (!steps)
        return Failure(steps.error());
    auto y = target.values(table, train);
    auto weights = weightsOf(table, train, options.weight);
    auto validationY = target.values(table, validation);
    for (const auto *part : {&y, &weights, &validationY}) {
        if (!*part)
            return Failure(part->error());
    }
    const Supervision learn{.y = *y, .weights = *weights, .labels = target.labels, .seed = context.seed};
    auto fitted = Preprocessor::fitTransform(table, train, features, *steps, learn, context);
    if (!fitted)
        return Failure(fitted.error());
    auto validationX = fitted->preprocessor.transform(table, validation);
    if (!validationX)
        return Failure(validationX.error());
    PreparedData prepared{.preprocessor = std::move(fitted->preprocessor),
                          .data = {.task = target.task,
                                   .X = std::move(fitted->X),
                                   .y = std::move(*y),
                                   .weights = std::move(*weights),
                                   .validationX = std::move(*validationX),
                                   .validationY = std::move(*validationY),
                                   .classes = std::max(2, static_cast<int>(target.labels.size())),
                                   .columns = {}}};
    for (const FeatureColumn &column : prepared.preprocessor.columns()) {
        prepared.data.columns.push_back(column.name);
        prepared.data.sources.push_back(column.feature);
    }
    if (auto balanced = balanceClasses(prepared.data, options.balance, target.labels,
                                       prepared.preprocessor.levelColumns(), context);
        !balanced)
        return Failure(balanced.error());
    return prepared;
}

} // namespace assay::engine
