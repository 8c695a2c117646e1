// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/curvesjson.h"

namespace assay::engine {

namespace {

Json metricsJson(const std::vector<Metric> &metrics)
{
    Json json = Json::object();
    for (const Metric &metric : metrics)
        json[metric.name] = jsonNumber(metric.value);
    return json;
}

Json confusionJson(const Confusion &c)
{
    return {{"tn", jsonNumber(c.tn)}, {"fp", jsonNumber(c.fp)}, {"fn", jsonNumber(c.fn)}, {"tp", jsonNumber(c.tp)}};
}

Json perClassJson(const std::vector<ClassMetrics> &classes)
{
    Json json = Json::object();
    for (const ClassMetrics &entry : classes) {
        Json &own = json[entry.label];
        own = {{"support", jsonNumber(entry.support)},
               {"precision", jsonNumber(entry.precision)},
               {"recall", jsonNumber(entry.recall)},
               {"f1", jsonNumber(entry.f1)},
               {"roc_auc", jsonNumber(entry.rocAuc)}};
        if (!entry.intervals.empty())
            own["intervals"] = intervalsJson(entry.intervals);
        if (entry.pr.recall.empty() && entry.roc.fpr.empty())
            continue;
        own["average_precision"] = jsonNumber(entry.averagePrecision);
        own["curves"] = {
            {"roc", rocJson(entry.roc)}, {"pr", prJson(entry.pr)}, {"calibration", calibrationJson(entry.calibration)}};
    }
    return json;
}

} // namespace

Json toJson(const Evaluation &evaluation)
{
    Json json{{"task", name(evaluation.task)}, {"n", evaluation.n}};
    if (evaluation.task == Task::Binary) {
        json["positive"] = evaluation.positive;
        json["threshold"] = jsonNumber(evaluation.threshold);
    }
    json["metrics"] = metricsJson(evaluation.metrics);
    if (!evaluation.further.empty())
        json["further"] = metricsJson(evaluation.further);
    if (evaluation.task == Task::Binary) {
        json["confusion"] = confusionJson(evaluation.confusion);
        json["curves"] = curvesJson(evaluation);
    }
    if (evaluation.task == Task::Multiclass) {
        json["labels"] = evaluation.labels;
        json["confusion_matrix"] = Json::array();
        for (const std::vector<double> &row : evaluation.confusionMatrix)
            json["confusion_matrix"].push_back(jsonNumbers(row));
        json["per_class"] = perClassJson(evaluation.perClass);
    }
    json["intervals"] = intervalsJson(evaluation.intervals);
    json["warnings"] = evaluation.warnings;
    return json;
}

} // namespace assay::engine
