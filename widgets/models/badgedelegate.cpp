// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/badgedelegate.h"

#include "widgets/models/tone.h"

#include <QApplication>
#include <QPainter>

namespace assay::ui {

namespace {

constexpr int inset = 8, gap = 6, padding = 4;

QStringList badgesOf(const QModelIndex &index)
{
    return index.data().toString().split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

} // namespace

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const int height = option.fontMetrics.height() + padding;
    QRectF badge(option.rect.left() + inset, option.rect.center().y() - height / 2.0 + 0.5, 0, height);
    for (const QString &name : badgesOf(index)) {
        badge.setWidth(option.fontMetrics.horizontalAdvance(name) + 2 * inset);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneBackground(Tone::Good, option.palette));
        painter->drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter->setPen(toneColor(Tone::Good, option.palette));
        painter->drawText(badge, Qt::AlignCenter, name);
        badge.moveLeft(badge.right() + gap);
    }
    painter->restore();
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    int width = inset;
    for (const QString &name : badgesOf(index))
        width += option.fontMetrics.horizontalAdvance(name) + 2 * inset + gap;
    size.setWidth(width + inset);
    return size;
}

} // namespace assay::ui
