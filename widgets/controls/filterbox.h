// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"
#include "widgets/jobs/jobrunner.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace assay::ui {

class QueryBox;
struct QuerySuggestion;

/// Where a person writes which runs to see: the query language of the store, with its keys and values as suggestions,
/// an error marked under its word and said below, a key that no run has told faintly, and what was asked before. Says
/// only filters that are one, so that the last result stays while another is being typed.
class FilterBox : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBox(QWidget *parent = nullptr);
    ~FilterBox() override;

    /// Whose keys and values are suggested; outlives the box.
    void setStore(const tracking::RunStore *store) { m_store = store; }
    QueryBox *edit() const { return m_edit; }
    /// The filter that was said last.
    QString filter() const { return m_said; }
    /// Puts it in without saying it.
    void setFilter(const QString &filter);
    /// The store could not answer it after all.
    void showProblem(const Error &error);
    QString problem() const;
    /// What is most likely misspelt in a filter that is one all the same.
    QString hint() const;
    QStringList history() const;

public slots:
    void focus();

signals:
    /// A valid filter, trimmed, after a pause or at Return. The beginning of a key or of an operator waits longer: it
    /// would be looked for as a word, and nothing found.
    void said(const QString &filter);

private:
    void typed();
    void look();
    void findHints(const QString &text);
    void keepInSight();
    void suggest(const QString &text, int cursor);
    void remember();
    void showHistory();
    void setProblem(int from, int length, const QString &sentence);

    const tracking::RunStore *m_store = nullptr;
    JobRunner m_suggesting, m_hinting;
    QTimer m_pause, m_standing;
    QueryBox *m_edit;
    QToolButton *m_historyButton;
    QLabel *m_problem, *m_hint;
    QString m_said;
};

} // namespace assay::ui
