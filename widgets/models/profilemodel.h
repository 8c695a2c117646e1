// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/profile.h"

#include <QAbstractTableModel>

namespace assay::ui {

/// The columns of a data set, one a row, with what is known of each.
class ProfileModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Missing, Distinct, Mean, Std, Min, Max, Distribution, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text to sort by
        HistogramRole,           ///< QList<double>, heights from 0 to 1
        WarningsRole             ///< QStringList of the column's warnings
    };

    explicit ProfileModel(QObject *parent = nullptr);

    void setProfile(engine::Profile profile);
    const engine::Profile &profile() const { return m_profile; }
    const engine::ColumnProfile &columnProfile(int row) const
    {
        return m_profile.columns[static_cast<std::size_t>(row)];
    }
    /// −1 when there is none.
    int rowOf(const std::string &column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const engine::ColumnProfile &column, int section) const;
    QVariant sortValue(const engine::ColumnProfile &column, int section) const;
    double missingShare(const engine::ColumnProfile &column) const;
    QStringList warnings(const std::string &column) const;

    engine::Profile m_profile;
};

} // namespace assay::ui
