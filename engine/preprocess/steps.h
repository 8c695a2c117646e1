// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"
#include "engine/preprocess/preprocessor.h"

namespace assay::engine {

/// The preprocessing a reader may choose, in parameters that describe themselves: imputing, scaling, encoding, dates,
/// texts, outlier flags, selection and reduction. A default of "auto" leaves the step to the estimator.
const std::vector<ParamSpec> &preprocessParams();
/// @p base, what an estimator wants, changed by @p given. Errors: `unknown_parameter`, `bad_parameter`.
Result<PreprocessOptions> preprocessOptions(const PreprocessOptions &base, const Params &given);

} // namespace assay::engine
