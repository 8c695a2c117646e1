// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/calibrating.h"

namespace assay::engine {

namespace {

// Another stream than the split that made the training rows, or both would fall alike.
constexpr std::uint64_t heldBackStream = 0x63616c6962726174ULL;

Result<void> checkOptions(const FitOptions &options, Task task)
{
    if (task == Task::Regression)
        return failure(ErrorKind::BadInput, "bad_calibration",
                       "A regression cannot be calibrated: calibration is for probabilities of classes.");
    if (!(options.calibrationShare > 0 && options.calibrationShare < 1))
        return failure(ErrorKind::BadInput, "bad_calibration",
                       "The share of rows held back for calibration must lie between 0 and 1.");
    return {};
}

Result<Fold> holdBack(const Table &table, const Target &target, const Rows &train, double share, std::uint64_t seed)
{
    const auto classes = target.values(table, train);
    if (!classes)
        return Failure(classes.error());
    const std::vector<std::int32_t> strata(classes->begin(), classes->end());
    SplitSpec spec;
    spec.testShare = share;
    auto folds = split(table, train, strata, spec, seed ^ heldBackStream);
    if (!folds)
        return Failure(folds.error());
    return std::move(folds->front());
}

Result<Calibrator> calibratorFor(const Model &model, const Table &table, const Rows &held, const FitOptions &options)
{
    const auto predictions = model.predictions(table, held, {}, options.weight);
    if (!predictions)
        return Failure(predictions.error());
    const Eigen::Map<const Vector> truth(predictions->truth.data(), std::ssize(predictions->truth));
    const Vector weights = Eigen::Map<const Vector>(predictions->weights.data(), std::ssize(predictions->weights));
    return Calibrator::fit(*options.calibration, predictions->scores, truth, weights);
}

} // namespace

Result<std::shared_ptr<const Model>> fitCalibrated(const EstimatorInfo &estimator, const Params &params,
                                                   const Table &table, const Target &target,
                                                   const std::vector<std::string> &features, const Rows &train,
                                                   const Rows &validation, const FitOptions &options,
                                                   const Context &context)
{
    if (const auto checked = checkOptions(options, target.task); !checked)
        return Failure(checked.error());
    const auto fold = holdBack(table, target, train, options.calibrationShare, context.seed);
    if (!fold)
        return Failure(fold.error());
    FitOptions plain = options;
    plain.calibration.reset();
    const auto model = fitModel(estimator, params, table, target, features, fold->train, validation, plain, context);
    if (!model)
        return model;
    context.progress("Calibrating", 0, 0);
    auto calibrator = calibratorFor(**model, table, fold->test, options);
    if (!calibrator)
        return Failure(calibrator.error());
    context.note("Probabilities are calibrated (" + std::string(name(*options.calibration)) + ") on " +
                 std::to_string(fold->test.size()) +
                 " training rows held back from fitting; explanations show the margin before calibration.");
    return (*model)->calibrated(std::move(*calibrator));
}

std::shared_ptr<const Model> Model::calibrated(Calibrator calibrator) const
{
    auto model = std::make_shared<Model>(*this);
    model->m_calibrator = std::move(calibrator);
    return model;
}

} // namespace assay::engine
