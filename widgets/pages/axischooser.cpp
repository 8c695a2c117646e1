// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/axischooser.h"

#include "widgets/models/format.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

AxisChooser::AxisChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Axes"));
    m_filter->setObjectName(QStringLiteral("axisFilter"));
    m_filter->setPlaceholderText(tr("Find a parameter or metric"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("axisList"));
    m_list->setAccessibleName(tr("Parameters and metrics"));
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(6);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    resize(340, 420);
    connect(m_filter, &QLineEdit::textChanged, this, &AxisChooser::applyFilter);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        emit toggled(item->data(Qt::UserRole).toString(), item->checkState() == Qt::Checked);
    });
}

void AxisChooser::setKeys(const std::vector<ExploreKey> &keys, const QStringList &shown)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const ExploreKey &key : keys) {
        auto *item = new QListWidgetItem(key.title, m_list);
        item->setData(Qt::UserRole, key.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(shown.contains(key.key) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(tr("%1, in %n run(s)", nullptr, static_cast<int>(key.runs)).arg(key.key));
        QFont font = item->font();
        font.setWeight(key.isMetric ? QFont::DemiBold : QFont::Normal); // as on the axes
        item->setFont(font);
    }
    m_filter->clear();
    applyFilter({});
}

void AxisChooser::applyFilter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive) &&
                        !item->data(Qt::UserRole).toString().contains(text, Qt::CaseInsensitive));
    }
}

void AxisChooser::popupBelow(const QWidget *anchor)
{
    const QRect room = anchor->screen()->availableGeometry();
    const QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    m_filter->setFocus();
}

} // namespace assay::ui
