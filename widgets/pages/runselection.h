// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

namespace assay::ui {

/// Which of the runs that are compared a person looks at: one baseline, any selected, one under the pointer. Table and
/// charts share it. Runs are told by their index.
class RunSelection : public QObject
{
    Q_OBJECT
public:
    /// So many runs have a colour each; of more, only those looked at.
    static constexpr int coloured = 8;

    using QObject::QObject;

    /// Forgets everything but the number of runs.
    void reset(int runs);
    int count() const { return m_count; }

    int baseline() const { return m_baseline; }
    void setBaseline(int run);
    const std::vector<int> &selected() const { return m_selected; }
    bool isSelected(int run) const;
    void setSelected(std::vector<int> runs);
    void toggle(int run);
    int hovered() const { return m_hovered; }
    void setHovered(int run); ///< −1: none

    /// The palette entry of a run; −1 is grey.
    int slot(int run) const;
    /// Those drawn in colour, the one under the pointer last.
    std::vector<int> lit() const;
    /// Drawn fainter, because others are selected.
    bool isFaded(int run) const;

signals:
    void changed();      ///< baseline or selection
    void hoverChanged(); ///< only what is under the pointer

private:
    int m_count = 0, m_baseline = 0, m_hovered = -1;
    std::vector<int> m_selected;
};

} // namespace assay::ui
