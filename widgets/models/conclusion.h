// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/judgement.h"

#include <QCoreApplication>
#include <QStringList>
#include <vector>

namespace assay::ui {

/// By what a comparison is judged.
struct JudgingRule
{
    QString metric;
    double level = 0.95;
    double rope = 0.01; ///< half width of practical equivalence, in units of the metric

    bool operator==(const JudgingRule &) const = default;
};

/// What may and what may not be concluded from a comparison, in sentences: the window and the report say the same.
class Conclusion
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::Conclusion)
public:
    /// @p values of the metric, NaN where a model has none; @p judgements as engine::judge() made them by @p rule.
    Conclusion(QStringList names, std::vector<double> values, std::vector<engine::Judgement> judgements,
               JudgingRule rule);

    /// The first says the most; empty when nothing was tested.
    QStringList sentences() const;
    /// One sentence on one pair.
    QString pairSentence(const engine::Judgement &judgement) const;
    /// "better", "worse", "equivalent", "undecided": of a, in a cell.
    static QString verdictText(engine::Verdict verdict);
    static QString testText(const std::string &test);

private:
    std::size_t best() const;
    void several(QStringList &out, std::size_t best) const;
    void sortByValue(std::vector<std::size_t> &models) const;
    void others(QStringList &out, std::size_t best) const;
    QString name(std::size_t model) const { return m_names.value(static_cast<qsizetype>(model)); }
    QString list(const std::vector<std::size_t> &models) const;
    QString figures(const engine::Judgement &judgement) const;

    QStringList m_names;
    std::vector<double> m_values;
    std::vector<engine::Judgement> m_judgements;
    JudgingRule m_rule;
};

} // namespace assay::ui
