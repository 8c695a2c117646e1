// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/parallelplot.h"

namespace assay::ui {

class RunSelection;

/// The plot of parallel coordinates on the compare page: what is brushed or clicked is what its tables and charts have
/// selected, and each run looked at has its colour there.
class CompareParallel : public ParallelPlot
{
    Q_OBJECT
public:
    explicit CompareParallel(RunSelection *selection, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLit();

    RunSelection *m_selection;
};

} // namespace assay::ui
