// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/options.h"
#include "app/commands/texttable.h"

#include <filesystem>

namespace assay::app {

namespace {

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

} // namespace

std::map<std::string, engine::Kind> differingKinds(const engine::Table &reference, const engine::Table &table)
{
    std::map<std::string, engine::Kind> kinds;
    for (std::size_t i = 0; i < table.columnCount(); ++i) {
        const engine::Column &column = table.column(i);
        const engine::Column *original = reference.find(column.name());
        if (original && original->storage() != column.storage())
            kinds[column.name()] = original->kind();
    }
    return kinds;
}

Result<engine::ReadResult> readData(const std::string &path, const engine::ReadOptions &options, const Context &context)
{
    auto read = engine::readTable(path, options, context);
    if (!read)
        return at(Failure(read.error()), path);
    return read;
}

Result<engine::ReadResult> readLike(const engine::Table &reference, const std::string &path,
                                    engine::ReadOptions options, const Context &context)
{
    auto read = readData(path, options, context);
    if (!read)
        return read;
    const auto kinds = differingKinds(reference, read->table);
    const std::size_t known = options.kinds.size();
    options.kinds.insert(kinds.begin(), kinds.end());
    return options.kinds.size() == known ? std::move(read) : readData(path, options, context);
}

std::string fileName(const std::string &path)
{
    return std::filesystem::path(path).filename().string();
}

std::vector<std::string> readWarnings(const engine::ReadResult &read)
{
    std::vector<std::string> lines;
    for (const engine::ReadWarning &warning : read.warnings)
        lines.push_back(warning.message);
    if (read.rejectedCount == 0 || read.rejected.empty())
        return lines;
    const engine::RejectedCell &first = read.rejected.front();
    lines.push_back(
        countText(read.rejectedCount, "cell") + " could not be read and count as missing, the first in line " +
        countText(static_cast<std::uint64_t>(first.line)) + ", `" + first.column + "`: " + quoted(first.text) + '.');
    return lines;
}

} // namespace assay::app
