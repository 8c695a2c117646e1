// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columnchooser.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/columntree.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

/// Keys that occur, then those that are shown though no run has them.
RunColumns columnsOf(RunColumn::Kind kind, const std::vector<tracking::KeyUse> &uses, const RunColumns &shown)
{
    RunColumns columns;
    for (const tracking::KeyUse &use : uses)
        columns.push_back({.kind = kind, .key = use.key});
    for (const RunColumn &column : shown)
        if (column.kind == kind && std::ranges::find(columns, column) == columns.end())
            columns.push_back(column);
    return columns;
}

} // namespace

ColumnChooser::ColumnChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_offered(new QTreeWidget(this))
    , m_list(new QListWidget(this))
    , m_onlyDifferent(new QCheckBox(tr("Only &differences"), this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Columns"));
    m_onlyDifferent->setObjectName(QStringLiteral("onlyDifferent"));
    m_onlyDifferent->setToolTip(
        tr("Leave out the columns that say the same of every run: of those selected if there are two or more, "
           "else of all that are shown"));
    auto *reset = new QPushButton(tr("&Reset columns"), this);
    reset->setObjectName(QStringLiteral("resetColumns"));

    auto *lists = new QHBoxLayout;
    lists->setSpacing(12);
    lists->addWidget(buildOffered(), 3);
    lists->addWidget(buildShown(), 2);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_onlyDifferent, 1);
    bottom->addWidget(reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(lists, 1);
    layout->addLayout(bottom);
    resize(600, 480);
    connect(m_onlyDifferent, &QCheckBox::toggled, this, &ColumnChooser::onlyDifferentChosen);
    connect(reset, &QPushButton::clicked, this, &ColumnChooser::resetRequested);
}

QWidget *ColumnChooser::buildOffered()
{
    m_filter->setObjectName(QStringLiteral("columnFilter"));
    m_filter->setPlaceholderText(tr("Find a column"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_offered->setObjectName(QStringLiteral("columnList"));
    m_offered->setAccessibleName(tr("Columns to choose from"));
    m_offered->setColumnCount(2);
    m_offered->setHeaderHidden(true);
    m_offered->setUniformRowHeights(true);
    m_offered->setIndentation(12);
    m_offered->header()->setStretchLastSection(false);
    m_offered->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_offered->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_filter, &QLineEdit::textChanged, this, &ColumnChooser::applyFilter);
    connect(m_offered, &QTreeWidget::itemChanged, this, &ColumnChooser::toggle);
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_filter);
    layout->addWidget(m_offered, 1);
    return side;
}

QWidget *ColumnChooser::buildShown()
{
    m_list->setObjectName(QStringLiteral("shownColumns"));
    m_list->setAccessibleName(tr("Columns shown, in their order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setToolTip(tr("Drag to reorder (Alt+Up, Alt+Down). A tick pins a column at the left. Delete hides it."));
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::pin);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::takeOrder);
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *heading = roleLabel(tr("Shown, ticked ones pinned"), "heading", side);
    heading->setMinimumHeight(m_filter->sizeHint().height());
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    for (const auto &[text, name, by] :
         {std::tuple{tr("Up"), tr("Move the column up"), -1}, {tr("Down"), tr("Move the column down"), 1}}) {
        auto *button = new QToolButton(side);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, step = by] { move(step); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    return side;
}

void ColumnChooser::setColumns(const RunColumns &shown, int pinned)
{
    if (shown == m_shown && pinned == m_pinned && m_list->count() > 0)
        return;
    m_shown = shown;
    m_pinned = std::max(1, pinned);
    fill();
}

void ColumnChooser::setKeys(const tracking::RunKeyUse &keys)
{
    if (keys == m_keys && m_offered->topLevelItemCount() > 0)
        return;
    m_keys = keys;
    fill();
}

void ColumnChooser::setOnlyDifferent(bool on)
{
    const QSignalBlocker blocker(m_onlyDifferent);
    m_onlyDifferent->setChecked(on);
}

void ColumnChooser::fill()
{
    const QSignalBlocker blocker(m_offered);
    m_offered->clear();
    RunColumns facts = factColumns();
    std::erase(facts, RunColumn{.kind = RunColumn::Name});
    addSection(tr("Run"), facts, {});
    addSection(tr("Metrics"), columnsOf(RunColumn::Metric, m_keys.metrics, m_shown), m_keys.metrics);
    addSection(tr("Parameters"), columnsOf(RunColumn::Param, m_keys.params, m_shown), m_keys.params);
    addSection(tr("Tags"), columnsOf(RunColumn::Tag, m_keys.tags, m_shown), m_keys.tags);
    applyFilter(m_filter->text());
    fillShown();
}

void ColumnChooser::addSection(const QString &title, const RunColumns &columns,
                               const std::vector<tracking::KeyUse> &uses)
{
    if (columns.empty())
        return;
    auto *section = new QTreeWidgetItem(m_offered, {title, uses.empty() ? QString() : Format::count(uses.size())});
    section->setFlags(Qt::ItemIsEnabled);
    section->setTextAlignment(1, Qt::AlignRight);
    QFont bold = m_offered->font();
    bold.setBold(true);
    section->setFont(0, bold);
    QHash<QString, qint64> runs;
    for (const tracking::KeyUse &use : uses)
        runs.insert(use.key, use.runs);
    addColumns(section, columns, [&](QTreeWidgetItem *parent, const RunColumn &column, qsizetype from) {
        const auto use = runs.constFind(column.key);
        const bool used = use != runs.constEnd();
        const QString name = RunColumn{.kind = column.kind, .key = column.key.mid(from)}.title();
        auto *item = new QTreeWidgetItem(parent, {name, used ? Format::count(*use) : QString()});
        item->setData(0, Qt::UserRole, column.id());
        item->setTextAlignment(1, Qt::AlignRight);
        item->setForeground(1, palette().placeholderText());
        item->setToolTip(0, column.id());
        if (used)
            item->setToolTip(1, tr("%n run(s) have it", nullptr, static_cast<int>(*use)));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, std::ranges::find(m_shown, column) == m_shown.end() ? Qt::Unchecked : Qt::Checked);
    });
    section->setExpanded(true);
}

void ColumnChooser::fillShown()
{
    const QSignalBlocker blocker(m_list), quiet(m_list->model());
    const int current = std::max(0, m_list->currentRow());
    m_list->clear();
    for (int i = 0; i < static_cast<int>(m_shown.size()); ++i) {
        const RunColumn &column = m_shown[static_cast<std::size_t>(i)];
        auto *item = new QListWidgetItem(column.title(), m_list);
        item->setData(Qt::UserRole, column.id());
        item->setCheckState(i < m_pinned ? Qt::Checked : Qt::Unchecked);
        // The name leads: below it stand the runs of a run.
        item->setFlags(i == 0 ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                              : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                                    Qt::ItemIsDragEnabled);
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_list->doItemsLayout();
}

void ColumnChooser::applyFilter(const QString &text)
{
    for (int i = 0; i < m_offered->topLevelItemCount(); ++i)
        filterColumns(m_offered->topLevelItem(i), text);
}

void ColumnChooser::toggle(QTreeWidgetItem *item)
{
    const auto column = RunColumn::fromId(item->data(0, Qt::UserRole).toString());
    if (!column)
        return;
    const auto at = std::ranges::find(m_shown, *column);
    if (item->checkState(0) == Qt::Unchecked && at != m_shown.end()) {
        m_pinned -= at - m_shown.begin() < m_pinned ? 1 : 0;
        m_shown.erase(at);
    } else if (item->checkState(0) == Qt::Checked && at == m_shown.end()) {
        // To the end of its kind: that is where it is looked for.
        const auto last = std::find_if(m_shown.rbegin(), m_shown.rend(),
                                       [&](const RunColumn &other) { return other.kind == column->kind; });
        m_shown.insert(last == m_shown.rend() ? m_shown.end() : last.base(), *column);
    }
    fillShown();
    say();
}

/// A column that is pinned goes to the end of those that are, one that no longer is to the front of the others.
void ColumnChooser::pin(QListWidgetItem *item)
{
    const int row = m_list->row(item);
    const bool wanted = item->checkState() == Qt::Checked;
    if (row <= 0 || wanted == (row < m_pinned))
        return;
    const auto first = m_shown.begin();
    if (wanted) {
        std::rotate(first + m_pinned, first + row, first + row + 1);
        ++m_pinned;
    } else {
        std::rotate(first + row, first + row + 1, first + m_pinned);
        --m_pinned;
    }
    fillShown();
    say();
}

void ColumnChooser::move(int by)
{
    const int row = m_list->currentRow(), to = row + by;
    if (row < 1 || to < 1 || to >= static_cast<int>(m_shown.size()))
        return;
    std::swap(m_shown[static_cast<std::size_t>(row)], m_shown[static_cast<std::size_t>(to)]);
    fillShown();
    m_list->setCurrentRow(to);
    say();
}

void ColumnChooser::takeOrder()
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids.append(m_list->item(row)->data(Qt::UserRole).toString());
    RunColumns columns = columnsFrom(ids);
    // Whatever is dropped above it, the name stays first.
    std::ranges::stable_partition(columns, [](const RunColumn &column) { return column.kind == RunColumn::Name; });
    if (columns.size() != m_shown.size() || columns == m_shown)
        return;
    m_shown = std::move(columns);
    QMetaObject::invokeMethod(this, &ColumnChooser::fillShown, Qt::QueuedConnection); // the list is still moving rows
    say();
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers() & Qt::AltModifier;
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete && m_list->currentRow() > 0) {
            m_pinned -= m_list->currentRow() < m_pinned ? 1 : 0;
            m_shown.erase(m_shown.begin() + m_list->currentRow());
            fill();
            say();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ColumnChooser::say()
{
    emit chosen(m_shown, m_pinned);
}

void ColumnChooser::popupBelow(const QWidget *anchor)
{
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    QFrame::move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
                 std::min(corner.y(), std::max(screen.top(), screen.bottom() - height())));
    show();
    m_filter->setFocus();
}

} // namespace assay::ui
