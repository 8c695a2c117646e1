// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/samples.h"
#include "widgets/shell.h"

namespace assay::ui {

/// Imports a sample and opens the page it is for: a pair goes to drift, one data set to its profile.
class SampleLoader : public QObject
{
    Q_OBJECT
public:
    explicit SampleLoader(Shell &shell, QObject *parent = nullptr);

    void open(const Sample &sample);

private:
    Shell &m_shell;
    JobRunner m_job;
};

} // namespace assay::ui
