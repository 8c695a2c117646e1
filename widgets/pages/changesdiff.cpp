// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/changesdiff.h"

#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/tone.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSyntaxHighlighter>
#include <algorithm>

namespace assay::ui {

namespace {

const QString changesName = QStringLiteral("changes.diff");

/// Nothing for a run that kept none.
Result<QStringList> linesOf(const tracking::RunStore &store, const tracking::RunId &run, bool any)
{
    if (!any)
        return QStringList();
    return store.artifact(run, changesName).map([](const QByteArray &bytes) {
        QStringList lines = QString::fromUtf8(bytes).split(u'\n');
        if (lines.back().isEmpty())
            lines.removeLast();
        return lines;
    });
}

} // namespace

/// Colours lines by the sign before them, which says the same.
class ChangesDiff::Colours : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    QPalette palette;

protected:
    void highlightBlock(const QString &line) override
    {
        const Tone tone = line.startsWith(u'+') ? Tone::Good : line.startsWith(u'-') ? Tone::Bad : Tone::Normal;
        if (tone == Tone::Normal)
            return;
        QTextCharFormat format;
        format.setForeground(toneColor(tone, palette));
        format.setBackground(toneBackground(tone, palette));
        setFormat(0, static_cast<int>(line.size()), format);
    }
};

ChangesDiff::ChangesDiff(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_load(&shell.jobs())
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_summary(roleLabel({}, "faint", this))
    , m_text(new QPlainTextEdit(this))
    , m_colours(new Colours(m_text->document()))
{
    m_first->setObjectName(QStringLiteral("changesFirst"));
    m_first->setAccessibleName(tr("First run"));
    m_second->setObjectName(QStringLiteral("changesSecond"));
    m_second->setAccessibleName(tr("Second run"));
    m_summary->setObjectName(QStringLiteral("changesSummary"));
    m_text->setObjectName(QStringLiteral("changesText"));
    m_text->setAccessibleName(tr("Uncommitted changes, line by line"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_colours->palette = palette();
    for (QComboBox *box : {m_first, m_second})
        connect(box, &QComboBox::currentIndexChanged, this, &ChangesDiff::load);
    auto *top = new QHBoxLayout;
    top->addWidget(roleLabel(tr("Uncommitted changes"), "heading", this));
    top->addWidget(m_summary, 1);
    top->addWidget(m_first);
    top->addWidget(m_second);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    hide();
}

void ChangesDiff::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_colours->palette = palette();
    m_colours->rehighlight();
}

void ChangesDiff::setRuns(const std::vector<tracking::RunDetails> &runs)
{
    std::vector<Side> sides;
    for (const tracking::RunDetails &run : runs) {
        const auto kept = std::ranges::find(run.artifacts, changesName, &tracking::Artifact::name);
        sides.push_back({.run = run.run.id,
                         .name = run.run.name,
                         .digest = kept == run.artifacts.end() ? QString() : kept->sha256});
    }
    const bool any = std::ranges::any_of(sides, [](const Side &one) { return !one.digest.isEmpty(); });
    setVisible(any);
    if (!any || sides == m_sides)
        return;
    m_sides = std::move(sides);
    // The first one that differs from the baseline is what somebody looks for.
    const auto other = std::ranges::find_if(m_sides, [&](const Side &one) { return one.digest != m_sides[0].digest; });
    const auto chosen = other == m_sides.end() ? m_sides.size() - 1 : static_cast<std::size_t>(other - m_sides.begin());
    {
        const QSignalBlocker quietFirst(m_first), quietSecond(m_second);
        for (QComboBox *box : {m_first, m_second}) {
            box->clear();
            for (const Side &one : m_sides)
                box->addItem(one.name);
            box->setVisible(m_sides.size() > 2);
        }
        m_first->setCurrentIndex(0);
        m_second->setCurrentIndex(static_cast<int>(chosen));
    }
    load();
}

const ChangesDiff::Side &ChangesDiff::side(const QComboBox *box) const
{
    return m_sides[static_cast<std::size_t>(std::max(0, box->currentIndex()))];
}

/// The changes of one side as they are where the other has none, or the same; of both laid over each other with a sign
/// before each line.
Result<ChangesDiff::Changes> ChangesDiff::read(const tracking::RunStore &store, const Side &first, const Side &second)
{
    const bool same = first.digest == second.digest;
    const auto one = linesOf(store, first.run, !first.digest.isEmpty());
    if (!one)
        return Failure(one.error());
    const auto other = same ? one : linesOf(store, second.run, !second.digest.isEmpty());
    if (!other)
        return Failure(other.error());
    if (same || one->isEmpty() || other->isEmpty())
        return Changes{.text = (one->isEmpty() ? *other : *one).join(u'\n')};
    Changes changes;
    QStringList lines;
    for (const DiffLine &line : diffLines(*one, *other)) {
        changes.first += line.side == DiffLine::Side::First;
        changes.second += line.side == DiffLine::Side::Second;
        lines << (line.side == DiffLine::Side::First    ? QStringLiteral("- ")
                  : line.side == DiffLine::Side::Second ? QStringLiteral("+ ")
                                                        : QStringLiteral("  ")) +
                     line.text;
    }
    changes.text = lines.join(u'\n');
    return changes;
}

void ChangesDiff::load()
{
    m_summary->setText(tr("Reading…"));
    m_load.start<Changes>(
        tr("Reading uncommitted changes"),
        [&store = m_shell.workbench().store(), first = side(m_first), second = side(m_second)](const Context &) {
            return read(store, first, second);
        },
        [this, first = side(m_first), second = side(m_second)](const Result<Changes> &changes) {
            if (changes)
                return show(*changes, first, second);
            m_text->clear();
            m_summary->setText(errorText(changes.error()));
        });
}

void ChangesDiff::show(const Changes &changes, const Side &first, const Side &second)
{
    m_text->setPlainText(changes.text);
    if (first.digest.isEmpty() && second.digest.isEmpty())
        m_summary->setText(tr("Neither run kept any."));
    else if (first.digest == second.digest)
        m_summary->setText(first.run == second.run ? tr("Those of %1.").arg(first.name)
                                                   : tr("Both runs were made with the same ones."));
    else if (first.digest.isEmpty() || second.digest.isEmpty())
        m_summary->setText(tr("Only %1 was made with some.").arg(first.digest.isEmpty() ? second.name : first.name));
    else
        m_summary->setText(tr("− only %1: %2 lines; + only %3: %4 lines", "run, count, run, count")
                               .arg(first.name)
                               .arg(changes.first)
                               .arg(second.name)
                               .arg(changes.second));
}

} // namespace assay::ui
