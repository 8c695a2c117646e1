// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace assay::ui {

/// The top of every page: title and subtitle on the left, buttons on the right with the next step of the flow as the
/// last, coloured one.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// The main button; made at the first call.
    QPushButton *setPrimary(const QString &text, const QString &accessibleName = {});
    QPushButton *primary() const { return m_primary; }
    QPushButton *addButton(const QString &text, const QString &iconName = {});
    /// Left of the buttons.
    void addWidget(QWidget *widget);

private:
    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_buttons;
    QPushButton *m_primary = nullptr;
};

/// Labels with a role of the style sheet: "title", "heading", "faint", "error", "warning".
QLabel *roleLabel(const QString &text, const char *role, QWidget *parent = nullptr);
/// Sets a property the style sheet looks at and repaints accordingly.
void setStyleProperty(QWidget *widget, const char *property, const QVariant &value);

} // namespace assay::ui
