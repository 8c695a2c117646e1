// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerrequest.h"

#include "app/commands/trainoptions.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace assay::app {

namespace {

Failure notTrainedHere(const tracking::RunDetails &run)
{
    return failure(ErrorKind::Refused, "not_trained_here",
                   "The run `{}` cannot be fitted again, because it was not made by training; choose runs that were.",
                   {run.run.name.toStdString()});
}

} // namespace

std::vector<std::string> shellWords(const QString &line)
{
    std::vector<std::string> words;
    QString word;
    bool quoted = false, begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\'') {
            quoted = !quoted;
            begun = true;
        } else if (c == u'\\' && !quoted && i + 1 < line.size()) {
            word += line[++i];
            begun = true;
        } else if (c == u' ' && !quoted) {
            if (begun)
                words.push_back(word.toStdString());
            word.clear();
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun)
        words.push_back(word.toStdString());
    return words;
}

Result<ui::TrainRequest> requestOf(const tracking::RunDetails &run)
{
    std::vector<std::string> words = shellWords(run.provenance.commandLine);
    if (words.size() < 3 || words[1] != "train")
        return notTrainedHere(run);
    words.erase(words.begin(), words.begin() + 2);
    std::ranges::reverse(words); // as CLI11 wants them
    CLI::App app;
    TrainTexts texts;
    std::uint64_t seed = 0;
    addTrainOptions(app, texts);
    app.add_option("--seed", seed);
    try {
        app.parse(words);
    } catch (const CLI::ParseError &) {
        return notTrainedHere(run);
    }
    auto request = trainRequest(texts);
    if (!request)
        return request;
    request->params = run.run.params;
    request->grid.clear();
    return request;
}

} // namespace assay::app
