// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace assay::ui {

/// A cell of the import sheet: as read, and under it as written in faint ink; cells whose text was lost stand out.
class PreviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Show { Both, Parsed, Written };

    using QStyledItemDelegate::QStyledItemDelegate;

    void setShow(Show show) { m_show = show; }
    Show show() const { return m_show; }
    int rowHeight(const QFontMetrics &metrics) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Show m_show = Show::Both;
};

} // namespace assay::ui
