// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparepage.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/compareconclusion.h"
#include "widgets/pages/comparefigures.h"
#include "widgets/pages/comparetables.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/ensembledialog.h"
#include "widgets/pages/environmentdiff.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/runselection.h"
#include "widgets/pages/runsummary.h"

#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>
#include <bit>
#include <cmath>
#include <set>
#include <utility>

namespace assay::ui {

namespace {

constexpr std::size_t fewest = 2;

bool sameBits(const std::map<QString, double> &a, const std::map<QString, double> &b)
{
    return std::ranges::equal(a, b, [](const auto &one, const auto &other) {
        return one.first == other.first &&
               std::bit_cast<quint64>(one.second) == std::bit_cast<quint64>(other.second); // NaN is NaN
    });
}

/// Whether what is compared is the same; what people call and note it may differ.
bool sameFacts(const tracking::RunDetails &before, const tracking::RunDetails &now)
{
    tracking::Run run = now.run;
    run.name = before.run.name;
    run.note = before.run.note;
    run.favourite = before.run.favourite;
    run.archived = before.run.archived;
    run.experiment = before.run.experiment;
    run.experimentId = before.run.experimentId;
    run.parent = before.run.parent;
    run.metrics = {};
    tracking::Run was = before.run;
    was.metrics = {};
    return run == was && sameBits(before.run.metrics, now.run.metrics) && before.inputs == now.inputs &&
           before.artifacts == now.artifacts && before.provenance == now.provenance;
}

} // namespace

QString ComparePage::title() const
{
    return tr("Compare %n run(s)", nullptr, static_cast<int>(m_runs.size()));
}

QString ComparePage::key() const
{
    QString key = QStringLiteral("compare");
    for (const tracking::RunId &run : m_runs)
        key += QLatin1Char(':') + run.value;
    return key;
}

QString ComparePage::command() const
{
    QString command = QStringLiteral("assay compare");
    for (const tracking::RunId &run : m_runs)
        command += QLatin1Char(' ') + run.value.left(12);
    const engine::CompareOptions asked = options();
    if (m_comparison && m_rule.metric != text(engine::headline(m_comparison->runs.front().evaluation.task).metric))
        command += QStringLiteral(" --metric ") + m_rule.metric;
    if (asked.rope)
        command += QStringLiteral(" --rope ") + QString::number(*asked.rope);
    if (asked.level != engine::CompareOptions().level)
        command += QStringLiteral(" --level ") + QString::number(asked.level);
    return command;
}

QString ComparePage::inspectorText() const
{
    return m_comparison ? runSummaryHtml(m_comparison->runs[baseline()].details.run) : QString();
}

std::size_t ComparePage::baseline() const
{
    return static_cast<std::size_t>(m_selection->baseline());
}

void ComparePage::refresh()
{
    if (!m_comparison)
        return;
    if (m_load.isRunning() || m_look.isRunning())
        m_stale = true;
    else
        lookAtRuns();
}

/// Comparing takes long, and most changes of the store are to other runs.
void ComparePage::lookAtRuns()
{
    using All = std::vector<tracking::RunDetails>;
    m_stale = false;
    Workbench &workbench = shell().workbench();
    m_look.start<All>(
        tr("Reading runs"),
        [&workbench, runs = m_runs](const Context &context) -> Result<All> {
            All all;
            for (const tracking::RunId &run : runs) {
                if (context.cancelled())
                    return cancelled();
                auto details = workbench.details(run);
                if (!details)
                    return Failure(details.error());
                all.push_back(std::move(*details));
            }
            return all;
        },
        [this](Result<All> all) {
            if (all)
                runsRead(std::move(*all));
            else if (all.error().kind != ErrorKind::Cancelled)
                load(); // which says why they cannot be compared
            if (m_stale && !m_load.isRunning())
                lookAtRuns();
        });
}

void ComparePage::runsRead(std::vector<tracking::RunDetails> runs)
{
    auto &shown = m_comparison->runs;
    // After a comparison that failed or was cancelled it says so instead of what was compared before.
    if (m_stack->currentWidget() == m_empty || !std::ranges::equal(shown, runs, sameFacts, &RunAnalysis::details))
        return load();
    bool renamed = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        renamed = renamed || runs[i].run.name != shown[i].details.run.name;
        shown[i].details = std::move(runs[i]);
    }
    if (renamed)
        showRuns();
    emit inspectorChanged();
}

