// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/twolinedelegate.h"

namespace assay::ui {

/// A TwoLineDelegate that draws what a figure amounts to behind it: a bar for a share (`QVariant` of double under the
/// first role), a bar of parts for shares that add up to 1 (`QList<double>` under the second).
class BarDelegate : public TwoLineDelegate
{
    Q_OBJECT
public:
    BarDelegate(int shareRole, int partsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_shareRole, m_partsRole;
};

} // namespace assay::ui
