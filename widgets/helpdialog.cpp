// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/helpdialog.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <functional>

namespace assay::ui {

namespace {

struct Term
{
    const char *word;
    const char *meaning;
};

const Term terms[] = {
    {QT_TRANSLATE_NOOP("Glossary", "Accuracy"),
     QT_TRANSLATE_NOOP("Glossary", "Share of rows whose predicted class is the true one.")},
    {QT_TRANSLATE_NOOP("Glossary", "Average precision"),
     QT_TRANSLATE_NOOP("Glossary", "Area under the precision-recall curve: mean precision over all recalls.")},
    {QT_TRANSLATE_NOOP("Glossary", "Baseline"),
     QT_TRANSLATE_NOOP("Glossary", "A model that ignores the features. What does not beat it has learnt nothing.")},
    {QT_TRANSLATE_NOOP("Glossary", "Brier score"),
     QT_TRANSLATE_NOOP("Glossary", "Mean squared distance of the probability from what happened; lower is better.")},
    {QT_TRANSLATE_NOOP("Glossary", "Calibration"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "Whether 70 % means 7 times in 10. The expected calibration error (ECE) measures how far it does not.")},
    {QT_TRANSLATE_NOOP("Glossary", "Confidence interval"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The range of values that go with the data; here at 95 % unless something else is said.")},
    {QT_TRANSLATE_NOOP("Glossary", "Demographic parity"),
     QT_TRANSLATE_NOOP("Glossary", "Every group is selected at the same rate.")},
    {QT_TRANSLATE_NOOP("Glossary", "Disparate impact"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "Selection rate of the others over that of the privileged group; under 0.8 is often called adverse.")},
    {QT_TRANSLATE_NOOP("Glossary", "Drift"),
     QT_TRANSLATE_NOOP("Glossary", "The data of today is distributed unlike the data a model learnt from.")},
    {QT_TRANSLATE_NOOP("Glossary", "Equalized odds"),
     QT_TRANSLATE_NOOP("Glossary", "Every group has the same rates of true and of false positives.")},
    {QT_TRANSLATE_NOOP("Glossary", "Experiment"),
     QT_TRANSLATE_NOOP("Glossary", "A name under which runs are gathered.")},
    {QT_TRANSLATE_NOOP("Glossary", "Fold"),
     QT_TRANSLATE_NOOP("Glossary", "One of the k parts of the rows, tested once while the others are learnt from.")},
    {QT_TRANSLATE_NOOP("Glossary", "Holdout"), QT_TRANSLATE_NOOP("Glossary", "Rows kept from learning, to test on.")},
    {QT_TRANSLATE_NOOP("Glossary", "Leakage"),
     QT_TRANSLATE_NOOP("Glossary", "A column that knows the answer and will not be there when it is needed.")},
    {QT_TRANSLATE_NOOP("Glossary", "Log loss"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Mean surprise at what happened; lower is better, and certainty that is wrong costs most.")},
    {QT_TRANSLATE_NOOP("Glossary", "Precision"),
     QT_TRANSLATE_NOOP("Glossary", "Of those predicted positive, the share that are.")},
    {QT_TRANSLATE_NOOP("Glossary", "Protected column"),
     QT_TRANSLATE_NOOP("Glossary", "Sex, age, origin and the like: what fairness is judged by.")},
    {QT_TRANSLATE_NOOP("Glossary", "PSI"),
     QT_TRANSLATE_NOOP("Glossary", "Population stability index: how far a distribution moved; above 0.2 is much.")},
    {QT_TRANSLATE_NOOP("Glossary", "Recall"),
     QT_TRANSLATE_NOOP("Glossary", "Of those that are positive, the share that was found.")},
    {QT_TRANSLATE_NOOP("Glossary", "ROC AUC"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Chance that a positive row gets a higher score than a negative one; 0.5 is guessing.")},
    {QT_TRANSLATE_NOOP("Glossary", "Run"),
     QT_TRANSLATE_NOOP("Glossary",
                       "One training with all that is needed to do it again: data, split, seed, parameters, machine.")},
    {QT_TRANSLATE_NOOP("Glossary", "Shapley value"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A feature's fair share of one prediction; all shares and the base value add up to it.")},
    {QT_TRANSLATE_NOOP("Glossary", "Store"),
     QT_TRANSLATE_NOOP("Glossary", "The file runs are kept in, with a folder of artifacts beside it.")},
};

QTreeWidget *table(const QStringList &header, QWidget *parent)
{
    auto *tree = new QTreeWidget(parent);
    tree->setAccessibleName(header.join(QStringLiteral(", ")));
    tree->setHeaderLabels(header);
    tree->setRootIsDecorated(false);
    tree->setWordWrap(true);
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(true);
    return tree;
}

} // namespace

HelpDialog::HelpDialog(QMenuBar *menus, Part part, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    m_tabs->setAccessibleName(tr("Help"));
    m_tabs->addTab(guide(), tr("First steps"));
    m_tabs->addTab(glossary(), tr("Glossary"));
    m_tabs->addTab(shortcuts(menus), tr("Shortcuts"));
    m_tabs->setCurrentIndex(static_cast<int>(part));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addWidget(buttons);
    resize(760, 560);
}

QWidget *HelpDialog::guide()
{
    auto *text = new QTextBrowser(this);
    text->setAccessibleName(tr("First steps"));
    text->setHtml(tr("<h3>From a file to a decision</h3>"
                     "<ol><li><b>Drop a file</b> on the window, or press Ctrl+O. The import sheet shows 200 rows as "
                     "written and as read; change "
                     "delimiter, decimal mark or the kind of a column until both agree. <i>Import</i>.</li>"
                     "<li><b>Look at the profile.</b> Missing values, distributions and warnings; confirm what is to "
                     "be predicted. <i>Choose models</i>.</li>"
                     "<li><b>Train.</b> Take the suggested set or choose models and parameters. Curves and the "
                     "leaderboard fill while it works. <i>Compare</i>.</li>"
                     "<li><b>Compare.</b> Every difference comes with an interval and a test on the same rows.</li>"
                     "<li><b>Explain, fairness, drift.</b> What drives a prediction, who is treated differently, "
                     "whether the data has moved.</li>"
                     "<li><b>Report.</b> One file anyone can open.</li></ol>"
                     "<h3>Good to know</h3>"
                     "<ul><li>Ctrl+K finds every command by a few letters of its name.</li>"
                     "<li><i>Edit › Copy as command</i> gives the command line that does what the page shows.</li>"
                     "<li>Every run is kept as soon as it begins; there is nothing to save.</li>"
                     "<li>Another window or a command line may write to the same store; this window follows within a "
                     "second.</li></ul>"));
    return text;
}

QWidget *HelpDialog::glossary()
{
    auto *page = new QWidget(this);
    auto *filter = new QLineEdit(page);
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the glossary"));
    filter->setClearButtonEnabled(true);
    QTreeWidget *list = table({tr("Word"), tr("Meaning")}, page);
    for (const Term &term : terms)
        new QTreeWidgetItem(list, {QCoreApplication::translate("Glossary", term.word),
                                   QCoreApplication::translate("Glossary", term.meaning)});
    connect(filter, &QLineEdit::textChanged, list, [list](const QString &text) {
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = list->topLevelItem(i);
            item->setHidden(!(item->text(0) + item->text(1)).contains(text, Qt::CaseInsensitive));
        }
    });
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(filter);
    layout->addWidget(list);
    return page;
}

QWidget *HelpDialog::shortcuts(QMenuBar *menus)
{
    QTreeWidget *list = table({tr("Keys"), tr("What they do")}, this);
    const std::function<void(const QList<QAction *> &)> collect = [&](const QList<QAction *> &actions) {
        for (const QAction *action : actions) {
            if (action->menu())
                collect(action->menu()->actions());
            else if (!action->shortcut().isEmpty())
                new QTreeWidgetItem(list, {action->shortcut().toString(QKeySequence::NativeText),
                                           action->text().remove(QLatin1Char('&'))});
        }
    };
    collect(menus->actions());
    list->sortItems(0, Qt::AscendingOrder);
    return list;
}

} // namespace assay::ui
