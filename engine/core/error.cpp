// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/error.h"

#include <algorithm>

namespace assay {

Failure failure(ErrorKind kind, std::string code, std::string_view sentence, std::vector<std::string> arguments)
{
    std::string message;
    std::size_t next = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool placeholder = sentence.substr(i, 2) == "{}" && next < arguments.size();
        if (placeholder) {
            message += arguments[next++];
            ++i;
        } else {
            message += sentence[i];
        }
    }
    return Failure(Error{.kind = kind,
                         .code = std::move(code),
                         .message = std::move(message),
                         .file = {},
                         .line = 0,
                         .column = {},
                         .arguments = std::move(arguments)});
}

Failure at(Failure failure, std::string file, std::int64_t line, std::string column)
{
    Error &error = failure.value();
    if (error.file.empty())
        error.file = std::move(file);
    if (error.line == 0)
        error.line = line;
    if (error.column.empty())
        error.column = std::move(column);
    return failure;
}

std::string quotedList(const std::vector<std::string> &names, std::size_t limit)
{
    std::string text;
    const std::size_t shown = std::min(names.size(), limit);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0)
            text += i + 1 == names.size() ? " and " : ", ";
        text += '`' + names[i] + '`';
    }
    if (shown < names.size())
        text += " and " + std::to_string(names.size() - shown) + " more";
    return text;
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::BadInput:
        return 3;
    case ErrorKind::NotFound:
        return 4;
    case ErrorKind::Refused:
    case ErrorKind::Cancelled:
        return 5;
    case ErrorKind::Internal:
        break;
    }
    return 1;
}

} // namespace assay
