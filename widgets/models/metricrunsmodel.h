// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/models/metricseries.h"

#include <QAbstractTableModel>
#include <set>

namespace assay::ui {

/// The runs beside curves: ticked when shown, with their colour, and what they say where the crosshair is.
class MetricRunsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Group, columns };
    enum Role { RunRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p runs with their @p looks; the ticks of runs already known stay.
    void setRuns(const std::vector<tracking::RunDetails> &runs, const std::vector<RunLook> &looks,
                 const MetricView &view, bool dark);
    /// [runs] NaN where there is none; @p title says of what, @p tip in full.
    void setValues(std::vector<double> values, const QString &title, const QString &tip = {});
    void setLit(int run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    const tracking::RunId &run(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    const std::set<QString> &hidden() const { return m_hidden; }
    void setHidden(std::set<QString> hidden);

signals:
    void hiddenChanged();

private:
    struct Row
    {
        tracking::RunId id;
        QString name, group, tip;
        QIcon swatch;
        double value = std::nan("");
    };

    std::vector<Row> m_rows;
    std::set<QString> m_hidden;
    QString m_valueTitle, m_valueTip, m_groupTitle;
    int m_lit = -1;
};

} // namespace assay::ui
