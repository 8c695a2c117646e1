// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/notesview.h"

#include "widgets/models/notelines.h"

#include <QDesktopServices>
#include <QEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

// HTML within Markdown could hide or imitate anything; it stays text.
const auto noteFeatures =
    QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML;

} // namespace

QString noteHtml(const QString &markdown)
{
    QTextDocument note;
    note.setMarkdown(markdown, noteFeatures);
    const QString html = note.toHtml();
    const qsizetype body = html.indexOf(QLatin1String("<body")), from = html.indexOf(u'>', body) + 1;
    return html.mid(from, html.lastIndexOf(QLatin1String("</body>")) - from);
}

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setAccessibleName(tr("The note as it reads"));
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::openLink);
}

void MarkdownView::setNote(const QString &markdown)
{
    document()->setMarkdown(markdown, noteFeatures);
}

/// Something, however empty: where nothing comes back, Qt opens the file by its name instead.
QVariant MarkdownView::loadResource(int type, const QUrl &)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

void MarkdownView::openLink(const QUrl &link)
{
    if (link.scheme() == QLatin1String("http") || link.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(link);
}

NotesView::NotesView(QWidget *parent)
    : QWidget(parent)
    , m_sides(new QStackedWidget(this))
    , m_editor(new QPlainTextEdit(this))
    , m_view(new MarkdownView(this))
    , m_toggle(new QToolButton(this))
    , m_field(lines())
{
    m_view->setObjectName(QStringLiteral("noteView"));
    m_view->setToolTip(tr("Double-click to change the note"));
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    m_editor->installEventFilter(this);
    m_toggle->setObjectName(QStringLiteral("noteToggle"));
    m_toggle->setAutoRaise(true);
    m_sides->addWidget(m_editor);
    m_sides->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_sides, 1);
    layout->addWidget(m_toggle, 0, Qt::AlignRight);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        if (isWriting())
            setWriting(false);
        else
            write();
    });
    updateToggle();
}

bool NotesView::isWriting() const
{
    return m_sides->currentWidget() == m_editor;
}

void NotesView::setWriting(bool writing)
{
    if (!writing)
        m_view->setNote(lines().join(u'\n'));
    m_sides->setCurrentWidget(writing ? static_cast<QWidget *>(m_editor) : m_view);
    updateToggle();
}

void NotesView::showNote(const QString &markdown)
{
    const bool here = m_editor->hasFocus();
    if (here && m_editor->document()->isModified())
        return;
    if (!std::ranges::equal(noteLines(markdown), lines(), {}, &NoteLine::text))
        m_editor->setPlainText(markdown);
    m_note = markdown;
    m_field = lines();
    if (!here)
        setWriting(markdown.trimmed().isEmpty());
}

bool NotesView::isTyped() const
{
    return lines() != m_field;
}

std::optional<QString> NotesView::takeTyped()
{
    if (!isTyped())
        return std::nullopt;
    m_field = lines();
    m_note = editedNote(m_note, m_field);
    return m_note;
}

/// toPlainText() would make spaces of those that do not break.
QStringList NotesView::lines() const
{
    return m_editor->document()->toRawText().split(QChar(QChar::ParagraphSeparator));
}

void NotesView::write()
{
    setWriting(true);
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void NotesView::updateToggle()
{
    m_toggle->setText(isWriting() ? tr("Read") : tr("Edit"));
    m_toggle->setAccessibleName(isWriting() ? tr("Show how the note reads") : tr("Change the note"));
    m_toggle->setToolTip(isWriting() ? tr("Show how the note reads (Markdown)") : tr("Change the note"));
}

bool NotesView::eventFilter(QObject *watched, QEvent *event)
{
    const auto isKey = [&](std::initializer_list<int> keys) {
        return event->type() == QEvent::KeyPress &&
               std::ranges::find(keys, static_cast<QKeyEvent *>(event)->key()) != keys.end();
    };
    const bool wantsToWrite = (watched == m_view->viewport() && event->type() == QEvent::MouseButtonDblClick) ||
                              (watched == m_view && isKey({Qt::Key_F2, Qt::Key_Return, Qt::Key_Enter}));
    if (wantsToWrite) {
        write();
        return true;
    }
    if (watched == m_editor && isKey({Qt::Key_Escape})) {
        setWriting(m_editor->toPlainText().trimmed().isEmpty());
        m_view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
