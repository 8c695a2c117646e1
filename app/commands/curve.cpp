// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "app/commands/traindata.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

namespace assay::app {

namespace {

struct CurveCommandOptions
{
    TrainTexts train;
    std::vector<double> shares;
    std::string values, metric;
};

/// Among the `--param` texts the one without a value is what the curve goes over.
Result<std::string> takeOverParam(TrainTexts &train)
{
    std::string over;
    int found = 0;
    std::erase_if(train.params, [&](const std::string &text) {
        const bool bare = text.find('=') == std::string::npos;
        if (bare) {
            over = text;
            ++found;
        }
        return bare;
    });
    if (found != 1)
        return badOption("The option --values needs one --param NAME that says what they are values of.");
    return over;
}

Result<ui::CurveRequest> curveRequest(CurveCommandOptions options)
{
    std::string over;
    if (!options.values.empty()) {
        if (!options.shares.empty())
            return badOption("A curve is over --shares of the rows or over --values of a parameter, not both.");
        auto taken = takeOverParam(options.train);
        if (!taken)
            return Failure(taken.error());
        over = std::move(*taken);
    }
    auto base = trainRequest(options.train);
    if (!base)
        return Failure(base.error());
    ui::CurveRequest request;
    request.base = std::move(*base);
    request.metric = QString::fromStdString(options.metric);
    if (over.empty()) {
        request.shares = options.shares.empty() ? std::vector<double>{0.1, 0.2, 0.4, 0.6, 0.8, 1} : options.shares;
        return request;
    }
    const auto spec = paramOf(options.train.model, over);
    if (!spec)
        return Failure(spec.error());
    auto values = valuesOf(*spec, options.values);
    if (!values)
        return Failure(values.error());
    request.param = QString::fromStdString(over);
    request.values = std::move(*values);
    return request;
}

Json document(const ui::ModelCurve &curve)
{
    Json at = Json::array();
    for (const QString &text : curve.at)
        at.push_back(text.toStdString());
    return {{"metric", curve.metric.toStdString()},
            {"param", curve.param.isEmpty() ? Json() : Json(curve.param.toStdString())},
            {"at", at},
            {"x", jsonNumbers(curve.x)},
            {"train", jsonNumbers(curve.train)},
            {"train_std", jsonNumbers(curve.trainSd)},
            {"validation", jsonNumbers(curve.validation)},
            {"validation_std", jsonNumbers(curve.validationSd)},
            {"larger_is_better", curve.largerIsBetter}};
}

std::string text(const ui::ModelCurve &curve)
{
    const std::string metric = curve.metric.toStdString();
    TextTable table({curve.param.isEmpty() ? "training rows" : curve.param.toStdString(), metric + " (training)", "sd",
                     metric + " (held out)", "sd "});
    for (std::size_t i = 0; i < curve.at.size(); ++i)
        table.add({curve.at[i].toStdString(), fixedText(curve.train[i]), fixedText(curve.trainSd[i]),
                   fixedText(curve.validation[i]), fixedText(curve.validationSd[i])});
    return table.text();
}

Result<Answer> run(const CurveCommandOptions &options, const Call &call)
{
    auto request = curveRequest(options);
    if (!request)
        return Failure(request.error());
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    if (const auto imported = importData(options.train, **workbench, call.context, request->base); !imported)
        return Failure(imported.error());
    const auto curve = (*workbench)->curve(*request, call.context);
    if (!curve)
        return Failure(curve.error());
    return answer(
        call, [&] { return document(*curve); }, [&] { return text(*curve); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<CurveCommandOptions>();
    options->train.split = "kfold:5";
    addTrainOptions(command, options->train);
    command
        .add_option("--shares", options->shares,
                    "Shares of the training rows to learn from (default: 0.1,0.2,0.4,0.6,0.8,1)")
        ->type_name("X,X,…")
        ->delimiter(',');
    command.add_option("--values", options->values, "Draw the curve over these values of --param NAME instead")
        ->type_name("V,V,…");
    command.add_option("--metric", options->metric, "What is drawn (default: the headline metric of the task)")
        ->type_name("METRIC");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo curveInfo()
{
    return {.id = "curve",
            .summary = "Draw how a model's score changes with the number of rows or with a parameter",
            .example = "assay curve people.csv --target income --model logistic --param C --values 0.01,0.1,1,10",
            .declare = declare};
}

} // namespace assay::app
