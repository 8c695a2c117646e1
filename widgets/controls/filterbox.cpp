// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/filterbox.h"

#include "tracking/query/completion.h"
#include "tracking/query/hints.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/querybox.h"
#include "widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int typingPause = 80;    // [ms] until a filter is tried
constexpr int keyPause = 1200;     // [ms] until what may become a key is tried as a word
constexpr int standingFor = 5'000; // [ms] until a filter is worth remembering
constexpr int remembered = 50;
constexpr int listOverlap = 4; // [px] by which a list of suggestions covers what it stands below
const QString historyKey = QStringLiteral("runs/filterHistory");

enum class Ending { Complete, MayBecomeKey, Key };

/// What the last word of @p text is, as far as that can be told without the store.
Ending endingOf(const QString &text)
{
    static const QRegularExpression lastWord(QStringLiteral("(^|[\\s(])([A-Za-z_][^\\s()=<>!\"'`]*)\\s*$"));
    static const QStringList owners{QStringLiteral("metrics."), QStringLiteral("params."), QStringLiteral("tags."),
                                    QStringLiteral("attributes."), QStringLiteral("dataset.")};
    static const QStringList joining{QStringLiteral("and"),     QStringLiteral("or"),   QStringLiteral("not"),
                                     QStringLiteral("between"), QStringLiteral("like"), QStringLiteral("ilike")};
    const auto found = lastWord.match(text);
    if (!found.hasMatch())
        return Ending::Complete;
    const QString word = found.captured(2).toLower();
    const auto isOf = [&](const QString &owner) { return word.startsWith(owner); };
    if (std::ranges::any_of(owners, isOf))
        return Ending::Key;
    const auto begins = [&](const QString &longer) { return longer.startsWith(word); };
    const bool closed = text.back().isSpace();
    if (closed)
        return Ending::Complete;
    const bool joins = found.capturedStart(2) > 0 && std::ranges::any_of(joining, begins);
    return joins || std::ranges::any_of(owners, begins) ? Ending::MayBecomeKey : Ending::Complete;
}

} // namespace

FilterBox::FilterBox(QWidget *parent)
    : QWidget(parent)
    , m_suggesting(nullptr, this)
    , m_hinting(nullptr, this)
    , m_edit(new QueryBox(this))
    , m_historyButton(new QToolButton(this))
    , m_problem(roleLabel({}, "error", this))
    , m_hint(roleLabel({}, "faint", this))
{
    m_edit->setObjectName(QStringLiteral("runsFilter"));
    m_edit->setAccessibleName(tr("Filter runs"));
    m_edit->setPlaceholderText(tr("Filter: metrics.roc_auc > 0.9 and params.model = \"xgboost\", or words"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setHistory(history());
    m_historyButton->setObjectName(QStringLiteral("filterHistory"));
    m_historyButton->setText(tr("History"));
    m_historyButton->setToolTip(tr("What was asked before (Up and Down in the filter)"));
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_hint->setObjectName(QStringLiteral("filterHint"));
    m_hint->setWordWrap(true);
    m_hint->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_historyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(m_hint);
    setFocusProxy(m_edit);

    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FilterBox::look);
    m_standing.setSingleShot(true);
    m_standing.setInterval(standingFor);
    connect(&m_standing, &QTimer::timeout, this, &FilterBox::remember);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBox::typed);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        look();
        remember();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &FilterBox::look);
    connect(m_edit, &QueryBox::suggestionsWanted, this, &FilterBox::suggest);
    connect(m_historyButton, &QToolButton::clicked, this, &FilterBox::showHistory);
}

FilterBox::~FilterBox()
{
    disconnect(m_edit, nullptr, this, nullptr); // it loses the focus on its way out
}

void FilterBox::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBox::setFilter(const QString &filter)
{
    m_edit->setText(filter); // not silently: the button that clears the line comes and goes with the text
    m_pause.stop();
    m_standing.stop();
    m_said = filter.trimmed();
    setProblem(0, 0, {});
    findHints(filter);
}

void FilterBox::typed()
{
    m_standing.stop();
    const Ending ending = endingOf(m_edit->text());
    if (ending == Ending::Key)
        m_pause.stop(); // what is compared with it is still to come; Return asks for it as it stands
    else
        m_pause.start(ending == Ending::MayBecomeKey ? keyPause : typingPause);
    if (ending != Ending::Complete)
        setProblem(0, 0, {});
}

