// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/takeoverpage.h"

#include "widgets/controls/format.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/importtext.h"
#include "widgets/models/format.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/takeoverpagemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>

namespace assay::ui {

namespace {

QString labelOf(const QString &format)
{
    for (const tracking::ImporterInfo &one : tracking::importers())
        if (format == QLatin1String(one.id))
            return QString::fromUtf8(one.label);
    return format;
}

/// What there is to take over, and where it may go.
struct Found
{
    tracking::ImportReport report = {};
    QStringList experiments = {};
};

Result<Found> lookAt(tracking::RunStore &store, const QString &path, const tracking::ImportOptions &options,
                     const Context &context)
{
    auto report = tracking::importRuns(store, path, options, context);
    if (!report)
        return Failure(report.error());
    Found found{.report = std::move(*report)};
    if (const auto known = store.experiments()) // without them a name can still be typed
        for (const tracking::Experiment &one : *known)
            found.experiments << one.name;
    return found;
}

/// What came of it; what there is none of is left out.
QString outcome(const tracking::ImportReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts << TakeOverPage::tr("%n run(s) taken over", nullptr, static_cast<int>(report.added));
    if (report.grown > 0)
        parts << TakeOverPage::tr("%n run(s) have grown", nullptr, static_cast<int>(report.grown));
    if (report.known > 0)
        parts << TakeOverPage::tr("%n run(s) were in the store already", nullptr, static_cast<int>(report.known));
    if (report.models > 0)
        parts << TakeOverPage::tr("%n registered model(s)", nullptr, static_cast<int>(report.models));
    return TakeOverPage::tr("Done: %1.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace

TakeOverPage::TakeOverPage(Shell &shellOfPage, const QString &path, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_path(path)
    , m_look(&shellOfPage.jobs())
    , m_take(&shellOfPage.jobs())
    , m_model(new TakeOverPageModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_heading(new PageHeader(tr("Take over runs"), this))
    , m_all(new QCheckBox(this))
    , m_experiment(new QComboBox(this))
    , m_artifacts(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_result(new Banner(Tone::Good, this))
    , m_table(new QTableView(this))
    , m_problemsTitle(roleLabel({}, "heading", this))
    , m_problems(new QTableWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
    look();
}

TakeOverPage::~TakeOverPage() = default;

QString TakeOverPage::title() const
{
    return m_path.isEmpty() ? tr("Take over runs") : tr("Take over: %1").arg(QFileInfo(m_path).fileName());
}

QString TakeOverPage::key() const
{
    return QStringLiteral("takeover:") + m_path;
}

QString TakeOverPage::command() const
{
    if (m_path.isEmpty())
        return {};
    QStringList words = {QStringLiteral("assay"), QStringLiteral("import"), m_path};
    const tracking::ImportOptions chosen = options(false);
    if (!chosen.experiment.isEmpty())
        words << QStringLiteral("--experiment") << chosen.experiment;
    if (!chosen.artifactRoot.isEmpty())
        words << QStringLiteral("--artifacts") << chosen.artifactRoot;
    for (const QString &source : chosen.sources)
        words << QStringLiteral("--run") << source;
    return commandLine(words);
}

QString TakeOverPage::inspectorText() const
{
    return m_report.format.isEmpty() ? QString()
                                     : QStringLiteral("<h3>%1</h3><p>%2</p><p>%3</p>")
                                           .arg(labelOf(m_report.format).toHtmlEscaped(), m_report.path.toHtmlEscaped(),
                                                summary().toHtmlEscaped());
}

bool TakeOverPage::dropFiles(const QStringList &paths)
{
    if (paths.isEmpty() || m_take.isRunning())
        return false;
    m_path = paths.first();
    look();
    return true;
}

void TakeOverPage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Runs to take over"));
    if (!path.isEmpty())
        dropFiles({path});
}

void TakeOverPage::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Runs to take over"));
    if (!path.isEmpty())
        dropFiles({path});
}

void TakeOverPage::chooseArtifacts()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Folder of the files"));
    if (path.isEmpty())
        return;
    m_artifacts->setText(path);
    look();
}

/// All of them needs no list, and brings what the source gets until then.
tracking::ImportOptions TakeOverPage::options(bool dryRun) const
{
    tracking::ImportOptions chosen{.dryRun = dryRun,
                                   .experiment = m_experiment->currentText().trimmed(),
                                   .artifactRoot = m_artifacts->text().trimmed()};
    const QStringList ticked = m_model->ticked();
    if (!dryRun && ticked.size() < m_model->rowCount())
        chosen.sources = ticked;
    return chosen;
}

void TakeOverPage::look()
{
    m_done = false;
    m_result->setMessages({});
    m_artifacts->setModified(false);
    m_model->setRuns({});
    m_stack->setCurrentWidget(m_empty);
    emit titleChanged();
    if (m_path.isEmpty()) {
        m_empty->setMessage(tr("Drop an mlflow.db, an mlruns folder or TensorBoard’s event files"),
                            tr("What is in it is listed first; nothing is written until you say so, and nothing is"
                               " ever changed there."),
                            tr("Choose folder…"));
        return;
    }
    tracking::RunStore &store = shell().workbench().store();
    m_look.start<Found>(
        tr("Looking at %1").arg(QFileInfo(m_path).fileName()),
        [&store, path = m_path, chosen = options(true)](const Context &context) {
            return lookAt(store, path, chosen, context);
        },
        [this](Result<Found> report) {
            if (report)
                show(std::move(report->report), report->experiments);
            else if (report.error().kind == ErrorKind::Cancelled)
                m_empty->setMessage(tr("Cancelled"), {}, tr("Choose folder…"));
            else
                m_empty->setMessage(tr("There is nothing to take over"), errorText(report.error()),
                                    tr("Choose folder…"));
        });
}

void TakeOverPage::show(tracking::ImportReport report, const QStringList &experiments)
{
    m_report = std::move(report);
    const QString typed = m_experiment->currentText();
    const QSignalBlocker blocker(m_experiment);
    m_experiment->clear();
    m_experiment->addItems(experiments);
    m_experiment->setCurrentIndex(-1);
    m_experiment->setEditText(typed);
    m_model->setRuns(m_report.runs);
    m_table->resizeColumnsToContents();
    constexpr int tickBox = 24; // which the size of the contents leaves out
    m_table->setColumnWidth(TakeOverPageModel::Name, m_table->columnWidth(TakeOverPageModel::Name) + tickBox);
    m_heading->setSubtitle(
        QStringLiteral("%1 · %2").arg(labelOf(m_report.format), QDir::toNativeSeparators(m_report.path)));
    m_summary->setText(summary());
    showProblems();
    m_stack->setCurrentIndex(0);
    emit inspectorChanged();
    emit statusChanged(tr("%n run(s)", nullptr, m_model->rowCount()));
}

QString TakeOverPage::summary() const
{
    qint64 points = 0, files = 0;
    for (const tracking::ImportPlanRun &run : m_report.runs) {
        points += run.points;
        files += run.files;
    }
    QStringList parts = {tr("%n run(s)", nullptr, static_cast<int>(m_report.runs.size())),
                         tr("%1 points").arg(Format::count(points)), tr("%1 files").arg(Format::count(files))};
    if (m_report.models > 0)
        parts << tr("%n registered model(s)", nullptr, static_cast<int>(m_report.models));
    return parts.join(QStringLiteral(" · "));
}

void TakeOverPage::showProblems()
{
    const auto count = static_cast<int>(m_report.problems.size());
    m_problemsTitle->parentWidget()->setVisible(count > 0);
    m_problemsTitle->setText(tr("%n problem(s)", nullptr, count));
    m_problems->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const tracking::ImportProblem &problem = m_report.problems[static_cast<std::size_t>(row)];
        const QString words = importProblemText(problem.what);
        const QString what = problem.fatal ? tr("%1 The run is left out.").arg(words) : words;
        const QString byte = problem.offset < 0 ? QString() : Format::count(problem.offset);
        int column = 0;
        for (const QString &cell : {what, problem.path, byte}) {
            auto *item = new QTableWidgetItem(cell);
            item->setToolTip(cell);
            m_problems->setItem(row, column++, item);
        }
    }
    constexpr int widest = 640;
    m_problems->resizeColumnsToContents();
    for (int column = 0; column < 2; ++column)
        m_problems->setColumnWidth(column, std::min(widest, m_problems->columnWidth(column)));
}

void TakeOverPage::showTicked()
{
    const auto ticked = static_cast<int>(m_model->ticked().size());
    const QSignalBlocker blocker(m_all);
    m_all->setCheckState(ticked == 0                     ? Qt::Unchecked
                         : ticked == m_model->rowCount() ? Qt::Checked
                                                         : Qt::PartiallyChecked);
    m_next->setText(m_done ? tr("Show runs") : tr("Take over %n run(s)", nullptr, ticked));
    m_next->setEnabled(m_done || ticked > 0);
}

void TakeOverPage::setWorking(bool working)
{
    m_progress->setVisible(working);
    m_options->setEnabled(!working);
    m_table->setEnabled(!working);
    m_next->setEnabled(!working);
}

void TakeOverPage::takeOver()
{
    setWorking(true);
    m_bar->setRange(0, 0);
    tracking::RunStore &store = shell().workbench().store();
    m_take.start<tracking::ImportReport>(
        tr("Taking over %1").arg(QFileInfo(m_path).fileName()),
        [&store, path = m_path, chosen = options(false)](const Context &context) {
            return tracking::importRuns(store, path, chosen, context);
        },
        [this](Result<tracking::ImportReport> report) {
            setWorking(false);
            shell().storeChanged();
            if (report) {
                showDone(*report);
                return;
            }
            if (report.error().kind != ErrorKind::Cancelled)
                shell().report(report.error());
            look(); // what got in so far is in the store
        });
}

void TakeOverPage::showDone(const tracking::ImportReport &report)
{
    m_done = true;
    std::vector<tracking::ImportPlanRun> runs = m_report.runs;
    for (tracking::ImportPlanRun &run : runs)
        run.known = run.known || std::ranges::any_of(report.runs, [&](const tracking::ImportPlanRun &taken) {
                        return taken.source == run.source;
                    });
    m_report.problems = report.problems;
    m_model->setRuns(std::move(runs));
    showProblems();
    m_result->setMessages({outcome(report)});
    m_next->setFocus();
}

} // namespace assay::ui
