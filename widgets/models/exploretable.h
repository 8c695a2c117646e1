// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/exploredata.h"

#include <QAbstractTableModel>

namespace assay::ui {

/// The runs that are explored as a table: those chosen, or all where none is. Sorts without touching the store.
class ExploreTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { RunRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setData(ExplorePtr data, const QStringList &columns);
    /// [runs] empty: all.
    void setChosen(const std::vector<char> &chosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int run(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(int run) const;

private:
    void order();

    ExplorePtr m_data;
    std::vector<const ExploreColumn *> m_columns;
    std::vector<char> m_chosen;
    std::vector<int> m_rows;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace assay::ui
