// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace assay::ui {

/// Small bars in a cell, from a role that gives QList<double> heights between 0 and 1.
class SparkDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SparkDelegate(int role, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace assay::ui
