// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fairness/bands.h"
#include "engine/metrics/bootstrap.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/residuals.h"
#include "engine/metrics/tasks.h"

#include <array>
#include <cmath>

namespace assay::engine {

namespace {

constexpr int resamples = 1000;

// One row of a segment: how far the prediction is off, and what it weighs.
struct Member
{
    double error = 0, weight = 1;
};

class RootMeanSquareRescorer : public Rescorer
{
public:
    explicit RootMeanSquareRescorer(const std::vector<Member> &members)
        : m_members(members)
    {
    }

    const std::vector<std::string> &names() const override
    {
        static const std::vector<std::string> names{"rmse"};
        return names;
    }

    void score(std::span<const std::uint16_t> counts, std::vector<double> &, std::span<double> values) const override
    {
        double all = 0, squares = 0;
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            const double weight = counts[i] * m_members[i].weight;
            all += weight;
            squares += weight * m_members[i].error * m_members[i].error;
        }
        values[0] = std::sqrt(squares / all);
    }

private:
    const std::vector<Member> &m_members;
};

// Prediction minus truth; for several classes 0 where they agree and 1 where not.
double errorOf(const Predictions &p, std::size_t row, double threshold)
{
    if (p.task == Task::Multiclass)
        return static_cast<double>(MulticlassRescorer::predictedClass(p, row)) == p.truth[row] ? 0 : 1;
    if (!p.predicted.empty())
        return p.predicted[row] - p.truth[row];
    const double score = p.scores(static_cast<Eigen::Index>(row), 0);
    return (p.task == Task::Regression ? score : (score >= threshold ? 1.0 : 0.0)) - p.truth[row];
}

void fillRegression(const std::vector<Member> &members, int draws, Segment &segment)
{
    const RootMeanSquareRescorer rescorer(members);
    segment.value = scoreOnce(rescorer, members.size()).front();
    const std::array<const Rescorer *, 1> one{&rescorer};
    const auto values = bootstrap(drawTogether(members.size()), one, draws, {});
    const auto interval = values ? percentileInterval({values->data(), values->data() + values->size()}) : std::nullopt;
    segment.low = interval ? interval->low : segment.value;
    segment.high = interval ? interval->high : segment.value;
}

void fillClassification(const std::vector<Member> &members, Segment &segment)
{
    double right = 0, all = 0, squares = 0;
    for (const Member &member : members) {
        right += member.error == 0 ? member.weight : 0;
        all += member.weight;
        squares += member.weight * member.weight;
    }
    segment.value = right / all;
    const Interval interval = wilsonInterval(segment.value, all * all / squares);
    segment.low = interval.low;
    segment.high = interval.high;
}

Segment segmentOf(const std::string &label, const std::vector<Member> &members, Task task, int draws)
{
    Segment segment{.label = label, .n = members.size()};
    double errors = 0, all = 0;
    for (const Member &member : members) {
        errors += member.weight * member.error;
        all += member.weight;
    }
    segment.meanError = task == Task::Multiclass ? 0 : errors / all;
    if (task == Task::Regression)
        fillRegression(members, draws, segment);
    else
        fillClassification(members, segment);
    return segment;
}

} // namespace

Result<std::vector<Segment>> errorBySegment(const Predictions &predictions, const std::string &attribute,
                                            double threshold, int bands)
{
    if (const auto checked = checkPredictions(predictions); !checked)
        return tl::unexpected(checked.error());
    const Column *column = predictions.attribute(attribute);
    if (!column) {
        std::vector<std::string> names;
        for (const Column &known : predictions.attributes)
            names.push_back(known.name());
        return at(failure(ErrorKind::NotFound, "unknown_column",
                          "The predictions have no column `{}` to divide them by; they have {}.",
                          {attribute, quotedList(names)}),
                  {}, 0, attribute);
    }
    const Column::Groups groups = banded(*column, 12, bands).groups();
    std::vector<std::vector<Member>> members(groups.labels.size() + 1); // missing last
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const double weight = predictions.weights.empty() ? 1 : predictions.weights[i];
        const std::int32_t code = groups.codes[i];
        if (weight > 0)
            members[code == Column::missingCode ? groups.labels.size() : static_cast<std::size_t>(code)].push_back(
                {.error = errorOf(predictions, i, threshold), .weight = weight});
    }
    const int draws = affordableResamples(predictions.size(), resamples);
    std::vector<Segment> segments;
    for (std::size_t g = 0; g < members.size(); ++g) {
        const std::string label = g < groups.labels.size() ? groups.labels[g] : "(missing)";
        if (!members[g].empty())
            segments.push_back(segmentOf(label, members[g], predictions.task, draws));
    }
    return segments;
}

} // namespace assay::engine
