// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace assay::ui {

FlowLayout::FlowLayout(QWidget *parent, int spacing)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    int y = rect.y(), from = 0;
    while (from < count()) {
        int x = rect.x(), height = 0, to = from;
        for (; to < count(); ++to) {
            const QSize size = itemAt(to)->sizeHint();
            if (to > from && x + size.width() > rect.right() + 1)
                break;
            x += size.width() + spacing();
            height = std::max(height, size.height());
        }
        if (apply)
            placeRow(QRect(rect.x(), y, rect.width(), height), from, to);
        y += height + (to < count() ? spacing() : 0);
        from = to;
    }
    return y - rect.y();
}

/// Beside each other, on one middle line.
void FlowLayout::placeRow(const QRect &row, int from, int to) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = row.x();
    for (int i = from; i < to; ++i) {
        const QSize size = itemAt(i)->sizeHint();
        const QRect place(QPoint(x, row.y() + (row.height() - size.height()) / 2), size);
        itemAt(i)->setGeometry(QStyle::visualRect(direction, row, place));
        x += size.width() + spacing();
    }
}

} // namespace assay::ui
