// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QWidget>
#include <optional>

class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace assay::ui {

/// @p markdown as a part of simple rich text, for a MarkdownView.
QString noteHtml(const QString &markdown);

/// Markdown as it is read. Pictures and other resources are never fetched, neither from the network nor from the disk:
/// a note comes from anywhere a run comes from. A link opens in the person's browser, and only one to the web.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void setNote(const QString &markdown);
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void openLink(const QUrl &link);
};

/// A note in Markdown, written on one side and read on the other. An empty one is written at once; Escape, or leaving
/// the field, shows how it reads.
class NotesView : public QWidget
{
    Q_OBJECT
public:
    explicit NotesView(QWidget *parent = nullptr);

    QPlainTextEdit *editor() const { return m_editor; }
    MarkdownView *view() const { return m_view; }
    bool isWriting() const;
    void setWriting(bool writing);
    /// Shows the note as it reads, or the empty field; not while it is being typed in.
    void showNote(const QString &markdown);
    /// Whether something else is in the field than what was shown or taken last.
    bool isTyped() const;
    /// The note as it was changed, once. Line ends, and spaces that do not break, stay where nobody touched them.
    std::optional<QString> takeTyped();
    /// Puts the cursor into the text.
    void write();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList lines() const;
    void updateToggle();

    QStackedWidget *m_sides;
    QPlainTextEdit *m_editor;
    MarkdownView *m_view;
    QToolButton *m_toggle;
    QString m_note;      ///< shown last
    QStringList m_field; ///< how the field had it
};

} // namespace assay::ui
