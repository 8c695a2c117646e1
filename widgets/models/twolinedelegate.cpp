// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/twolinedelegate.h"

#include "widgets/models/gridmodel.h"

#include <QApplication>
#include <QPainter>

namespace assay::ui {

namespace {

constexpr int sideMargin = 3; // the style's own, so that cells with and without a detail line up
constexpr int lineMargin = 5;

QFont detailFont(QFont font)
{
    font.setBold(false);
    font.setPointSizeF(font.pointSizeF() * 0.86);
    return font;
}

QString detailOf(const QModelIndex &index)
{
    return index.data(GridModel::DetailRole).toString();
}

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString detail = detailOf(index);
    if (detail.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QString line = std::exchange(filled.text, QString());
    const QStyle *style = filled.widget ? filled.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &filled, painter, filled.widget);

    const bool selected = filled.state & QStyle::State_Selected;
    const QColor ink = filled.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = selected ? ink : toneColor(Tone::Faint, filled.palette);
    const int alignment = static_cast<int>(filled.displayAlignment & Qt::AlignHorizontal_Mask);
    const QFont small = detailFont(filled.font);
    const int first = QFontMetrics(filled.font).height(), second = QFontMetrics(small).height();
    QRect area = filled.rect.adjusted(sideMargin, 0, -sideMargin, 0);
    const int top = area.top() + (area.height() - first - second) / 2;
    painter->save();
    painter->setFont(filled.font);
    painter->setPen(ink);
    painter->drawText(QRect(area.left(), top, area.width(), first), alignment,
                      QFontMetrics(filled.font).elidedText(line, Qt::ElideRight, area.width()));
    painter->setFont(small);
    painter->setPen(faint);
    painter->drawText(QRect(area.left(), top + first, area.width(), second), alignment,
                      QFontMetrics(small).elidedText(detail, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QString detail = detailOf(index);
    if (detail.isEmpty())
        return size.expandedTo(QSize(0, QFontMetrics(option.font).height() + 2 * lineMargin));
    const QFontMetrics small(detailFont(option.font));
    return {std::max(size.width(), small.horizontalAdvance(detail)) + 4 * sideMargin,
            QFontMetrics(option.font).height() + small.height() + 2 * lineMargin};
}

} // namespace assay::ui
