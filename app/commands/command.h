// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace assay::app {

/// What every command takes beside its own options.
struct CommonOptions
{
    std::string store; ///< empty: the default store
    bool json = false;
    bool quiet = false;
    int threads = 0; ///< 0: all cores
    std::uint64_t seed = 42;
};

/// What a running command is given. The context carries threads, seed, progress and Ctrl-C.
struct Call
{
    CommonOptions common;
    Context context;
};

/// What a command hands back: one document for programs or one text for people, whichever was asked for.
struct Answer
{
    Json document;
    std::string text;
    int exitCode = 0; ///< another one when what was found is bad news, though the work was done
};

/// Makes only the half of the answer that will be printed.
template<class MakeDocument, class MakeText>
Answer answer(const Call &call, MakeDocument document, MakeText text)
{
    if (call.common.json)
        return {.document = document(), .text = {}};
    return {.document = {}, .text = text()};
}

using CommandBody = std::function<Result<Answer>(const Call &)>;

/// A row of the table of commands: `declare` adds the options to the parser and returns what runs once they are read.
struct CommandInfo
{
    const char *id;
    const char *summary;
    const char *example;
    CommandBody (*declare)(CLI::App &command);
};

/// In the order of the help text.
const std::vector<CommandInfo> &commands();

} // namespace assay::app
