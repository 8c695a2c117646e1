// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/messagebar.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace assay::ui {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(roleLabel({}, "heading", this))
    , m_advice(roleLabel({}, "faint", this))
{
    setProperty("role", QStringLiteral("message-error"));
    setAccessibleName(tr("Message"));
    for (QLabel *label : {m_text, m_advice}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_advice);
    auto *details = new QPushButton(tr("Show problems"), this);
    details->setAccessibleName(details->text());
    details->setProperty("role", QStringLiteral("flat"));
    auto *close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(details, 0, Qt::AlignTop);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(details, &QPushButton::clicked, this, &MessageBar::detailsAsked);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::showError(const QString &text, const QString &place, const QString &advice)
{
    m_icon->setPixmap(iconPixmap(QStringLiteral("error"), 18, themeColors(palette()).error, devicePixelRatioF()));
    m_text->setText(place.isEmpty() ? text : tr("%1 (%2)").arg(text, place));
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    setAccessibleDescription(m_text->text());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace assay::ui
