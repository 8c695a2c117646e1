// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/ensemble.h"
#include "engine/estimators/savedmatrix.h"

namespace assay::engine {

namespace {

constexpr int formatVersion = 1;

Result<Target> targetFromJson(const Json &json)
{
    const std::string text = json.at("task").get<std::string>();
    const auto task = taskFromName(text);
    if (!task)
        return failure(ErrorKind::BadInput, "bad_model", "The saved model has the unknown task `{}`.", {text});
    return Target{.column = json.at("column").get<std::string>(),
                  .task = *task,
                  .labels = json.at("labels").get<std::vector<std::string>>()};
}

Result<std::shared_ptr<const Model>> readEnsemble(const Json &json)
{
    auto params = resolveParams(ensembleInfo().params, paramsFromJson(json.at("params")));
    if (!params)
        return Failure(params.error());
    auto target = targetFromJson(json.at("target"));
    if (!target)
        return Failure(target.error());
    Members members;
    for (const Json &one : json.at("members")) {
        auto member = Model::fromJson(one);
        if (!member)
            return member;
        members.push_back(std::move(*member));
    }
    std::unique_ptr<Estimator> combiner = ensembleInfo().make(*params, target->task);
    if (auto loaded = combiner->load(json.at("fitted")); !loaded)
        return Failure(loaded.error());
    return std::make_shared<const Model>(ensembleInfo().id, std::move(*params), std::move(*target), std::move(members),
                                         std::move(combiner));
}

Result<std::shared_ptr<const Model>> read(const Json &json)
{
    if (json.value("format", "") != "assay-model" || json.value("version", 0) != formatVersion)
        return failure(ErrorKind::BadInput, "bad_model", "This is no model that this version of Assay has saved.");
    if (json.contains("members"))
        return readEnsemble(json);
    const auto info = findEstimator(json.at("estimator").get<std::string>());
    if (!info)
        return Failure(info.error());
    auto params = resolveParams((*info)->params, paramsFromJson(json.at("params")));
    if (!params)
        return Failure(params.error());
    auto target = targetFromJson(json.at("target"));
    if (!target)
        return Failure(target.error());
    auto preprocessor = Preprocessor::fromJson(json.at("preprocessing"));
    if (!preprocessor)
        return Failure(preprocessor.error());
    std::unique_ptr<Estimator> estimator = (*info)->make(*params, target->task);
    if (auto loaded = estimator->load(json.at("fitted")); !loaded)
        return Failure(loaded.error());
    const auto model = std::make_shared<const Model>((*info)->id, std::move(*params), std::move(*target),
                                                     std::move(*preprocessor), std::move(estimator));
    if (!json.contains("calibration"))
        return model;
    return Calibrator::fromJson(json.at("calibration")).map([&](const Calibrator &c) { return model->calibrated(c); });
}

} // namespace

Json Model::toJson() const
{
    if (!m_members.empty()) {
        Json members = Json::array();
        for (const auto &member : m_members)
            members.push_back(member->toJson());
        return {{"format", "assay-model"},
                {"version", formatVersion},
                {"estimator", m_estimatorId},
                {"params", assay::toJson(m_params)},
                {"target", {{"column", m_target.column}, {"task", name(m_target.task)}, {"labels", m_target.labels}}},
                {"members", std::move(members)},
                {"fitted", m_estimator->save()}};
    }
    Json json{{"format", "assay-model"},
              {"version", formatVersion},
              {"estimator", m_estimatorId},
              {"params", assay::toJson(m_params)},
              {"target", {{"column", m_target.column}, {"task", name(m_target.task)}, {"labels", m_target.labels}}},
              {"preprocessing", m_preprocessor.toJson()},
              {"fitted", m_estimator->save()}};
    if (m_calibrator)
        json["calibration"] = m_calibrator->toJson();
    return json;
}

Result<std::shared_ptr<const Model>> Model::fromJson(const Json &json)
{
    try {
        return read(json);
    } catch (const Json::exception &error) {
        return badModel("model", error);
    }
}

} // namespace assay::engine
