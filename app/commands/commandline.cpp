// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandline.h"

#include "app/commands/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <span>

namespace assay::app {

namespace {

constexpr const char *description =
    "Assay, a laboratory for comparing models. Without a command it opens the window, with FILES dropped in.";

std::string footer(const std::string &example)
{
    return "Example:\n  " + example;
}

/// The command that was meant, with those it is below: "assay models registry promote".
std::pair<const CLI::App *, std::string> deepest(const CLI::App &app)
{
    std::pair<const CLI::App *, std::string> found{&app, "assay"};
    for (auto chosen = app.get_subcommands(); !chosen.empty(); chosen = chosen.front()->get_subcommands())
        found = {chosen.front(), found.second + ' ' + chosen.front()->get_name()};
    return found;
}

/// CLI11's messages as one sentence with a way out.
Failure badCommandLine(const CLI::App &app, const CLI::ParseError &error)
{
    std::string message = error.what();
    std::ranges::replace(message, '\n', ' ');
    while (!message.empty() && (message.back() == ' ' || message.back() == '.'))
        message.pop_back();
    const auto [command, name] = deepest(app);
    std::vector<std::string> below;
    for (const CLI::App *one : command->get_subcommands([](const CLI::App *) { return true; }))
        below.push_back(one->get_name());
    if (dynamic_cast<const CLI::RequiredError *>(&error) && !below.empty())
        message = "`" + name + "` takes one of " + quotedList(below, 40) + " first";
    return failure(ErrorKind::Usage, "bad_command_line", "{}; `{} --help` tells what it takes.", {message, name});
}

Failure unknownCommand(const std::string &word)
{
    std::vector<std::string> names;
    for (const CommandInfo &info : commands())
        names.emplace_back(info.id);
    return failure(ErrorKind::Usage, "unknown_command", "There is no command and no file `{}`; the commands are {}.",
                   {word, quotedList(names, 40)});
}

/// A word that is no file and does not look like one is a misspelt command.
Result<void> checkFiles(const std::vector<std::string> &files)
{
    for (const std::string &file : files) {
        std::error_code error;
        if (std::filesystem::exists(file, error))
            continue;
        if (file.find_first_of("./") == std::string::npos)
            return unknownCommand(file);
        return at(failure(ErrorKind::BadInput, "unreadable_file", "There is no file `{}`; check the spelling.", {file}),
                  file);
    }
    return {};
}

} // namespace

Result<Request> parseCommandLine(int argc, const char *const *argv)
{
    Request request;
    CLI::App app(description, "assay");
    app.set_version_flag("--version", "assay " ASSAY_VERSION);
    app.add_option("FILES", request.files, "Data sets, stores or prediction files to open in the window");
    app.require_subcommand(0, 1);
    app.footer("`assay COMMAND --help` tells more about a command.");
    addCommonOptions(app, request.common);
    for (const CommandInfo &info : commands()) {
        CLI::App *command = app.add_subcommand(info.id, info.summary);
        command->footer(footer(info.example));
        addCommonOptions(*command, request.common);
        command->parse_complete_callback([&request, &info, body = info.declare(*command)] {
            request.command = &info;
            request.body = body;
        });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp &) {
        request.print = deepest(app).first->help();
        return request;
    } catch (const CLI::Success &success) {
        request.print = std::string(success.what()) + '\n';
        return request;
    } catch (const CLI::ParseError &error) {
        return badCommandLine(app, error);
    }
    if (!request.command) {
        if (const auto known = checkFiles(request.files); !known)
            return Failure(known.error());
    }
    return request;
}

bool asksForJson(int argc, const char *const *argv)
{
    const std::span<const char *const> arguments(argv, static_cast<std::size_t>(argc));
    return std::ranges::any_of(arguments, [](const char *argument) { return std::string_view(argument) == "--json"; });
}

} // namespace assay::app
