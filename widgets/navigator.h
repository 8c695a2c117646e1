// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/documenttabs.h"

#include <QWidget>
#include <functional>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace assay::ui {

/// The left pane: what there is to open, in five sections, with a filter box over them.
class Navigator : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString text;
        QString detail; ///< tool tip
        std::function<void()> open;
    };

    explicit Navigator(QWidget *parent = nullptr);

    /// @p hint is said where the section has nothing.
    void setEntries(Document::Section section, std::vector<Entry> entries, const QString &hint);
    void focusFilter();

private:
    QTreeWidgetItem *addSection(Document::Section section, const QString &title, const QString &iconName);
    void filter(const QString &text);
    void openItem(QTreeWidgetItem *item);

    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QHash<int, QTreeWidgetItem *> m_sections;
    QHash<QTreeWidgetItem *, std::function<void()>> m_open;
};

} // namespace assay::ui
