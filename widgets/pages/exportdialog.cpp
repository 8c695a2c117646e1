// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/exportdialog.h"

#include "widgets/controls/format.h"
#include "widgets/errortext.h"
#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <limits>

namespace assay::ui {

namespace {

const QString zipEnding = QStringLiteral(".zip");
/// The line of thousands of runs is copied whole, and shown with those at its start.
constexpr std::size_t runsShown = 12;

} // namespace

ExportDialog::~ExportDialog() = default;

/// While it writes, closing only stops that: the outcome is told first.
void ExportDialog::done(int result)
{
    if (!m_writing.isRunning())
        return QDialog::done(result);
    m_writing.cancel();
    check();
}

ExportDialog::Scope ExportDialog::scope() const
{
    return static_cast<Scope>(m_scope->checkedId());
}

QString ExportDialog::format() const
{
    return m_format->currentData().toString();
}

QString ExportDialog::target() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_target->text().trimmed()));
}

tracking::ExportChoice ExportDialog::choice() const
{
    tracking::ExportChoice chosen{.children = m_children->isChecked()};
    if (scope() == Selected)
        chosen.runs = m_selected;
    else
        chosen.query = scope() == Shown ? *m_shown : tracking::RunQuery{.descending = false};
    return chosen;
}

QString ExportDialog::command() const
{
    return command(std::numeric_limits<std::size_t>::max());
}

QString ExportDialog::command(std::size_t atMost) const
{
    QStringList words = {QStringLiteral("assay"), QStringLiteral("export")};
    const auto chosen = choice();
    // Deleted and archived runs are found by no query of the command; it takes them by their ids.
    const bool named = !chosen.query || chosen.query->deleted || chosen.query->archived;
    if (named && chosen.query && !m_plan)
        return {}; // not known yet
    QString more;  // a mark that no run has as its id, should it be copied by hand
    if (named) {
        const std::vector<tracking::RunId> &runs = chosen.query ? m_plan->runs : chosen.runs;
        for (std::size_t i = 0; i < std::min(atMost, runs.size()); ++i)
            words << runs[i].value;
        if (runs.size() > atMost)
            more = QStringLiteral(" …");
    } else if (chosen.query->filter.isEmpty() && chosen.query->experiment.isEmpty()) {
        words << QStringLiteral("--all");
    }
    const QString start = commandLine(words) + more;
    words.clear();
    if (!named && !chosen.query->filter.isEmpty())
        words << QStringLiteral("--query") << chosen.query->filter;
    if (!named && !chosen.query->experiment.isEmpty())
        words << QStringLiteral("--experiment") << chosen.query->experiment;
    if (chosen.children)
        words << QStringLiteral("--children");
    words << QStringLiteral("--format") << format() << QStringLiteral("--out") << target();
    return start + QLatin1Char(' ') + commandLine(words);
}

void ExportDialog::plan()
{
    m_plan.reset();
    check();
    m_size->setText(tr("Looking how much that is…"));
    m_planning.start<tracking::ExportPlan>(
        tr("Looking what would be exported"),
        [&store = m_shell.workbench().store(), chosen = choice()](const Context &) {
            return tracking::planExport(store, chosen);
        },
        [this](Result<tracking::ExportPlan> made) {
            if (made) {
                m_plan = std::move(*made);
                showPlan();
            } else if (made.error().kind != ErrorKind::Cancelled) {
                m_size->setText(errorText(made.error()));
            }
            check();
        });
}

void ExportDialog::showPlan()
{
    if (!m_plan)
        return;
    const auto count = static_cast<int>(m_plan->runs.size());
    if (count == 0) {
        m_size->setText(tr("There are no such runs."));
        return;
    }
    const QString size = Format::bytes(tracking::roughBytes(*m_plan, format()));
    m_size->setText(
        tr("%Ln run(s) with %1 points and %2 files: %3.", nullptr, count)
            .arg(Format::count(m_plan->points), Format::count(m_plan->artifacts),
                 m_packed->isChecked() ? tr("about %1 before it is packed").arg(size) : tr("about %1").arg(size)));
}

