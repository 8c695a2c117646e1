// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QByteArray>
#include <string>

namespace assay::app {

/// "people.csv, line 7, column `age`: Sentence.", leaving out what the sentence already says.
std::string errorText(const Error &error);
/// `{"error":{"code","message","file","line","column"}}`; what is unknown is null.
Json errorDocument(const Error &error);

/// Prints the answer on standard output. Errors: `output_failed` when it could not be written.
Result<void> printAnswer(const Answer &answer, bool json);
/// Prints the sentence on standard error, with @p json also the document on standard output; returns the exit code.
int printError(const Error &error, bool json);

/// Writes @p bytes to @p path whole or not at all. Errors: `cannot_write`.
Result<void> writeFile(const std::string &path, const QByteArray &bytes);

} // namespace assay::app
