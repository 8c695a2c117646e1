// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/problemspane.h"

#include "widgets/controls/icons.h"
#include "widgets/errortext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTime>

namespace assay::ui {

namespace {

QString now()
{
    return QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

ProblemsPane::ProblemsPane(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Problems"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHeaderLabels({tr("Time"), tr("Problem"), tr("Place"), tr("Way out")});
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setStretchLastSection(true);
    header()->resizeSection(0, 90);
    header()->resizeSection(2, 180);
}

void ProblemsPane::add(const Error &error)
{
    auto *item = new QTreeWidgetItem({now(), errorText(error), errorPlace(error), errorAdvice(error)});
    item->setIcon(0, icon(QStringLiteral("error")));
    for (int column = 1; column < columnCount(); ++column)
        item->setToolTip(column, item->text(column));
    insertTopLevelItem(0, item);
}

void ProblemsPane::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy) || !currentItem()) {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(currentItem()->text(column));
    QGuiApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
}

LogPane::LogPane(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Log"));
    setReadOnly(true);
    setMaximumBlockCount(5000);
    setPlaceholderText(tr("What happens in this window is written here."));
}

void LogPane::add(const QString &text)
{
    appendPlainText(now() + QStringLiteral("  ") + text);
}

} // namespace assay::ui
