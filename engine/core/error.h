// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace assay {

/// What a failure means to the caller; each kind has one exit code of the command line.
enum class ErrorKind { Usage, BadInput, NotFound, Refused, Cancelled, Internal };

/// An expected failure. `code` is a stable word such as "unknown_column" by which windows and scripts recognise it;
/// `message` is one English sentence that says what is wrong, where, and what would be accepted. `arguments` are the
/// variable parts of the sentence, in order, so that it can be said in another language.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    std::string code;
    std::string message;
    std::string file;
    std::int64_t line = 0; ///< 1-based, 0 where there is none
    std::string column;
    std::vector<std::string> arguments;

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return failure(ErrorKind::NotFound, "unknown_run", "There is no run {}.", {id});` Each `{}` takes the next
/// argument.
Failure failure(ErrorKind kind, std::string code, std::string_view sentence, std::vector<std::string> arguments = {});

/// The same failure with a place added; a place already known is kept.
Failure at(Failure failure, std::string file, std::int64_t line = 0, std::string column = {});

/// "`a`, `b` and `c`" of at most @p limit names, then how many more: for messages that list what would be accepted.
std::string quotedList(const std::vector<std::string> &names, std::size_t limit = 12);

/// Exit code of the command line for a kind: 2 usage, 3 bad input, 4 not found, 5 refused or cancelled, 1 else.
int exitCode(ErrorKind kind);

} // namespace assay
