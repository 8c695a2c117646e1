// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrecords.h"
#include "widgets/workbench.h"

namespace assay::ui {

/// How @p challenger stands to @p champion on the rows both were scored on: what a promotion rests on, the same in the
/// window and on the command line. By @p metric; empty: the headline metric of the task. Errors: those of
/// Workbench::compare, `cannot_compare`.
Result<tracking::Justification> justify(Workbench &workbench, const tracking::ModelVersion &challenger,
                                        const tracking::ModelVersion &champion, const QString &metric,
                                        const Context &context);

/// "version 3 of churn".
QString versionLabel(const tracking::ModelVersion &version);

} // namespace assay::ui