void ComparePage::explain(const QString &title, const QString &text)
{
    m_empty->setMessage(title, text, tr("Choose runs"));
    m_stack->setCurrentWidget(m_empty);
    m_report->setEnabled(false);
    m_ensemble->setEnabled(false);
}

void ComparePage::load()
{
    if (m_runs.size() < fewest)
        return explain(tr("A comparison takes at least two runs"),
                       tr("Select two or more runs in the runs table, then press Compare."));
    if (!m_comparison)
        m_stack->setCurrentWidget(m_empty);
    m_conclusion->setBusy(true);
    Workbench &workbench = shell().workbench();
    m_load.start<RunComparison>(
        tr("Comparing runs"),
        [&workbench, runs = m_runs, options = options()](const Context &context) {
            return workbench.compare(runs, context, options);
        },
        [this](Result<RunComparison> comparison) {
            m_conclusion->setBusy(false);
            if (comparison)
                show(std::move(*comparison));
            else if (comparison.error().kind == ErrorKind::Cancelled)
                explain(tr("The comparison was cancelled"), {});
            else
                explain(tr("These runs cannot be compared"), text(comparison.error().message));
            if (m_stale && m_comparison)
                lookAtRuns();
        });
}

void ComparePage::show(RunComparison comparison)
{
    m_comparison = std::move(comparison);
    m_rule = {.metric = text(m_comparison->comparison.metric),
              .level = m_comparison->comparison.level,
              .rope = m_comparison->comparison.rope};
    if (m_selection->count() != static_cast<int>(m_comparison->runs.size()))
        m_selection->reset(static_cast<int>(m_comparison->runs.size()));
    const auto &pairs = m_comparison->comparison.pairs;
    m_heading->setSubtitle(pairs.empty()
                               ? QString()
                               : tr("%n row(s) in common; p values are adjusted for the number of comparisons.",
                                    nullptr, static_cast<int>(pairs.front().rows)));
    m_report->setEnabled(true);
    m_ensemble->setEnabled(true);
    m_stack->setCurrentIndex(0);
    showRuns();
    emit titleChanged();
    emit inspectorChanged();
}

/// By their names of now. Whoever zoomed, sorted or selected something still has it.
void ComparePage::showRuns()
{
    showChips();
    judge();
    std::vector<tracking::RunDetails> details;
    for (const RunAnalysis &run : m_comparison->runs)
        details.push_back(run.details);
    m_environment->setRuns(details);
    m_pair.reset();
    loadPair();
}

QStringList ComparePage::testedMetrics() const
{
    QStringList tested;
    for (const engine::Metric &metric : m_comparison->runs.front().evaluation.metrics) {
        const bool any = std::ranges::any_of(m_comparison->comparison.pairs, [&](const auto &pair) {
            return pair.bootstrap.contains(metric.name) || (pair.delong && metric.name == "roc_auc");
        });
        if (any)
            tested << text(metric.name);
    }
    return tested;
}

void ComparePage::ruleChanged(const JudgingRule &rule)
{
    // What counts as equal in one metric means nothing in another.
    const bool otherMetric = rule.metric != m_rule.metric;
    m_ropeChosen = !otherMetric && (m_ropeChosen || rule.rope != m_rule.rope);
    m_rule = rule;
    judge(); // by the tests there are, until those asked for are computed
    load();
}

/// The metric judged by first, then those that were tested already.
engine::CompareOptions ComparePage::options() const
{
    engine::CompareOptions options{.level = m_rule.level};
    if (m_ropeChosen)
        options.rope = m_rule.rope;
    if (!m_comparison || m_rule.metric.isEmpty())
        return options;
    options.bootstrapMetrics.push_back(m_rule.metric.toStdString());
    for (const QString &metric : testedMetrics())
        if (metric != m_rule.metric)
            options.bootstrapMetrics.push_back(metric.toStdString());
    return options;
}

bool ComparePage::isWithheld() const
{
    return !m_comparison->caveats.empty() && !m_insisted;
}

std::vector<double> ComparePage::values() const
{
    std::vector<double> values;
    for (const RunAnalysis &run : m_comparison->runs)
        values.push_back(run.evaluation.metric(m_rule.metric.toStdString()).value_or(std::nan("")));
    return values;
}

