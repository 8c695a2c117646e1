// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runselection.h"

#include <algorithm>

namespace assay::ui {

void RunSelection::reset(int runs)
{
    m_count = runs;
    m_baseline = std::min(m_baseline, std::max(0, runs - 1));
    m_hovered = -1;
    m_selected.clear();
    emit changed();
}

void RunSelection::setBaseline(int run)
{
    if (run < 0 || run >= m_count || run == m_baseline)
        return;
    m_baseline = run;
    emit changed();
}

bool RunSelection::isSelected(int run) const
{
    return std::ranges::find(m_selected, run) != m_selected.end();
}

void RunSelection::setSelected(std::vector<int> runs)
{
    std::erase_if(runs, [this](int run) { return run < 0 || run >= m_count; });
    // Those that stay selected keep their place, and with it their colour.
    std::vector<int> ordered;
    for (const int run : m_selected)
        if (std::ranges::find(runs, run) != runs.end())
            ordered.push_back(run);
    for (const int run : runs)
        if (std::ranges::find(ordered, run) == ordered.end())
            ordered.push_back(run);
    if (ordered == m_selected)
        return;
    m_selected = std::move(ordered);
    emit changed();
}

void RunSelection::toggle(int run)
{
    std::vector<int> runs = m_selected;
    if (std::erase(runs, run) == 0)
        runs.push_back(run);
    setSelected(std::move(runs));
}

void RunSelection::setHovered(int run)
{
    if (run == m_hovered)
        return;
    m_hovered = run;
    emit hoverChanged();
}

int RunSelection::slot(int run) const
{
    if (m_count <= coloured)
        return run;
    if (run == m_baseline)
        return 0;
    int place = 0;
    for (const int selected : m_selected) {
        if (selected == run)
            return 1 + place % (coloured - 1);
        place += selected != m_baseline ? 1 : 0;
    }
    return run == m_hovered ? 1 + place % (coloured - 1) : -1;
}

std::vector<int> RunSelection::lit() const
{
    std::vector<int> runs;
    const auto add = [&](int run) {
        if (run >= 0 && run < m_count && std::ranges::find(runs, run) == runs.end())
            runs.push_back(run);
    };
    if (m_count <= coloured) {
        for (int run = 0; run < m_count; ++run)
            add(run);
    } else {
        add(m_baseline);
    }
    for (const int run : m_selected)
        add(run);
    if (m_hovered >= 0) {
        std::erase(runs, m_hovered);
        add(m_hovered);
    }
    return runs;
}

bool RunSelection::isFaded(int run) const
{
    return (!m_selected.empty() || m_hovered >= 0) && m_count <= coloured && run != m_hovered && !isSelected(run);
}

} // namespace assay::ui
