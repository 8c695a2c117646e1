// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/curves.h"

#include "app/workbench/trainerfolds.h"
#include "app/workbench/trainerplan.h"
#include "engine/core/random.h"

#include <algorithm>
#include <cmath>

namespace assay::app {

namespace {

Failure badCurve(std::string_view sentence, std::vector<std::string> arguments = {})
{
    return failure(ErrorKind::Usage, "bad_curve", sentence, std::move(arguments));
}

Result<void> checkRequest(const ui::CurveRequest &request)
{
    if (!request.base.test && request.base.split.rule == engine::SplitRule::Nested)
        return badCurve("A curve is drawn over plain folds: use a split such as kfold:5 instead of a nested one.");
    if (!request.param.isEmpty())
        return request.values.empty()
                   ? badCurve("A curve over `{}` needs at least one value of it.", {request.param.toStdString()})
                   : Result<void>();
    if (request.shares.empty())
        return badCurve("A learning curve needs at least one share of the training rows.");
    for (const double share : request.shares) {
        if (!(share > 0 && share <= 1))
            return badCurve("{} is no share of the training rows; shares are above 0 and at most 1.",
                            {toText(ParamValue(share))});
    }
    return {};
}

/// Training rows of a fold, each class shuffled: any share of every class, from the front, is nested in a larger one.
std::vector<engine::Rows> classesOf(const engine::Rows &rows, const std::vector<std::int32_t> &strata,
                                    std::uint64_t seed, std::size_t fold)
{
    std::vector<engine::Rows> classes(1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto code = strata.empty() ? 0 : static_cast<std::size_t>(strata[i]);
        classes.resize(std::max(classes.size(), code + 1));
        classes[code].push_back(rows[i]);
    }
    Random random(seed, fold);
    for (engine::Rows &one : classes)
        random.shuffle(std::span(one));
    return classes;
}

engine::Rows shareOf(const std::vector<engine::Rows> &classes, double share)
{
    engine::Rows taken;
    for (const engine::Rows &one : classes) {
        const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(one.size())));
        const std::size_t count = one.empty() ? 0 : std::clamp<std::size_t>(wanted, 1, one.size());
        taken.insert(taken.end(), one.begin(), one.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::ranges::sort(taken);
    return taken;
}

struct Point
{
    double rows = 0, train = 0, validation = 0;
};

/// The points of a curve at all folds, [points][folds].
class Drawing
{
public:
    Drawing(const ui::CurveRequest &request, TrainPlan plan)
        : m_request(request)
        , m_plan(std::move(plan))
        , m_points(request.param.isEmpty() ? request.shares.size() : request.values.size())
        , m_metric(request.metric.isEmpty() ? engine::headline(m_plan.target.task).metric
                                            : request.metric.toStdString())
    {
    }

    Result<void> prepare()
    {
        for (std::size_t fold = 0; fold < m_plan.folds.size() && m_request.param.isEmpty(); ++fold) {
            const auto strata = m_plan.strata(m_plan.folds[fold].train);
            if (!strata)
                return Failure(strata.error());
            m_classes.push_back(classesOf(m_plan.folds[fold].train, *strata, m_plan.seed, fold));
        }
        for (const ParamValue &value : m_request.values) {
            Params params = m_plan.request->params;
            params[m_request.param.toStdString()] = value;
            auto resolved = resolveParams(m_plan.estimator->params, params);
            if (!resolved)
                return Failure(resolved.error());
            m_params.push_back(std::move(*resolved));
        }
        return {};
    }

    Result<void> draw(const Context &context)
    {
        const std::size_t folds = m_plan.folds.size();
        m_scores.assign(m_points * folds, {});
        const auto work = [&](std::size_t i, const Context &own) { return drawPoint(i / folds, i % folds, own); };
        return eachPiece(m_scores.size(), "curve", context, work);
    }

    ui::ModelCurve curve() const
    {
        ui::ModelCurve out;
        out.metric = QString::fromStdString(m_metric);
        out.param = m_request.param;
        out.largerIsBetter = engine::largerIsBetter(m_metric);
        for (std::size_t point = 0; point < m_points; ++point) {
            const auto rows = summary(point, &Point::rows);
            const auto train = summary(point, &Point::train), validation = summary(point, &Point::validation);
            out.train.push_back(train.first);
            out.trainSd.push_back(train.second);
            out.validation.push_back(validation.first);
            out.validationSd.push_back(validation.second);
            out.x.push_back(m_params.empty() ? std::round(rows.first) : place(point));
            out.at.push_back(m_params.empty() ? QString::number(std::llround(rows.first))
                                              : QString::fromStdString(toText(m_request.values[point])));
        }
        return out;
    }

private:
    Result<void> drawPoint(std::size_t point, std::size_t fold, const Context &context)
    {
        const engine::Fold &rows = m_plan.folds[fold];
        const engine::Rows train = m_params.empty() ? shareOf(m_classes[fold], m_request.shares[point]) : rows.train;
        // What single fits tell would be a jumble of many.
        const Context silent{
            .observer = nullptr, .stop = context.stop, .threads = context.threads, .seed = context.seed};
        const auto model = m_plan.fit(m_params.empty() ? m_plan.params : m_params[point], train, {}, silent);
        if (!model)
            return Failure(model.error());
        const auto seen = m_plan.score(**model, m_plan.table(), train, m_metric);
        if (!seen)
            return Failure(seen.error());
        const auto unseen = m_plan.score(**model, m_plan.testTable(), rows.test, m_metric);
        if (!unseen)
            return Failure(unseen.error());
        m_scores[point * m_plan.folds.size() + fold] = {
            .rows = static_cast<double>(train.size()), .train = *seen, .validation = *unseen};
        return {};
    }

    /// Mean and sd (n − 1; 0 of a single fold) over the folds.
    std::pair<double, double> summary(std::size_t point, double Point::*what) const
    {
        const std::size_t folds = m_plan.folds.size();
        const auto n = static_cast<double>(folds);
        double mean = 0, squares = 0;
        for (std::size_t fold = 0; fold < folds; ++fold)
            mean += m_scores[point * folds + fold].*what / n;
        for (std::size_t fold = 0; fold < folds; ++fold)
            squares += std::pow(m_scores[point * folds + fold].*what - mean, 2);
        return {mean, folds > 1 ? std::sqrt(squares / (n - 1)) : 0};
    }

    double place(std::size_t point) const
    {
        const ParamValue &value = m_request.values[point];
        if (const auto *whole = std::get_if<std::int64_t>(&value))
            return static_cast<double>(*whole);
        const auto *number = std::get_if<double>(&value);
        return number ? *number : static_cast<double>(point);
    }

    const ui::CurveRequest &m_request;
    TrainPlan m_plan;
    std::size_t m_points;
    std::string m_metric;
    std::vector<Params> m_params;                     // [points], empty for a learning curve
    std::vector<std::vector<engine::Rows>> m_classes; // [folds], of a learning curve
    std::vector<Point> m_scores;                      // [points · folds]
};

} // namespace

Result<ui::ModelCurve> modelCurve(const ui::CurveRequest &request, const Context &context)
{
    if (auto checked = checkRequest(request); !checked)
        return Failure(checked.error());
    auto plan = planOf(request.base, context.seed);
    if (!plan)
        return Failure(plan.error());
    Drawing drawing(request, std::move(*plan));
    return drawing.prepare().and_then([&] { return drawing.draw(context); }).map([&] { return drawing.curve(); });
}

} // namespace assay::app
