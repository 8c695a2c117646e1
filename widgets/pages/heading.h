// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace assay::ui {

/// The top of a page: title, a quieter line below it, and at the right the buttons, the main one last.
class Heading : public QWidget
{
    Q_OBJECT
public:
    explicit Heading(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Hidden when empty.
    void setSubtitle(const QString &subtitle);
    QPushButton *addButton(const QString &text);
    /// The next step of the flow, drawn as the default button.
    QPushButton *setPrimary(const QString &text);

private:
    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_buttons;
};

/// The title of a part of a page.
QLabel *sectionLabel(const QString &text, QWidget *parent);

} // namespace assay::ui