void FilterBox::look()
{
    m_pause.stop();
    const QString text = m_edit->text();
    if (const auto problem = tracking::checkQuery(text)) {
        setProblem(problem->from, problem->length, errorText(problem->error));
        return;
    }
    setProblem(0, 0, {});
    findHints(text);
    if (text.trimmed() != m_said) {
        m_said = text.trimmed();
        m_standing.start();
        emit said(m_said);
    }
}

void FilterBox::showProblem(const Error &error)
{
    setProblem(0, static_cast<int>(m_edit->text().size()), errorText(error));
}

QString FilterBox::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FilterBox::setProblem(int from, int length, const QString &sentence)
{
    m_edit->markProblem(from, sentence.isEmpty() ? 0 : std::max(1, length), sentence);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        m_hint->hide();
    keepInSight();
}

/// What is said below the line, from the suggestions.
void FilterBox::keepInSight()
{
    const QLabel *said = !m_problem->isHidden() ? m_problem : !m_hint->isHidden() ? m_hint : nullptr;
    m_edit->setRoomBelow(said ? said->heightForWidth(width()) + layout()->spacing() + listOverlap : 0);
}

QString FilterBox::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

/// Runs that have such a key may come: nothing is wrong with the filter.
void FilterBox::findHints(const QString &text)
{
    m_hinting.cancel();
    if (!m_store || text.trimmed().isEmpty()) {
        m_hint->hide();
        keepInSight();
        return;
    }
    using Found = std::vector<tracking::QueryProblem>;
    m_hinting.start<Found>(
        tr("Looking for keys and values"),
        [store = m_store, text](const Context &) { return tracking::queryHints(*store, text); },
        [this, text](const Result<Found> &found) {
            if (!found || text != m_edit->text())
                return;
            QStringList sentences;
            for (const tracking::QueryProblem &one : *found)
                sentences.append(errorText(one.error));
            m_hint->setText(sentences.join(QLatin1Char(' ')));
            m_hint->setVisible(!sentences.isEmpty() && m_problem->isHidden());
            keepInSight();
        });
}

void FilterBox::suggest(const QString &text, int cursor)
{
    if (!m_store)
        return;
    using Found = std::vector<tracking::Completion>;
    m_suggesting.start<Found>(
        tr("Looking for keys and values"),
        [store = m_store, text, cursor](const Context &) { return tracking::completeQuery(*store, text, cursor); },
        [this, text](const Result<Found> &found) {
            if (!found || text != m_edit->text())
                return;
            std::vector<QuerySuggestion> suggestions;
            for (const tracking::Completion &one : *found)
                suggestions.push_back({.text = one.text, .detail = one.detail, .from = one.from, .length = one.length});
            m_edit->showSuggestions(suggestions);
        });
}

QStringList FilterBox::history() const
{
    return QSettings().value(historyKey).toStringList();
}

void FilterBox::remember()
{
    // Only what was a filter: history is for asking again.
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || text != m_said)
        return;
    QStringList entries = history();
    entries.removeAll(text);
    if (!entries.isEmpty() && text.startsWith(entries.first()))
        entries.removeFirst(); // on the way to this one
    entries.prepend(text);
    entries = entries.mid(0, remembered);
    QSettings().setValue(historyKey, entries);
    m_edit->setHistory(entries);
}

void FilterBox::showHistory()
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("filterHistoryMenu"));
    const QStringList entries = history();
    for (const QString &entry : entries)
        connect(
            menu.addAction(
                fontMetrics().elidedText(entry, Qt::ElideMiddle, 480).replace(QLatin1Char('&'), QStringLiteral("&&"))),
            &QAction::triggered, this, [this, entry] {
                m_edit->setText(entry);
                look();
            });
    if (entries.isEmpty())
        menu.addAction(tr("Nothing was asked yet"))->setEnabled(false);
    else
        connect(menu.addSeparator() ? menu.addAction(tr("Forget them")) : nullptr, &QAction::triggered, this, [this] {
            QSettings().remove(historyKey);
            m_edit->setHistory({});
        });
    menu.exec(m_historyButton->mapToGlobal(QPoint(0, m_historyButton->height())));
}

} // namespace assay::ui