/// Says what may be concluded and shows every figure accordingly.
void ComparePage::judge()
{
    const auto judgements =
        engine::judge(m_comparison->comparison, m_rule.metric.toStdString(), m_rule.level, m_rule.rope);
    QStringList names, caveats(m_comparison->caveats.begin(), m_comparison->caveats.end());
    for (const RunAnalysis &run : m_comparison->runs)
        names << run.details.run.name;
    QStringList sentences = Conclusion(names, values(), judgements, m_rule).sentences();
    for (const std::string &warning : m_comparison->comparison.warnings)
        sentences << text(warning);
    m_conclusion->setRule(m_rule, testedMetrics());
    m_conclusion->setSentences(sentences);
    m_conclusion->setWithheld(caveats, m_insisted);
    m_tables->setComparison(&*m_comparison, judgements, m_rule.metric, isWithheld());
    m_figures->setComparison(&*m_comparison, judgements, m_rule.metric, isWithheld());
}

void ComparePage::setBaseline(std::size_t run)
{
    if (m_comparison && run < m_comparison->runs.size())
        m_selection->setBaseline(static_cast<int>(run));
}

void ComparePage::selectionChanged()
{
    if (!m_comparison)
        return;
    showChips();
    loadPair();
    const auto chosen = static_cast<int>(m_selection->selected().size());
    emit statusChanged(chosen == 0 ? tr("%n run(s)", nullptr, static_cast<int>(m_runs.size()))
                                   : tr("%n run(s) selected", nullptr, chosen));
    emit inspectorChanged();
}

/// The rows on which the baseline and the one other run differ: of two runs the other, of more the selected one.
void ComparePage::loadPair()
{
    const int first = m_selection->baseline();
    std::set<int> others(m_selection->selected().begin(), m_selection->selected().end());
    others.erase(first);
    if (m_comparison->runs.size() == fewest)
        others = {1 - first};
    const auto pair = others.size() == 1 ? std::optional(std::pair(first, *others.begin())) : std::nullopt;
    if (pair && pair == m_pair)
        return;
    m_pair = pair;
    if (!pair) {
        m_loadPair.cancel();
        m_pairShown.reset();
        m_tables->setDisagreements(nullptr, {}, {});
        m_figures->setDisagreements(nullptr, {}, {});
        return;
    }
    const auto model = [this](int run) {
        const RunAnalysis &of = m_comparison->runs[static_cast<std::size_t>(run)];
        return engine::ComparedModel{
            .name = of.details.run.name.toStdString(), .predictions = of.predictions, .evaluation = {}};
    };
    using Rows = std::shared_ptr<const engine::Disagreements>;
    m_loadPair.start<Rows>(
        tr("Comparing rows"),
        [a = model(pair->first), b = model(pair->second),
         threshold = m_comparison->runs.front().evaluation.threshold](const Context &) -> Result<Rows> {
            auto rows = engine::disagreements(a, b, threshold);
            if (!rows)
                return tl::unexpected(rows.error());
            return std::make_shared<const engine::Disagreements>(std::move(*rows));
        },
        [this, pair = *pair](Result<Rows> rows) {
            if (!rows || m_pair != pair)
                return; // another pair was chosen meanwhile
            const auto name = [this](int run) {
                return m_comparison->runs[static_cast<std::size_t>(run)].details.run.name;
            };
            const bool same = std::exchange(m_pairShown, pair) == pair;
            m_tables->setDisagreements(*rows, name(pair.first), name(pair.second), same);
            m_figures->setDisagreements(*rows, name(pair.first), name(pair.second));
        });
}

void ComparePage::openRunAt(std::size_t run, int tab)
{
    const tracking::RunId id = m_runs[run];
    RunPage::openAt(shell(), id, static_cast<RunPage::Tab>(tab), window());
}

void ComparePage::without(std::size_t run)
{
    if (m_runs.size() <= fewest)
        return;
    std::vector<tracking::RunId> runs = m_runs;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(run));
    shell().openCompare(runs);
}

void ComparePage::ensemble()
{
    std::vector<tracking::Run> runs;
    const bool some = m_selection->selected().size() >= fewest;
    for (int run = 0; run < m_selection->count(); ++run)
        if (!some || m_selection->isSelected(run))
            runs.push_back(m_comparison->runs[static_cast<std::size_t>(run)].details.run);
    EnsembleDialog::ask(shell(), m_train, runs, this);
}

} // namespace assay::ui
