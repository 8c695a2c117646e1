// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/banner.h"

#include <QPainter>

namespace assay::ui {

Banner::Banner(Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setContentsMargins(12, 8, 12, 8);
    setTextFormat(Qt::PlainText);
    hide();
}

void Banner::setMessages(const QStringList &messages)
{
    setText(messages.join(QLatin1Char('\n')));
    setAccessibleName(text());
    setVisible(!messages.isEmpty());
}

void Banner::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneBackground(m_tone, palette()));
        painter.drawRoundedRect(rect(), 6, 6);
        painter.setBrush(toneColor(m_tone, palette()));
        painter.drawRoundedRect(QRect(0, 0, 3, height()), 1.5, 1.5);
    }
    QLabel::paintEvent(event);
}

} // namespace assay::ui
