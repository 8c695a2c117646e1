// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <map>

namespace assay::app {

/// What a run records beside parameters and metrics: how it was set up, on what and by what.

/// `target`, `split`, `seed`, `positive`, `protected`, … as tags: what tells two runs apart that have the same
/// parameters.
std::map<QString, QString> taskTags(const ui::TrainRequest &request, const engine::Target &target);
tracking::DatasetInput inputOf(const ui::Dataset &data, const QString &role);
tracking::Provenance provenanceOf(const ui::TrainRequest &request, const Context &context);
tracking::Provenance provenanceOf(const QString &commandLine, std::uint64_t seed, int threads);
/// The `assay train` line that does the same again, quoted for a shell.
QString trainCommand(const ui::TrainRequest &request, std::uint64_t seed);

// And what is read back from a run.

const tracking::DatasetInput *inputOfRole(const tracking::RunDetails &details, const QString &role);
/// Empty when the run has no such tag.
QString tagOf(const tracking::Run &run, const QString &key);
/// Of the changes that no commit has; empty where the run keeps none.
QString changesDigest(const tracking::RunDetails &details);
double thresholdOf(const tracking::Run &run);

} // namespace assay::app
