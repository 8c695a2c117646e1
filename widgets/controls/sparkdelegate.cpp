// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/sparkdelegate.h"

#include "widgets/controls/theme.h"

#include <QPainter>

namespace assay::ui {

SparkDelegate::SparkDelegate(int role, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void SparkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = themeColors(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    const auto heights = index.data(m_role).value<QList<double>>();
    if (heights.isEmpty())
        return;
    const QRectF area = QRectF(option.rect).adjusted(8, 5, -8, -5);
    const double pitch = std::min(14.0, area.width() / static_cast<double>(heights.size()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, pitch < 4);
    QColor ink = colors.accent;
    ink.setAlphaF(0.75F);
    for (qsizetype i = 0; i < heights.size(); ++i) {
        // Something is never nothing: a count above zero shows at least a pixel.
        const double height = heights[i] > 0 ? std::max(1.0, heights[i] * area.height()) : 0;
        painter->fillRect(
            QRectF(area.left() + static_cast<double>(i) * pitch, area.bottom() - height, pitch - 1, height), ink);
    }
    painter->restore();
}

QSize SparkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {150, option.fontMetrics.height() + 12};
}

} // namespace assay::ui
