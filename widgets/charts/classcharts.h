// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "widgets/charts/chartspec.h"

#include <vector>

/// Charts of a multiclass run, a curve a class against the rest. @p classes are indices into Evaluation::perClass; the
/// place in it decides the colour.
namespace assay::ui {

ChartSpec classRocChart(const engine::Evaluation &evaluation, const std::vector<std::size_t> &classes);
ChartSpec classPrChart(const engine::Evaluation &evaluation, const std::vector<std::size_t> &classes);
ChartSpec classCalibrationChart(const engine::Evaluation &evaluation, const std::vector<std::size_t> &classes);
/// One metric of every class as bars: F1 with precision and recall beside it in the table.
ChartSpec classF1Chart(const engine::Evaluation &evaluation);

} // namespace assay::ui
