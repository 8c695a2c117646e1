// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/modelsregistry.h"
#include "app/commands/options.h"
#include "app/commands/texttable.h"
#include "engine/estimators/estimator.h"
#include "engine/preprocess/steps.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

std::vector<std::string> taskNames(const engine::EstimatorInfo &model)
{
    std::vector<std::string> names;
    for (const engine::Task task : model.tasks)
        names.emplace_back(engine::name(task));
    return names;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

Json modelDocument(const engine::EstimatorInfo &model)
{
    Json params = Json::array();
    for (const ParamSpec &spec : model.params)
        params.push_back(toJson(spec));
    Json preprocess = Json::array();
    for (const ParamSpec &spec : engine::preprocessParams())
        preprocess.push_back(toJson(spec));
    return {{"name", model.id},
            {"label", model.label},
            {"tasks", taskNames(model)},
            {"params", params},
            {"preprocess", preprocess}};
}

std::string rangeText(const ParamSpec &spec)
{
    if (spec.type == ParamType::Choice)
        return joined(spec.choices);
    if (spec.type == ParamType::Boolean)
        return "true, false";
    std::string text;
    if (spec.minimum)
        text = (spec.minimumExcluded ? "> " : ">= ") + numberText(*spec.minimum);
    if (spec.maximum)
        text += (text.empty() ? "<= " : ", <= ") + numberText(*spec.maximum);
    return text;
}

std::string paramsText(const std::vector<ParamSpec> &specs)
{
    std::string text;
    for (const ParamSpec &spec : specs) {
        text += "\n  " + spec.name + "  [" + name(spec.type) + ", default " + toText(spec.defaultValue);
        text += rangeText(spec).empty() ? "]\n" : ", " + rangeText(spec) + "]\n";
        text += spec.help.empty() ? "" : "      " + spec.help + '\n';
    }
    return text;
}

std::string modelText(const engine::EstimatorInfo &model)
{
    return model.id + ": " + model.label + " (" + joined(taskNames(model)) + ")\n" + paramsText(model.params) +
           "\nPreprocessing, with --prep NAME=VALUE:\n" + paramsText(engine::preprocessParams());
}

std::string listText()
{
    TextTable table({"model", "what it is", "tasks", "parameters"});
    for (const engine::EstimatorInfo &model : engine::estimators())
        table.add({model.id, model.label, joined(taskNames(model)), countText(model.params.size())});
    return table.text() + "\nassay models MODEL tells its parameters and the steps of preprocessing.\n";
}

Result<Answer> run(const std::string &id, const Call &call)
{
    if (id.empty()) {
        return answer(
            call,
            [] {
                Json list = Json::array();
                for (const engine::EstimatorInfo &model : engine::estimators())
                    list.push_back(modelDocument(model));
                return list;
            },
            [] { return listText(); });
    }
    const auto model = engine::findEstimator(id);
    if (!model)
        return Failure(asUsage(model.error()));
    return answer(
        call, [&] { return modelDocument(**model); }, [&] { return modelText(**model); });
}

CommandBody declare(CLI::App &command)
{
    auto id = std::make_shared<std::string>();
    auto registry = std::make_shared<CommandBody>();
    command.add_option("MODEL", *id, "Tell the parameters of this one");
    declareRegistry(command, *registry);
    auto asked = std::make_shared<std::string>();
    for (CLI::App *one : command.get_subcommand("registry")->get_subcommands([](const CLI::App *) { return true; }))
        one->final_callback([asked, name = one->get_name()] { *asked = name; });
    return [id, registry, asked](const Call &call) -> Result<Answer> {
        if (!*registry)
            return run(*id, call);
        if (!id->empty())
            return failure(ErrorKind::Usage, "bad_command_line",
                           "The argument `{}` is one too many; `assay models registry {} --help` tells what it takes.",
                           {*id, *asked});
        return (*registry)(call);
    };
}

} // namespace

CommandInfo modelsInfo()
{
    return {.id = "models",
            .summary =
                "List the models there are, and their parameters; `models registry` keeps versions of trained ones",
            .example = "assay models xgboost",
            .declare = declare};
}

} // namespace assay::app
