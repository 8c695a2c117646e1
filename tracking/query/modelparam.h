// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"

namespace assay::tracking::query {

// `params.model` is the parameter of that name where a run has one of its own, as imported runs may, else the model
// that the run was made with: people look for it among the parameters. Models are texts, however they read.

/// Whether a parameter's name is that of the model.
bool isModelParam(const QString &name);

/// That a run `r` has a model and no parameter of that name.
Sql hasModelOnly();

/// The text of that parameter of a run `r`; NULL where it has neither.
Sql modelParam();

} // namespace assay::tracking::query
