// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"

#include "widgets/controls/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

namespace assay::ui {

namespace {

constexpr int leastTitle = 120; // [px]

} // namespace

QLabel *roleLabel(const QString &text, const char *role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setStyleProperty(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(roleLabel(title, "title", this))
    , m_subtitle(roleLabel({}, "subtitle", this))
    , m_buttons(new QHBoxLayout)
{
    m_subtitle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subtitle->hide();
    // However long they are, the page can be as narrow as its buttons let it.
    for (QLabel *label : {m_title, m_subtitle}) {
        label->setWordWrap(true);
        label->setMinimumWidth(leastTitle);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    m_buttons->setSpacing(8);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(texts, 1);
    layout->addLayout(m_buttons);
    layout->setAlignment(m_buttons, Qt::AlignTop);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title); // for one that does not fit
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

QPushButton *PageHeader::setPrimary(const QString &text, const QString &accessibleName)
{
    if (!m_primary) {
        m_primary = new QPushButton(this);
        m_primary->setProperty("role", QStringLiteral("primary"));
        m_primary->setDefault(true);
        m_buttons->addWidget(m_primary);
    }
    m_primary->setText(text);
    m_primary->setAccessibleName(accessibleName.isEmpty() ? text : accessibleName);
    return m_primary;
}

QPushButton *PageHeader::addButton(const QString &text, const QString &iconName)
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(text);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    addWidget(button);
    return button;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_buttons->insertWidget(m_primary ? m_buttons->count() - 1 : m_buttons->count(), widget);
}

} // namespace assay::ui
