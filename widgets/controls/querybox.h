// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <vector>

class QCompleter;
class QStandardItemModel;
class QTreeView;

namespace assay::ui {

/// Something that can stand at the cursor: it replaces the characters [from, from + length).
struct QuerySuggestion
{
    QString text = {};
    QString detail = {}; ///< said beside it
    int from = 0, length = 0;
};

/// A line edit for a small language: suggestions below the cursor, a wavy line under what is wrong, Up and Down for
/// what was entered before. It asks for suggestions and shows those it is given; Tab or Return takes one, Escape closes
/// the list, then empties the line.
class QueryBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit QueryBox(QWidget *parent = nullptr);

    /// A wavy line under [from, from + length); a length of 0 takes it away.
    void markProblem(int from, int length, const QString &sentence);
    void showSuggestions(const std::vector<QuerySuggestion> &suggestions);
    bool isSuggesting() const;
    /// Keeps so much room below the line free of suggestions [px], for what is said there.
    void setRoomBelow(int height);
    /// Latest first.
    void setHistory(const QStringList &history) { m_history = history; }

signals:
    /// Typing paused, or Ctrl+Space was pressed.
    void suggestionsWanted(const QString &text, int cursor);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askSoon();
    void dropStale();
    void passOn(QMouseEvent &press);
    void take(const QModelIndex &index);
    void recall(int by);
    QRect spanOf(int from, int length) const;

    QTimer *m_pause;
    QStandardItemModel *m_suggestions;
    QCompleter *m_completer;
    QTreeView *m_list;
    QStringList m_history;
    int m_recalled = -1; ///< entry of the history that is shown; −1: none
    QString m_typed;     ///< before the history was called
    int m_problemFrom = 0, m_problemLength = 0;
    int m_roomBelow = 0;
};

} // namespace assay::ui
