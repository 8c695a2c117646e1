// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigator.h"

#include "widgets/controls/icons.h"

#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assay::ui {

Navigator::Navigator(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the navigator"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree->setObjectName(QStringLiteral("navigatorTree"));
    m_tree->setAccessibleName(tr("Navigator"));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(16);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree);
    using enum Document::Section;
    addSection(Datasets, tr("Datasets"), QStringLiteral("dataset"));
    addSection(Runs, tr("Runs"), QStringLiteral("runs"));
    addSection(Comparisons, tr("Comparisons"), QStringLiteral("compare"));
    addSection(Drift, tr("Drift"), QStringLiteral("drift"));
    addSection(Reports, tr("Reports"), QStringLiteral("report"));
    connect(m_filter, &QLineEdit::textChanged, this, &Navigator::filter);
    connect(m_tree, &QTreeWidget::itemActivated, this, &Navigator::openItem);
    connect(m_tree, &QTreeWidget::itemClicked, this, &Navigator::openItem);
}

QTreeWidgetItem *Navigator::addSection(Document::Section section, const QString &title, const QString &iconName)
{
    auto *item = new QTreeWidgetItem(m_tree, {title});
    item->setIcon(0, icon(iconName));
    QFont font = item->font(0);
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setExpanded(true);
    m_sections.insert(static_cast<int>(section), item);
    return item;
}

void Navigator::setEntries(Document::Section section, std::vector<Entry> entries, const QString &hint)
{
    QTreeWidgetItem *parent = m_sections.value(static_cast<int>(section));
    if (!parent)
        return;
    const QList<QTreeWidgetItem *> old = parent->takeChildren();
    for (QTreeWidgetItem *item : old)
        m_open.remove(item);
    qDeleteAll(old);
    for (Entry &entry : entries) {
        auto *item = new QTreeWidgetItem(parent, {entry.text});
        item->setToolTip(0, entry.detail.isEmpty() ? entry.text : entry.detail);
        m_open.insert(item, std::move(entry.open));
    }
    if (entries.empty()) {
        auto *item = new QTreeWidgetItem(parent, {hint});
        item->setDisabled(true);
    }
    filter(m_filter->text());
}

void Navigator::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void Navigator::filter(const QString &text)
{
    for (QTreeWidgetItem *section : std::as_const(m_sections)) {
        bool any = text.isEmpty();
        for (int i = 0; i < section->childCount(); ++i) {
            QTreeWidgetItem *item = section->child(i);
            const bool shown =
                text.isEmpty() || (m_open.contains(item) && item->text(0).contains(text, Qt::CaseInsensitive));
            item->setHidden(!shown);
            any |= shown;
        }
        section->setHidden(!any);
    }
}

void Navigator::openItem(QTreeWidgetItem *item)
{
    // A copy: what opens may fill the section anew and delete the item.
    if (const auto open = m_open.value(item))
        open();
}

} // namespace assay::ui
