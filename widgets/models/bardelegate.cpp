// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/bardelegate.h"

#include "widgets/charts/palette.h"
#include "widgets/models/tone.h"

#include <QPainter>
#include <algorithm>

namespace assay::ui {

BarDelegate::BarDelegate(int shareRole, int partsRole, QObject *parent)
    : TwoLineDelegate(parent)
    , m_shareRole(shareRole)
    , m_partsRole(partsRole)
{
}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool dark = hasDarkBase(option.palette);
    const QVariant share = index.data(m_shareRole);
    if (share.isValid()) {
        const double value = std::clamp(share.toDouble(), 0.0, 1.0);
        QColor color = slotStyle(0, dark).color;
        color.setAlphaF(static_cast<float>(0.10 + 0.28 * value));
        const QRectF area = QRectF(option.rect).adjusted(2, 3, -2, -3);
        painter->fillRect(QRectF(area.left(), area.top(), std::max(2.0, area.width() * value), area.height()), color);
    }
    TwoLineDelegate::paint(painter, option, index);
    const auto parts = index.data(m_partsRole).value<QList<double>>();
    if (parts.isEmpty())
        return;
    QRectF bar = QRectF(option.rect).adjusted(6, 0, -6, -5);
    bar.setTop(bar.bottom() - 5);
    const int colours[] = {0, -1, 1};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const double width = bar.width() * parts[i];
        painter->fillRect(QRectF(bar.left(), bar.top(), width, bar.height()),
                          slotStyle(i < 3 ? colours[i] : -1, dark).color);
        bar.setLeft(bar.left() + width);
    }
}

} // namespace assay::ui
