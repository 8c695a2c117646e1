// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runeditor.h"

#include "widgets/pages/notesview.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

QLabel *captionFor(QWidget *field, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

} // namespace

RunEditor::RunEditor(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_title(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_noteSides(new NotesView(this))
    , m_note(m_noteSides->editor())
    , m_tags(new QTableWidget(0, 2, this))
    , m_newKey(new QLineEdit(this))
    , m_newValue(new QLineEdit(this))
    , m_remove(new QToolButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("runName"));
    m_note->setObjectName(QStringLiteral("runNote"));
    m_note->setPlaceholderText(tr("Why this run, and what came of it. Markdown is understood."));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(72);
    m_note->installEventFilter(this);
    m_tags->setObjectName(QStringLiteral("runTags"));
    m_tags->setHorizontalHeaderLabels({tr("Tag"), tr("Value")});
    styleTable(m_tags);
    m_tags->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tags->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_tags->installEventFilter(this);
    m_newKey->setObjectName(QStringLiteral("newTagKey"));
    m_newKey->setPlaceholderText(tr("New tag"));
    m_newKey->setAccessibleName(m_newKey->placeholderText());
    m_newValue->setObjectName(QStringLiteral("newTagValue"));
    m_newValue->setPlaceholderText(tr("Value"));
    m_newValue->setAccessibleName(tr("Value of the new tag"));
    auto *add = new QToolButton(this);
    add->setText(tr("Add"));
    add->setAccessibleName(tr("Add the tag"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the selected tags"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(captionFor(m_name, tr("&Name"), this));
    layout->addWidget(m_name);
    layout->addSpacing(4);
    layout->addWidget(captionFor(m_note, tr("No&te"), this));
    layout->addWidget(m_noteSides, 1);
    layout->addSpacing(4);
    layout->addWidget(captionFor(m_tags, tr("Ta&gs"), this));
    layout->addWidget(m_tags, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_newKey, 1);
    row->addWidget(m_newValue, 1);
    row->addWidget(add);
    row->addWidget(m_remove);
    layout->addLayout(row);

    connect(m_name, &QLineEdit::editingFinished, this, &RunEditor::commitName);
    connect(add, &QToolButton::clicked, this, &RunEditor::addTag);
    connect(m_newValue, &QLineEdit::returnPressed, this, &RunEditor::addTag);
    connect(m_newKey, &QLineEdit::returnPressed, m_newValue, qOverload<>(&QWidget::setFocus));
    connect(m_remove, &QToolButton::clicked, this, &RunEditor::removeSelectedTags);
    connect(m_tags, &QTableWidget::cellChanged, this, [this](int tagRow) { commitTag(tagRow); });
    setRuns({});
}

bool RunEditor::sameRuns(const std::vector<tracking::Run> &runs) const
{
    return std::ranges::equal(runs, m_runs, {}, &tracking::Run::id, &tracking::Run::id);
}

void RunEditor::setRuns(const std::vector<tracking::Run> &runs)
{
    const bool same = sameRuns(runs);
    if (!same)
        commit();
    const bool typingName = same && m_name->hasFocus() && m_name->isModified();
    const bool typingNote = same && m_note->hasFocus() && m_noteSides->isTyped();
    // The editor of a cell, and nothing else, has the keyboard inside the table.
    const bool typingTag = same && m_tags->viewport()->isAncestorOf(QApplication::focusWidget());
    m_runs = runs;
    const bool one = runs.size() == 1;
    m_title->setText(runs.empty() ? tr("No run is selected.")
                     : one        ? tr("Run %1").arg(runs.front().id.value.left(8))
                                  : tr("%n run(s)", nullptr, static_cast<int>(runs.size())));
    if (!typingName) {
        m_name->setText(one ? runs.front().name : QString());
        m_name->setEnabled(one);
        m_name->setPlaceholderText(runs.size() > 1 ? tr("Several names") : QString());
    }
    if (!typingNote) {
        const bool sameNote = std::ranges::all_of(runs, [&](const auto &run) { return run.note == runs.front().note; });
        m_note->document()->setModified(false); // what was typed is kept by now
        m_noteSides->showNote(runs.empty() || !sameNote ? QString() : runs.front().note);
        m_noteSides->setEnabled(!runs.empty());
        m_note->setEnabled(!runs.empty());
    }
    for (QWidget *field : {static_cast<QWidget *>(m_newKey), static_cast<QWidget *>(m_newValue),
                           static_cast<QWidget *>(m_tags), static_cast<QWidget *>(m_remove)})
        field->setEnabled(!runs.empty());
    if (!typingTag)
        showTags();
}

void RunEditor::showTags()
{
    // Of several runs those that all of them have; a value that differs is left open.
    const QSignalBlocker blocker(m_tags);
    m_tags->setRowCount(0);
    if (m_runs.empty())
        return;
    for (const auto &[key, value] : m_runs.front().tags) {
        const auto has = [&](const tracking::Run &run) { return run.tags.contains(key); };
        if (!std::ranges::all_of(m_runs, has))
            continue;
        const bool equal = std::ranges::all_of(m_runs, [&](const auto &run) { return run.tags.at(key) == value; });
        const int row = m_tags->rowCount();
        m_tags->insertRow(row);
        auto *name = new QTableWidgetItem(key);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_tags->setItem(row, 0, name);
        m_tags->setItem(row, 1, new QTableWidgetItem(equal ? value : tr("(several)")));
    }
}

void RunEditor::commitName()
{
    const QString name = m_name->text().trimmed();
    if (m_runs.size() != 1 || !m_name->isModified())
        return;
    m_name->setModified(false);
    if (name.isEmpty())
        m_name->setText(m_runs.front().name);
    else if (name != m_runs.front().name)
        StoreEdits::of(m_shell).rename(m_runs.front(), name);
}

void RunEditor::commitNote()
{
    if (m_runs.empty())
        return;
    if (const auto note = m_noteSides->takeTyped())
        StoreEdits::of(m_shell).setNote(m_runs, *note);
}

void RunEditor::commit()
{
    commitName();
    commitNote();
}

void RunEditor::addTag()
{
    const QString key = m_newKey->text().trimmed();
    if (key.isEmpty() || m_runs.empty()) {
        m_newKey->setFocus();
        return;
    }
    StoreEdits::of(m_shell).setTag(m_runs, key, m_newValue->text());
    m_newKey->clear();
    m_newValue->clear();
    m_newKey->setFocus();
}

void RunEditor::commitTag(int row)
{
    StoreEdits::of(m_shell).setTag(m_runs, m_tags->item(row, 0)->text(), m_tags->item(row, 1)->text());
}

void RunEditor::removeSelectedTags()
{
    const QModelIndexList rows = m_tags->selectionModel()->selectedRows();
    QStringList keys;
    for (const QModelIndex &row : rows)
        keys.append(row.data().toString());
    for (const QString &key : std::as_const(keys))
        StoreEdits::of(m_shell).removeTag(m_runs, key);
}

bool RunEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        commitNote();
    if (watched == m_tags && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeSelectedTags();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunEditor::focusName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void RunEditor::focusNote()
{
    m_noteSides->write();
}

void RunEditor::focusTags()
{
    m_newKey->setFocus(Qt::ShortcutFocusReason);
}

} // namespace assay::ui
