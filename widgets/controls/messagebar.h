// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QHBoxLayout;

namespace assay::ui {

/// A message over a page that does not stop anyone: what, where, what to do, and buttons. Esc or its cross closes it.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const QString &text, const QString &place, const QString &advice);
    QString text() const;

signals:
    void detailsAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_advice;
};

} // namespace assay::ui
