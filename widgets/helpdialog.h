// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QMenuBar;
class QTabWidget;

namespace assay::ui {

/// The way through the program, the words it uses, and the keys. One window, three tabs.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Part { Guide, Glossary, Shortcuts };

    HelpDialog(QMenuBar *menus, Part part, QWidget *parent);

private:
    QWidget *guide();
    QWidget *glossary();
    QWidget *shortcuts(QMenuBar *menus);

    QTabWidget *m_tabs;
};

} // namespace assay::ui
