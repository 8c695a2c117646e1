// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/previewdelegate.h"

#include "widgets/controls/theme.h"
#include "widgets/models/previewmodel.h"

#include <QPainter>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int margin = 8;
constexpr int widest = 260;

} // namespace

int PreviewDelegate::rowHeight(const QFontMetrics &metrics) const
{
    return m_show == Show::Both ? 2 * metrics.height() + 8 : metrics.height() + 10;
}

QSize PreviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int parsed = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int written = option.fontMetrics.horizontalAdvance(index.data(PreviewModel::RawRole).toString());
    return {std::min(widest, std::max(parsed, written) + 2 * margin + 2), rowHeight(option.fontMetrics)};
}

void PreviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool lost = index.data(PreviewModel::LostRole).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const QString parsed = index.data().toString();
    const QString written = index.data(PreviewModel::RawRole).toString();
    painter->save();
    painter->setFont(option.font);
    if (selected || lost)
        painter->fillRect(option.rect, selected ? colors.selection : colors.errorSoft);
    const Qt::Alignment side = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    QRect rect = option.rect.adjusted(margin, 2, -margin, -2);
    const auto draw = [&](const QRect &where, const QString &text, const QColor &color) {
        painter->setPen(color);
        painter->drawText(where, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, where.width()));
    };
    const QString read = parsed.isEmpty() ? tr("missing") : parsed;
    const QColor ink = lost ? colors.error : parsed.isEmpty() ? colors.disabled : colors.text;
    if (m_show == Show::Both) {
        const int half = rect.height() / 2;
        draw(QRect(rect.x(), rect.y(), rect.width(), half), read, ink);
        draw(QRect(rect.x(), rect.y() + half, rect.width(), half), written, colors.faint);
    } else {
        draw(rect, m_show == Show::Parsed ? read : written, m_show == Show::Parsed ? ink : colors.text);
    }
    painter->restore();
}

} // namespace assay::ui
