// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columnchooser.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

RunColumns columnsOf(RunColumn::Kind kind, const QStringList &keys)
{
    RunColumns columns;
    for (const QString &key : keys)
        columns.push_back({.kind = kind, .key = key});
    return columns;
}

} // namespace

ColumnChooser::ColumnChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(tr("Find a column"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setFrameShape(QFrame::NoFrame);
    auto *reset = new QPushButton(tr("Reset columns"), this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    layout->addWidget(reset);
    resize(280, 420);
    connect(m_filter, &QLineEdit::textChanged, this, &ColumnChooser::applyFilter);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::toggle);
    connect(reset, &QPushButton::clicked, this, &ColumnChooser::resetRequested);
}

void ColumnChooser::setColumns(const RunKeys &keys, const RunColumns &shown)
{
    const QSignalBlocker blocker(m_list);
    m_shown = shown;
    m_list->clear();
    addSection(tr("Run"), {{.kind = RunColumn::Status},
                           {.kind = RunColumn::Model},
                           {.kind = RunColumn::Experiment},
                           {.kind = RunColumn::Started},
                           {.kind = RunColumn::Duration},
                           {.kind = RunColumn::Note}});
    addSection(tr("Metrics"), columnsOf(RunColumn::Metric, keys.metrics));
    addSection(tr("Parameters"), columnsOf(RunColumn::Param, keys.params));
    addSection(tr("Tags"), columnsOf(RunColumn::Tag, keys.tags));
    applyFilter(m_filter->text());
}

void ColumnChooser::addSection(const QString &title, const RunColumns &columns)
{
    if (columns.empty())
        return;
    auto *heading = new QListWidgetItem(title, m_list);
    heading->setFlags(Qt::NoItemFlags);
    QFont bold = m_list->font();
    bold.setBold(true);
    heading->setFont(bold);
    for (const RunColumn &column : columns) {
        auto *item = new QListWidgetItem(column.title(), m_list);
        item->setData(Qt::UserRole, column.id());
        item->setToolTip(column.id());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::find(m_shown, column) == m_shown.end() ? Qt::Unchecked : Qt::Checked);
    }
}

void ColumnChooser::applyFilter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString id = item->data(Qt::UserRole).toString();
        const bool found = id.contains(text, Qt::CaseInsensitive) || item->text().contains(text, Qt::CaseInsensitive);
        item->setHidden(!text.isEmpty() && (id.isEmpty() || !found));
    }
}

void ColumnChooser::toggle(QListWidgetItem *item)
{
    const auto column = RunColumn::fromId(item->data(Qt::UserRole).toString());
    if (!column)
        return;
    if (item->checkState() == Qt::Unchecked) {
        std::erase(m_shown, *column);
    } else if (std::ranges::find(m_shown, *column) == m_shown.end()) {
        const auto sameKind = [&](const RunColumn &other) { return other.kind == column->kind; };
        const auto last = std::find_if(m_shown.rbegin(), m_shown.rend(), sameKind);
        m_shown.insert(last == m_shown.rend() ? m_shown.end() : last.base(), *column);
    }
    emit chosen(m_shown);
}

void ColumnChooser::popupBelow(const QWidget *anchor)
{
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    move(std::max(0, corner.x()), corner.y());
    show();
    m_filter->setFocus();
}

} // namespace assay::ui
