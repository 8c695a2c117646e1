// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/dropzone.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/theme.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QVBoxLayout>

namespace assay::ui {

DropZone::DropZone(const QString &title, const QString &hint, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
{
    setProperty("role", QStringLiteral("dropzone"));
    setProperty("hover", false);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    setAccessibleDescription(hint);
    QLabel *heading = roleLabel(title, "heading", this);
    QLabel *text = roleLabel(hint, "faint", this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(6);
    layout->addStretch();
    for (QLabel *label : {m_icon, heading, text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout->addWidget(label);
    }
    layout->addStretch();
    paintIcon();
}

void DropZone::paintIcon()
{
    m_icon->setPixmap(iconPixmap(QStringLiteral("import"), 32, themeColors(palette()).accent, devicePixelRatioF()));
}

void DropZone::setHover(bool on)
{
    setStyleProperty(this, "hover", on);
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    setHover(true);
    event->acceptProposedAction();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *)
{
    setHover(false);
}

void DropZone::dropEvent(QDropEvent *event)
{
    setHover(false);
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(paths);
}

void DropZone::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
}

void DropZone::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else
        QFrame::keyPressEvent(event);
}

void DropZone::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    if (event->type() == QEvent::FontChange)
        update();
}

} // namespace assay::ui
