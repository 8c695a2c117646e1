// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace assay::ui {

class JobRunner;

/// What stands where there is nothing to show: what is the matter, what to do next, and a button that does it.
class EmptyPane : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyPane(QWidget *parent = nullptr);

    /// No button when @p action is empty.
    void setMessage(const QString &title, const QString &text, const QString &action = {});
    /// A busy bar instead, with a button that cancels; @p share of 1 below 0 while it is unknown.
    void setBusy(const QString &title, double share = -1, const QString &detail = {});
    /// Shows what @p runner is doing while it runs, with a button that cancels it.
    void follow(JobRunner *runner);
    bool isBusy() const;
    QString title() const;

signals:
    void actionTriggered();
    void cancelled();

private:
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_action;
    QPushButton *m_cancel;
};

} // namespace assay::ui
