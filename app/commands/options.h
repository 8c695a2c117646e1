// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "engine/data/reader.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace assay::app {

void addCommonOptions(CLI::App &app, CommonOptions &options);

/// The options that say how to read a file, as text until the command runs.
struct ReadTexts
{
    std::string delimiter, decimal, encoding;
    bool noHeader = false;
    bool dayFirst = false;
    bool monthFirst = false;
    std::vector<std::string> missingTexts;
    std::vector<std::string> types; ///< "column=kind"
};
void addReadOptions(CLI::App &app, ReadTexts &options);
/// Errors (usage): `bad_option` says what the option takes.
Result<engine::ReadOptions> readOptions(const ReadTexts &texts);

/// An option that may be given several times, one value each time.
void addRepeatable(CLI::App &app, const std::string &name, std::vector<std::string> &values, const std::string &help);

enum class Separator { First, Last };
/// "name=value" texts as pairs. Column names may hold an equals sign, kinds do not: then the last one separates.
/// Errors (usage): `bad_option` names @p option and @p form.
Result<std::map<std::string, std::string>> assignments(const std::vector<std::string> &texts, const std::string &option,
                                                       const std::string &form, Separator separator = Separator::First);

/// A usage error about an option.
Failure badOption(std::string_view sentence, std::vector<std::string> arguments = {});
/// What went wrong with a value given on the command line is a mistake of the command line, whatever the library calls
/// it.
Error asUsage(Error error);

/// A refusal that ends "…, or say that it may be replaced." with the option that says so.
Error saidBy(Error error, std::string_view option);

/// Reads @p path; errors carry the file.
Result<engine::ReadResult> readData(const std::string &path, const engine::ReadOptions &options,
                                    const Context &context);
/// Reads @p path with the kinds of @p reference where the file alone would suggest others, so that two batches of the
/// same data are comparable; kinds in @p options win.
Result<engine::ReadResult> readLike(const engine::Table &reference, const std::string &path,
                                    engine::ReadOptions options, const Context &context);

/// Kinds of @p reference for the columns of @p table that are stored otherwise.
std::map<std::string, engine::Kind> differingKinds(const engine::Table &reference, const engine::Table &table);

/// File name without folders, for headings.
std::string fileName(const std::string &path);
/// "3 cells could not be read and count as missing, such as line 7, `age`: \"x\"."; empty when all could.
std::vector<std::string> readWarnings(const engine::ReadResult &read);

} // namespace assay::app
