// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

#include <QAbstractTableModel>
#include <vector>

namespace assay::ui {

/// The runs a source has, with a tick for each that is to be taken over. Those the store has already are faint and not
/// ticked; ticking one takes over what it has grown by since.
class TakeOverPageModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Experiment, Status, Started, Points, Params, Files, Size, State, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<tracking::ImportPlanRun> runs);
    const std::vector<tracking::ImportPlanRun> &runs() const { return m_runs; }
    void tick(bool all);
    /// In the order they are listed.
    QStringList ticked() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void tickedChanged();

private:
    QString text(const tracking::ImportPlanRun &run, int column) const;
    static QVariant sortValue(const tracking::ImportPlanRun &run, int column);

    std::vector<tracking::ImportPlanRun> m_runs;
    std::vector<bool> m_ticked;
};

} // namespace assay::ui
