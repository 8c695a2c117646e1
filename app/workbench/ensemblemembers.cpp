// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/ensembling.h"
#include "app/workbench/runfacts.h"
#include "app/workbench/trainerfolds.h"
#include "app/workbench/trainerplan.h"
#include "app/workbench/trainerrequest.h"
#include "tracking/provenance.h"

#include <algorithm>

namespace assay::app {

namespace {

std::string nameOf(const EnsembleMember &member)
{
    return member.details.run.name.toStdString();
}

QString digestOf(const EnsembleMember &member, const QString &role)
{
    const auto *input = inputOfRole(member.details, role);
    return input ? input->digest : QString();
}

Failure different(const EnsembleMember &a, const EnsembleMember &b, const char *what)
{
    return failure(ErrorKind::BadInput, "different_data",
                   "The runs `{}` and `{}` {}; members of an ensemble must share data, split and seed.",
                   {nameOf(a), nameOf(b), what});
}

Result<void> checkPair(const EnsembleMember &a, const EnsembleMember &b)
{
    const engine::Target &first = a.model->target(), &second = b.model->target();
    if (first.task != second.task || first.column != second.column || first.labels != second.labels)
        return failure(
            ErrorKind::BadInput, "different_tasks",
            "The runs `{}` and `{}` learnt different tasks (`{}`, {} and `{}`, {}); members of an ensemble "
            "must share target, classes and positive label.",
            {nameOf(a), nameOf(b), first.column, engine::name(first.task), second.column, engine::name(second.task)});
    if (digestOf(a, QStringLiteral("train")) != digestOf(b, QStringLiteral("train")))
        return different(a, b, "learnt from different data");
    if (digestOf(a, QStringLiteral("test")) != digestOf(b, QStringLiteral("test")))
        return different(a, b, "were tested on different data");
    if (a.details.provenance.seed != b.details.provenance.seed)
        return different(a, b, "were split with different seeds");
    const QString split = QStringLiteral("split"), fold = QStringLiteral("fold");
    if (tagOf(a.details.run, split) != tagOf(b.details.run, split) ||
        tagOf(a.details.run, fold) != tagOf(b.details.run, fold) || a.predictions.rowIds != b.predictions.rowIds)
        return different(a, b, "were tested on different rows");
    return {};
}

/// The rows a member learnt from: those of its fold.
Result<engine::Rows> trainingRows(const TrainPlan &plan, const EnsembleMember &member)
{
    const QString tag = tagOf(member.details.run, QStringLiteral("fold"));
    const std::size_t fold = tag.isEmpty() ? 0 : tag.toUInt() - 1;
    if (fold >= plan.folds.size())
        return failure(ErrorKind::Refused, "not_trained_here", "The run `{}` has no fold {} of its split.",
                       {nameOf(member), tag.toStdString()});
    return plan.folds[fold].train;
}

/// The members' own requests and plans, which point to them.
struct Plans
{
    std::vector<ui::TrainRequest> requests;
    std::vector<TrainPlan> plans;
};

Result<void> makePlans(const std::vector<EnsembleMember> &members, const ui::DatasetPtr &data,
                       const ui::DatasetPtr &test, Plans &made)
{
    for (const EnsembleMember &member : members) {
        auto request = requestOf(member.details);
        if (!request)
            return Failure(request.error());
        request->data = data;
        request->test = test;
        if (request->split.rule == engine::SplitRule::Nested)
            request->split = {.rule = engine::SplitRule::KFold, .folds = request->split.folds, .column = {}};
        made.requests.push_back(std::move(*request));
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto plan = planOf(made.requests[i], members[i].details.provenance.seed);
        if (!plan)
            return Failure(plan.error());
        plan->params = members[i].model->params();
        made.plans.push_back(std::move(*plan));
    }
    return {};
}

/// Where each row of @p all stands; both ascending, @p some a part of it.
std::vector<Eigen::Index> placesOf(const engine::Rows &some, const engine::Rows &all)
{
    std::vector<Eigen::Index> places;
    for (const engine::Row row : some)
        places.push_back(std::ranges::lower_bound(all, row) - all.begin());
    return places;
}

} // namespace

Result<void> checkMembers(const std::vector<EnsembleMember> &members)
{
    if (members.size() < 2)
        return failure(ErrorKind::Usage, "too_few_members", "An ensemble needs at least two runs; there are {}.",
                       {std::to_string(members.size())});
    for (std::size_t i = 1; i < members.size(); ++i) {
        if (auto checked = checkPair(members[0], members[i]); !checked)
            return checked;
    }
    return {};
}

Result<HeldOut> predictHeldOut(const std::vector<EnsembleMember> &members, const ui::DatasetPtr &data,
                               const ui::DatasetPtr &test, const Context &context)
{
    Plans made;
    if (auto planned = makePlans(members, data, test, made); !planned)
        return Failure(planned.error());
    const TrainPlan &first = made.plans[0];
    const auto rows = trainingRows(first, members[0]);
    if (!rows)
        return Failure(rows.error());
    const auto strata = first.strata(*rows);
    if (!strata)
        return Failure(strata.error());
    const auto folds = engine::split(first.table(), *rows, *strata,
                                     {.rule = engine::SplitRule::KFold, .folds = 5, .column = {}}, first.seed);
    if (!folds)
        return Failure(folds.error());
    const Eigen::Index outputs =
        first.target.task == engine::Task::Multiclass ? static_cast<Eigen::Index>(first.target.labels.size()) : 1;
    const auto count = static_cast<Eigen::Index>(rows->size());
    HeldOut held{.scores = engine::Matrix(count, outputs * static_cast<Eigen::Index>(members.size())),
                 .truth = engine::Vector(count),
                 .weights = first.request->task.weight.empty() ? engine::Vector() : engine::Vector(count)};
    const auto work = [&](std::size_t i, const Context &own) -> Result<void> {
        const std::size_t member = i / folds->size();
        const engine::Fold &fold = folds->at(i % folds->size());
        const Context silent{.observer = nullptr, .stop = own.stop, .threads = own.threads, .seed = first.seed};
        const TrainPlan &plan = made.plans[member];
        const auto model = plan.fit(plan.params, fold.train, {}, silent);
        if (!model)
            return Failure(model.error());
        const auto said = (*model)->predictions(plan.table(), fold.test, {}, first.request->task.weight);
        if (!said)
            return Failure(said.error());
        // Each member and fold has cells of its own.
        const std::vector<Eigen::Index> places = placesOf(fold.test, *rows);
        for (std::size_t k = 0; k < places.size(); ++k) {
            const auto from = static_cast<Eigen::Index>(k);
            held.scores.row(places[k]).segment(static_cast<Eigen::Index>(member) * outputs, outputs) =
                said->scores.row(from);
            if (member > 0)
                continue;
            held.truth[places[k]] = said->truth[k];
            if (held.weights.size() > 0)
                held.weights[places[k]] = said->weights[k];
        }
        return {};
    };
    if (auto done = eachPiece(members.size() * folds->size(), "member", context, work); !done)
        return Failure(done.error());
    return held;
}

tracking::NewRun ensembleRun(const ui::EnsembleRequest &request, const std::vector<EnsembleMember> &members,
                             const engine::Model &model, const Context &context)
{
    const tracking::RunDetails &first = members[0].details;
    tracking::NewRun run;
    run.experiment = request.experiment;
    run.name = request.name;
    run.model = QString::fromStdString(model.estimatorId());
    run.task = first.run.task;
    run.params = model.params();
    run.inputs = first.inputs;
    // What makes it comparable with its members.
    for (const char *key : {"target", "split", "positive", "protected", "threshold", "fold"}) {
        const QString tag = tagOf(first.run, QString::fromLatin1(key));
        if (!tag.isEmpty())
            run.tags[QString::fromLatin1(key)] = tag;
    }
    QStringList names, words{QStringLiteral("assay"), QStringLiteral("ensemble")};
    for (std::size_t i = 0; i < members.size(); ++i) {
        const tracking::Run &member = members[i].details.run;
        names << member.name;
        words << member.id.value;
        run.tags[QStringLiteral("member.%1").arg(i + 1)] = member.id.value;
    }
    run.tags[QStringLiteral("members")] = names.join(QStringLiteral(", "));
    if (request.stacked)
        words << QStringLiteral("--stack");
    QStringList weights;
    for (const double weight : request.weights)
        weights << QString::fromStdString(toText(ParamValue(weight)));
    if (!weights.isEmpty()) {
        words << QStringLiteral("--weights") << weights.join(QLatin1Char(','));
        run.tags[QStringLiteral("weights")] = weights.join(QLatin1Char(','));
    }
    run.provenance = provenanceOf(tracking::shellLine(words), first.provenance.seed, context.threadCount());
    return run;
}

} // namespace assay::app
