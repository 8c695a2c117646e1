// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QDateTime>
#include <optional>
#include <vector>

namespace assay::app {

struct ReportDrift
{
    QString referenceFile, currentFile; ///< names as a person knows them
    engine::DriftReport report;
};

struct ReportProfile
{
    QString file;
    engine::Profile profile;
};

/// Everything a report says, gathered before it is written, so that writing it needs neither store nor data. What is
/// absent is left out of the report; `fairness` and `attributions` are empty or have one entry a run, in the order of
/// `runs`.
struct ReportData
{
    QString title; ///< empty: made from the models' names
    QDateTime created;
    std::vector<ui::RunAnalysis> runs; ///< at least one
    std::optional<ui::RunComparison>
        comparison; ///< with two runs or more; its own `runs` are not read and may be empty
    std::vector<std::optional<engine::FairnessReport>> fairness;
    std::vector<std::optional<engine::Attribution>> attributions;
    std::optional<ReportDrift> drift;
    std::optional<ReportProfile> profile;
    QStringList omissions; ///< one sentence for each section that could not be made
    QStringList commands;  ///< to run it again; empty: the runs' own command lines
    bool curves = true;
};

} // namespace assay::app
