// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace assay::ui {

class RunsModel;

/// The table of the runs page. Its first columns can be pinned: they stay where they are while the others are scrolled
/// sideways. What is selected, open and on the screen is kept by run when the rows come in another order.
class RunsTable : public QTreeView
{
    Q_OBJECT
public:
    explicit RunsTable(RunsModel *model, QWidget *parent = nullptr);

    /// So many columns from the left stay; 0: none.
    void setPinned(int columns);
    int pinned() const { return m_pinned; }
    /// Room for the arrows that open a row; wasted where none has anything below.
    void setNested(bool on);
    bool isEditing() const { return state() == EditingState; }
    /// Rows of the store that are on the screen now.
    std::vector<qint64> visibleRuns() const;
    /// Rows of the store that are selected, in the order shown; groups are not among them.
    std::vector<qint64> selectedKeys() const;
    void selectKeys(const std::vector<qint64> &keys);

    /// What a person would miss if it moved.
    struct Place
    {
        std::vector<qint64> selected = {}, opened = {};
        qint64 current = 0;
        int currentColumn = 0;
        qint64 top = 0;    ///< the first row on the screen
        int topOffset = 0; ///< [px] of it above the edge
        int across = 0;    ///< [px]
    };
    Place place() const;
    void setPlace(const Place &place);

signals:
    /// The star of a run was clicked.
    void starClicked(const QModelIndex &index);
    /// Other rows or columns are on the screen.
    void moved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void updateGeometries() override;

private:
    void buildFrozen();
    void showFrozen();
    void addOpened(const QModelIndex &parent, std::vector<qint64> &opened) const;
    bool isStar(const QModelIndex &index) const;

    RunsModel *m_model;
    QTreeView *m_frozen; ///< the pinned columns, above the table where it is scrolled sideways
    int m_pinned = 0;
    bool m_syncing = false; ///< the pinned columns follow the table, not it them
};

} // namespace assay::ui
