// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/judgement.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/conclusion.h"
#include "widgets/pages/page.h"

#include <optional>

class QAction;
class QPushButton;
class QStackedWidget;

namespace assay::ui {

class CompareConclusion;
class CompareFigures;
class CompareTables;
class EmptyPane;
class EnvironmentDiff;
class PageHeader;
class RunSelection;

/// Any number of runs set against each other: what may be concluded, what differs in how they were made, what differs
/// in how well they do (with an interval and a test against the pinned baseline), and their curves over each other.
class ComparePage : public Page
{
    Q_OBJECT
public:
    ComparePage(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent = nullptr);
    ~ComparePage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;
    QString inspectorText() const override;

    void setBaseline(std::size_t run);
    std::size_t baseline() const;

private:
    void build();
    void buildActions();
    void load();
    /// Whether the runs are as they were compared.
    void lookAtRuns();
    void runsRead(std::vector<tracking::RunDetails> runs);
    void showRuns();
    void loadPair();
    void explain(const QString &title, const QString &text);
    void show(RunComparison comparison);
    void ruleChanged(const JudgingRule &rule);
    void judge();
    void showChips();
    QWidget *chip(std::size_t run);
    void selectionChanged();
    void openRunAt(std::size_t run, int tab);
    void without(std::size_t run);
    void ensemble();
    bool isWithheld() const;
    engine::CompareOptions options() const;
    std::vector<double> values() const;
    QStringList testedMetrics() const;

    std::vector<tracking::RunId> m_runs;
    JudgingRule m_rule;
    bool m_insisted = false, m_ropeChosen = false; ///< by a person
    std::optional<RunComparison> m_comparison;
    std::optional<std::pair<int, int>> m_pair, m_pairShown; ///< whose rows are wanted, and are shown
    bool m_stale = false;                                   ///< the store changed while it was read
    JobRunner m_load, m_look, m_loadPair, m_train;

    RunSelection *m_selection;
    PageHeader *m_heading;
    QPushButton *m_report, *m_ensemble;
    QWidget *m_chips;
    CompareConclusion *m_conclusion;
    CompareTables *m_tables;
    EnvironmentDiff *m_environment;
    CompareFigures *m_figures;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