/// What is written where, in words.
void ExportDialog::formatChosen()
{
    const QString id = format();
    m_about->setText(
        id == QLatin1String("csv") ? tr("Two tables: runs.csv with a row a run and points.csv with every logged point. "
                                        "Files of the runs are left out.")
        : id == QLatin1String("json") ? tr("A file a run with everything logged, and a list of them. Files of the runs "
                                           "are left out.")
        : id == QLatin1String("mlruns")
            ? tr("A folder that MLflow opens: metrics, parameters, tags, files and registered models.")
            : tr("Everything of the runs, to be taken over whole by another Assay: points, files, where they came "
                 "from and registered models."));
    showPlan();
    check();
}

void ExportDialog::packedChosen(bool packed)
{
    QString path = m_target->text().trimmed();
    const bool ends = path.endsWith(zipEnding, Qt::CaseInsensitive);
    if (packed && !ends && !path.isEmpty())
        path += zipEnding;
    else if (!packed && ends)
        path.chop(zipEnding.size());
    m_target->setText(path);
    showPlan();
}

void ExportDialog::chooseTarget()
{
    const QString path =
        m_packed->isChecked()
            ? QFileDialog::getSaveFileName(this, tr("Export to"), m_target->text(), tr("Archives (*.zip)"), nullptr,
                                           QFileDialog::DontConfirmOverwrite)
            : QFileDialog::getSaveFileName(this, tr("Export to a new folder"), m_target->text(), {}, nullptr,
                                           QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_target->setText(QDir::toNativeSeparators(path));
    packedChosen(m_packed->isChecked());
}

void ExportDialog::check()
{
    const bool writing = m_writing.isRunning();
    const QSignalBlocker quiet(m_packed);
    m_packed->setChecked(target().endsWith(zipEnding, Qt::CaseInsensitive));
    showPlan();
    const QString line = command(runsShown);
    m_command->setText(line);
    m_command->setCursorPosition(0);
    m_command->setToolTip(line.contains(u'…') ? tr("The line that is copied names all of the runs") : line);
    m_ok->setEnabled(!writing && m_plan && !m_plan->runs.empty() && !m_target->text().trimmed().isEmpty());
    const bool stopping = m_writing.isCancelling();
    m_cancel->setText(stopping ? tr("Cancelling…") : writing ? tr("Cancel") : tr("Close"));
    m_cancel->setEnabled(!stopping);
    m_bar->setVisible(writing);
}

void ExportDialog::write()
{
    m_outcome->hide();
    m_look->hide();
    m_bar->setRange(0, 0);
    m_writing.start<tracking::ExportReport>(
        tr("Exporting runs"),
        [&store = m_shell.workbench().store(), runs = m_plan->runs, path = target(),
         id = format()](const Context &context) { return tracking::exportRuns(store, runs, path, id, context); },
        [this](const Result<tracking::ExportReport> &made) {
            m_outcome->show();
            if (made)
                showWritten(*made);
            else
                m_outcome->setText(
                    made.error().kind == ErrorKind::Cancelled
                        ? tr("Cancelled. No half-written export was left behind.")
                        : QStringLiteral("<span style='color:%1'>%2</span>")
                              .arg(toneColor(Tone::Bad, palette()).name(), errorText(made.error()).toHtmlEscaped()));
            check();
        });
    check();
}

void ExportDialog::showProgress(const Progress &progress)
{
    // Bytes of an archive are more than an int holds.
    constexpr int steps = 1000;
    m_bar->setRange(0, progress.total > 0 ? steps : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(progress.done * steps / progress.total));
}

void ExportDialog::showWritten(const tracking::ExportReport &report)
{
    m_written = report.path;
    const QString sentence = tr("%Ln run(s) written to %1 (%2).", nullptr, static_cast<int>(report.runs))
                                 .arg(QDir::toNativeSeparators(report.path), Format::bytes(report.bytes));
    m_outcome->setText(sentence.toHtmlEscaped());
    m_look->show();
    m_shell.tell(sentence);
}

} // namespace assay::ui
