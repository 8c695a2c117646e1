// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/experimentsmodel.h"
#include "widgets/pages/experimentsdialog.h"
#include "widgets/pages/notesview.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QUndoStack>
#include <QVBoxLayout>

/// How the dialog of experiments is put together; what it does is in experimentsdialog.cpp.
namespace assay::ui {

ExperimentsDialog::ExperimentsDialog(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
    , m_runs(std::move(runs))
    , m_load(&shell.jobs())
    , m_model(new ExperimentsModel(this))
    , m_deleted(new QCheckBox(tr("&Deleted ones"), this))
    , m_summary(roleLabel({}, "faint", this))
    , m_title(roleLabel({}, "heading", this))
    , m_message(new QLabel(this))
    , m_table(new QTableView(this))
    , m_note(new NotesView(this))
{
    setObjectName(QStringLiteral("experimentsDialog"));
    setWindowTitle(tr("Experiments"));
    resize(940, 520);
    build();
    const StoreEdits *edits = &StoreEdits::of(m_shell);
    connect(edits, &StoreEdits::written, this, &ExperimentsDialog::load);
    connect(edits, &StoreEdits::failed, this, [this](const Error &error) { say(errorText(error), true); });
    connect(edits, &StoreEdits::said, this, [this](const QString &text) { say(text); });
    chosen();
    load();
}

QPushButton *ExperimentsDialog::button(const QString &text, const char *name, const QString &toolTip,
                                       void (ExperimentsDialog::*slot)())
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(toolTip);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, [this] { say({}); }); // what was said before is answered
    connect(made, &QPushButton::clicked, this, slot);
    return made;
}

QWidget *ExperimentsDialog::buildSide()
{
    auto *side = new QWidget(this);
    m_note->editor()->setObjectName(QStringLiteral("experimentNote"));
    m_note->editor()->setPlaceholderText(tr("What it is about. Markdown is understood."));
    m_note->editor()->setAccessibleName(tr("Note on the experiment"));
    m_note->editor()->setTabChangesFocus(true);
    m_note->editor()->installEventFilter(this);
    m_title->setWordWrap(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_note, 1);
    return side;
}

QWidget *ExperimentsDialog::buildButtons()
{
    const auto count = static_cast<int>(m_runs.size());
    m_make = button(tr("&New…"), "newExperiment", tr("Make an experiment"), &ExperimentsDialog::make);
    m_rename = button(tr("&Rename…"), "renameThis", tr("Give it another name (F2)"), &ExperimentsDialog::rename);
    m_tag = button(tr("&Tag…"), "tagThis", tr("Tag it, or give a tag another value"), &ExperimentsDialog::tag);
    m_untag = button(tr("Take tag &off…"), "untagThis", tr("Take a tag off it"), &ExperimentsDialog::untag);
    m_remove = button(tr("Delete"), "removeThis", {}, &ExperimentsDialog::removeOrRestore);
    m_moveHere = button(tr("&Move %n run(s) here", nullptr, count), "moveHere",
                        count > 0 ? tr("Move the selected runs to this experiment")
                                  : tr("Select runs in the table of runs first"),
                        &ExperimentsDialog::moveHere);
    m_moveNew =
        button(tr("Move %n run(s) to a ne&w one…", nullptr, count), "moveNew",
               count > 0 ? tr("Make an experiment of the selected runs") : tr("Select runs in the table of runs first"),
               &ExperimentsDialog::moveToNew);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *one : {m_make, m_rename, m_tag, m_untag, m_remove})
        layout->addWidget(one);
    layout->addStretch(1);
    layout->addWidget(m_moveHere);
    layout->addWidget(m_moveNew);
    return row;
}

void ExperimentsDialog::build()
{
    m_deleted->setObjectName(QStringLiteral("showDeletedExperiments"));
    m_deleted->setToolTip(tr("Those that were deleted, to be restored"));
    connect(m_deleted, &QCheckBox::toggled, this, &ExperimentsDialog::load);
    m_summary->setObjectName(QStringLiteral("experimentsSummary"));
    m_table->setObjectName(QStringLiteral("experimentsTable"));
    m_table->setAccessibleName(tr("Experiments"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExperimentsDialog::chosen);
    connect(m_table, &QTableView::doubleClicked, this, &ExperimentsDialog::rename);
    const auto onTable = [this](const QKeySequence &key, void (ExperimentsDialog::*slot)()) {
        connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, slot);
    };
    onTable(Qt::Key_F2, &ExperimentsDialog::rename);
    onTable(QKeySequence::Delete, &ExperimentsDialog::removeOrRestore);
    // The dialog is modal: the window's own keys do not reach it.
    connect(new QShortcut(QKeySequence::Undo, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            &m_shell.undoStack(), &QUndoStack::undo);

    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_deleted);
    auto *middle = new QSplitter(Qt::Horizontal, this);
    middle->setChildrenCollapsible(false);
    middle->addWidget(m_table);
    middle->addWidget(buildSide());
    middle->setSizes({600, 300});
    QWidget *buttons = buildButtons();
    m_message->setObjectName(QStringLiteral("experimentsMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::RichText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(middle, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    layout->addWidget(close);
    m_table->setFocus();
}

} // namespace assay::ui
