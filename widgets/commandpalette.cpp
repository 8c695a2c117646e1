// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandpalette.h"

#include "widgets/controls/fuzzy.h"
#include "widgets/controls/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

CommandPalette::CommandPalette(QMenuBar *menus, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    m_input->setPlaceholderText(tr("What would you like to do?"));
    m_input->setAccessibleName(tr("Search commands"));
    m_input->addAction(icon(QStringLiteral("command")), QLineEdit::LeadingPosition);
    m_input->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    collect(menus->actions(), {});
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});
    resize(std::min(620, std::max(360, parent->width() - 80)), 380);
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 72)));
    m_input->setFocus();
}

void CommandPalette::collect(const QList<QAction *> &actions, const QString &path)
{
    for (QAction *action : actions) {
        const QString text =
            path.isEmpty() ? plain(action->text()) : path + QStringLiteral(" › ") + plain(action->text());
        if (action->menu())
            collect(action->menu()->actions(), text);
        else if (!action->isSeparator() && action->isEnabled() && action->isVisible())
            m_commands.push_back({text, action});
    }
}

void CommandPalette::filter(const QString &pattern)
{
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (const auto score = fuzzyScore(pattern, m_commands[i].text))
            found.emplace_back(-*score, i);
    }
    std::ranges::sort(found);
    m_list->clear();
    for (const auto &[score, index] : found) {
        const Command &command = m_commands[index];
        const QString keys = command.action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(
            keys.isEmpty() ? command.text : QStringLiteral("%1    %2").arg(command.text, keys), m_list);
        item->setData(Qt::UserRole, static_cast<qulonglong>(index));
    }
    m_list->setCurrentRow(0);
}

QStringList CommandPalette::shown() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts.append(m_commands[m_list->item(row)->data(Qt::UserRole).toULongLong()].text);
    return texts;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const int rows = m_list->count();
        const int step = key->key() == Qt::Key_Down       ? 1
                         : key->key() == Qt::Key_Up       ? -1
                         : key->key() == Qt::Key_PageDown ? 8
                         : key->key() == Qt::Key_PageUp   ? -8
                                                          : 0;
        if (step != 0 && rows > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, rows - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QPointer<QAction> action = m_commands[item->data(Qt::UserRole).toULongLong()].action;
    close();
    if (action)
        action->trigger();
}

} // namespace assay::ui
