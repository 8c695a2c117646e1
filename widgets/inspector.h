// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace assay::ui {

class MarkdownView;

/// The right pane: properties of the current page, and help on what has the keyboard.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    void setText(const QString &title, const QString &richText);

private:
    void showHelpOn(const QWidget *widget);

    MarkdownView *m_text; ///< fetches nothing that a note names
    QLabel *m_name;
    QLabel *m_help;
};

} // namespace assay::ui
