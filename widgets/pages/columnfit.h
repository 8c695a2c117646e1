// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

class QTableView;

namespace assay::ui {

/// Gives the columns of a table the width of what is in them. Where there is less room than that, those that may give
/// way until all fit, the widest first, and then the others, but none below its title; the last takes what is left.
/// Ends once a person sets a width.
class ColumnFit : public QObject
{
    Q_OBJECT
public:
    /// @p yielding: columns that may give way.
    ColumnFit(QTableView *view, std::vector<int> yielding);

    /// What is in the table has changed.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();
    std::vector<int> widths(int room) const;

    QTableView *m_view;
    std::vector<int> m_yielding;
    std::vector<int> m_wanted, m_least; ///< [columns] px
    bool m_sharing = false, m_byHand = false;
};

} // namespace assay::ui
