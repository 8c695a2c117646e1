// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace assay::ui {

/// A place that says a file can be dropped here; a click, Enter or Space asks for one instead.
class DropZone : public QFrame
{
    Q_OBJECT
public:
    DropZone(const QString &title, const QString &hint, QWidget *parent = nullptr);

signals:
    void filesDropped(const QStringList &paths);
    void activated();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setHover(bool on);
    void paintIcon();

    QLabel *m_icon;
};

} // namespace assay::ui
