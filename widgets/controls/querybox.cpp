// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/querybox.h"

#include "widgets/models/tone.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStandardItemModel>
#include <QStyleOptionFrame>
#include <QTimer>
#include <QTreeView>
#include <utility>

namespace assay::ui {

namespace {

constexpr int pause = 60; // [ms] of typing
constexpr int rowsShown = 10;
constexpr int suggestionRole = Qt::UserRole + 1;

/// The wave of an error: drawn here, since a QLineEdit has no formats of its own.
QPainterPath wave(const QRect &span)
{
    constexpr double period = 4, height = 1.4;
    const double base = span.bottom() - 1;
    QPainterPath path({double(span.left()), base});
    bool up = true;
    for (double x = span.left(); x < span.right(); x += period / 2, up = !up)
        path.quadTo(x + period / 4, base + (up ? -2 * height : 2 * height), x + period / 2, base);
    return path;
}

} // namespace

QueryBox::QueryBox(QWidget *parent)
    : QLineEdit(parent)
    , m_pause(new QTimer(this))
    , m_suggestions(new QStandardItemModel(0, 2, this))
    , m_completer(new QCompleter(this))
    , m_list(new QTreeView)
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pause);
    connect(m_pause, &QTimer::timeout, this, [this] { emit suggestionsWanted(text(), cursorPosition()); });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_recalled = -1;
        dropStale();
        askSoon();
    });
    m_completer->setModel(m_suggestions);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(rowsShown);
    m_completer->setPopup(m_list);
    m_list->setObjectName(QStringLiteral("querySuggestions"));
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(true);
    m_list->installEventFilter(this); // after the completer's own, so before it
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &QueryBox::take);
}

void QueryBox::askSoon()
{
    m_pause->start();
}

/// What was suggested for the text before: what still fits stays until the store has answered, the rest goes at once,
/// so that nobody takes an operator where a key belongs.
void QueryBox::dropStale()
{
    if (!isSuggesting() || m_suggestions->rowCount() == 0)
        return;
    const int from = m_suggestions->item(0)->data(suggestionRole).toInt();
    const QString typed = text().mid(from, cursorPosition() - from);
    for (int row = m_suggestions->rowCount() - 1; row >= 0; --row) {
        QStandardItem *item = m_suggestions->item(row);
        if (cursorPosition() <= from || !item->text().contains(typed, Qt::CaseInsensitive))
            m_suggestions->removeRow(row);
        else
            item->setData(static_cast<int>(typed.size()), suggestionRole + 1);
    }
    if (m_suggestions->rowCount() == 0)
        m_list->hide();
}

void QueryBox::setRoomBelow(int height)
{
    const int by = height - std::exchange(m_roomBelow, height);
    if (by != 0 && isSuggesting() && m_list->y() > mapToGlobal(QPoint()).y())
        m_list->move(m_list->x(), m_list->y() + by);
}

bool QueryBox::isSuggesting() const
{
    return m_list->isVisible();
}

void QueryBox::showSuggestions(const std::vector<QuerySuggestion> &suggestions)
{
    m_suggestions->setRowCount(0);
    for (const QuerySuggestion &suggestion : suggestions) {
        auto *text = new QStandardItem(suggestion.text);
        text->setData(suggestion.from, suggestionRole);
        text->setData(suggestion.length, suggestionRole + 1);
        auto *detail = new QStandardItem(suggestion.detail);
        detail->setForeground(palette().placeholderText());
        detail->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_suggestions->appendRow({text, detail});
    }
    // Nothing but what stands there already is no help.
    const bool known = suggestions.size() == 1 &&
                       text().mid(suggestions.front().from, suggestions.front().length) == suggestions.front().text;
    if (suggestions.empty() || known || !hasFocus()) {
        m_list->hide();
        return;
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    const int width = m_list->columnWidth(0) + m_list->columnWidth(1) + 40;
    QRect place = spanOf(suggestions.front().from, 1);
    place.setWidth(std::clamp(width, 240, 560));
    place.setHeight(height() - place.top() + m_roomBelow);
    m_completer->complete(place);
    m_list->setCurrentIndex({});
}

void QueryBox::take(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    const int from = first.data(suggestionRole).toInt(), length = first.data(suggestionRole + 1).toInt();
    const QString taken = first.data().toString();
    m_list->hide();
    // Typed for the person, so that undo in the line takes it back.
    const bool spaced = text().mid(from + length).startsWith(QLatin1Char(' '));
    setSelection(from, length);
    insert(spaced ? taken : taken + QLatin1Char(' '));
    if (spaced)
        cursorForward(false);
    askSoon();
}

void QueryBox::recall(int by)
{
    const int wanted = m_recalled + by;
    if (wanted < -1 || wanted >= static_cast<int>(m_history.size()))
        return;
    if (m_recalled < 0)
        m_typed = text();
    m_recalled = wanted;
    setText(wanted < 0 ? m_typed : m_history[wanted]);
}

void QueryBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        emit suggestionsWanted(text(), cursorPosition());
        return;
    }
    if (!isSuggesting() && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        recall(event->key() == Qt::Key_Up ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Escape && (isSuggesting() || !text().isEmpty())) {
        m_pause->stop();
        if (isSuggesting())
            m_list->hide();
        else
            clear();
        return;
    }
    if (isSuggesting() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        m_list->hide();
    QLineEdit::keyPressEvent(event);
}

void QueryBox::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_pause->stop();
    QLineEdit::focusOutEvent(event);
}

/// A click beside the list is meant for what is there, not for the list.
void QueryBox::passOn(QMouseEvent &press)
{
    m_list->hide();
    QWidget *target = QApplication::widgetAt(press.globalPosition().toPoint());
    if (!target || target->window() != window())
        return;
    // The release that belongs to the press is lost with the list.
    const QPointF place = target->mapFromGlobal(press.globalPosition()), global = press.globalPosition();
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease})
        QCoreApplication::postEvent(target,
                                    new QMouseEvent(type, place, global, press.button(),
                                                    type == QEvent::MouseButtonPress ? press.buttons() : Qt::NoButton,
                                                    press.modifiers(), press.pointingDevice()));
}

bool QueryBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::MouseButtonPress) {
        auto *press = static_cast<QMouseEvent *>(event);
        if (!m_list->rect().contains(m_list->mapFromGlobal(press->globalPosition().toPoint()))) {
            passOn(*press);
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab && m_suggestions->rowCount() > 0) {
        take(m_list->currentIndex().isValid() ? m_list->currentIndex() : m_suggestions->index(0, 0));
        return true;
    }
    return QLineEdit::eventFilter(watched, event);
}

void QueryBox::markProblem(int from, int length, const QString &sentence)
{
    m_problemFrom = from;
    m_problemLength = length;
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    update();
}

/// Where characters stand in the line, told from where the cursor does.
QRect QueryBox::spanOf(int from, int length) const
{
    const QFontMetrics metrics = fontMetrics();
    const auto at = [&](int place) { return metrics.horizontalAdvance(text(), place); };
    const QRect cursor = cursorRect();
    const int origin = cursor.center().x() + 1 - at(cursorPosition());
    const int right = origin + std::max(at(from + length), at(from) + metrics.averageCharWidth());
    return {QPoint(origin + at(from), cursor.top()), QPoint(right, cursor.bottom())};
}

void QueryBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_problemLength <= 0 || text().isEmpty())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect area = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area.adjusted(0, -2, 0, 4));
    painter.setPen(QPen(toneColor(Tone::Bad, palette()), 1.3));
    painter.drawPath(wave(spanOf(m_problemFrom, m_problemLength)));
}

} // namespace assay::ui
