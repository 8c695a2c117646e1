// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector.h"

#include "widgets/controls/pageheader.h"
#include "widgets/pages/notesview.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

constexpr int leastWidth = 160; // [px]: names of properties are not broken inside a word

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_text(new MarkdownView(this))
    , m_name(roleLabel({}, "heading", this))
    , m_help(roleLabel({}, "faint", this))
{
    setMinimumWidth(leastWidth);
    m_text->setAccessibleName(tr("Properties"));
    m_help->setWordWrap(true);
    m_name->setWordWrap(true);
    auto *line = new QFrame(this);
    line->setProperty("role", QStringLiteral("line"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 12);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(line);
    auto *help = new QVBoxLayout;
    help->setContentsMargins(8, 0, 8, 0);
    help->setSpacing(4);
    help->addWidget(m_name);
    help->addWidget(m_help);
    layout->addLayout(help);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { showHelpOn(now); });
    showHelpOn(nullptr);
}

void Inspector::setText(const QString &title, const QString &richText)
{
    m_text->setHtml(QStringLiteral("<h3>%1</h3>%2")
                        .arg(title.toHtmlEscaped(),
                             richText.isEmpty() ? tr("<p>Nothing more to say about this page.</p>") : richText));
}

void Inspector::showHelpOn(const QWidget *widget)
{
    if (widget && widget->window() != window())
        return;
    const QString name = widget ? widget->accessibleName() : QString();
    const QString help = !widget ? QString() : widget->whatsThis().isEmpty() ? widget->toolTip() : widget->whatsThis();
    m_name->setText(name.isEmpty() ? tr("Help") : name);
    m_help->setText(help.isEmpty() ? tr("Go to a field to read what it does. F1 opens the help.") : help);
}

} // namespace assay::ui
