// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/error.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assay::engine {

/// The bytes of a file: mapped, or unpacked from gzip. What data() shows lives as long as any copy of the object.
class FileBytes
{
public:
    /// Errors: `unreadable_file`, `is_directory`, `empty_file`.
    static Result<FileBytes> open(const std::string &path, const Context &context = {});

    std::string_view data() const { return m_data; }
    bool compressed() const { return m_compressed; }

private:
    std::shared_ptr<const void> m_owner;
    std::string_view m_data;
    bool m_compressed = false;
};

/// The text of a file as UTF-8 without a byte order mark.
struct SourceText
{
    std::string_view text;
    std::string encoding; ///< what it was written in: "utf-8", "utf-16", "latin-1"
    bool isFile = false;  ///< the bytes of the file are this very text
    std::shared_ptr<const void> owner = {};
};

/// @p encoding overrides what the bytes say. Errors: `binary_file`, `bad_encoding`.
Result<SourceText> decodeText(const FileBytes &bytes, const std::string &path,
                              const std::optional<std::string> &encoding);

} // namespace assay::engine
