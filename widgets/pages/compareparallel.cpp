// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/compareparallel.h"

#include "widgets/charts/palette.h"
#include "widgets/models/tone.h"
#include "widgets/pages/runselection.h"

#include <QEvent>

namespace assay::ui {

CompareParallel::CompareParallel(RunSelection *selection, QWidget *parent)
    : ParallelPlot(parent)
    , m_selection(selection)
{
    connect(selection, &RunSelection::changed, this, &CompareParallel::showLit);
    connect(selection, &RunSelection::hoverChanged, this, [this] {
        setHovered(m_selection->hovered());
        showLit();
    });
    connect(this, &ParallelPlot::brushed, selection,
            [this](const std::vector<int> &runs) { m_selection->setSelected(runs); });
    connect(this, &ParallelPlot::runHovered, selection, &RunSelection::setHovered);
    connect(this, &ParallelPlot::runClicked, selection, &RunSelection::toggle);
    showLit();
}

void CompareParallel::showLit()
{
    const bool dark = hasDarkBase(palette());
    std::vector<Lit> lit;
    for (const int run : m_selection->lit())
        lit.push_back({.run = run,
                       .color = slotStyle(m_selection->slot(run), dark).color,
                       .width = run == m_selection->hovered() ? 3.0 : 2.0});
    setLit(std::move(lit));
}

void CompareParallel::changeEvent(QEvent *event)
{
    ParallelPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_selection)
        showLit();
}

} // namespace assay::ui
