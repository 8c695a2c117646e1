// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/columnvalues.h"

#include "app/commands/labels.h"

namespace assay::app {

using engine::Column;
using engine::Row;
using engine::Table;

Failure badColumn(std::string code, const std::string &column, std::string_view sentence,
                  std::vector<std::string> arguments)
{
    return at(failure(ErrorKind::BadInput, std::move(code), sentence, std::move(arguments)), {}, 0, column);
}

/// A column without missing cells.
Result<const Column *> completeColumn(const Table &table, const std::string &name)
{
    const auto column = table.require(name);
    if (!column || (*column)->missingCount() == 0)
        return column;
    Row row = 0;
    while (!(*column)->isMissing(row))
        ++row;
    return badColumn(
        "missing_value", name, "Data row {} has no value in `{}`; every row needs one ({} of {} are missing).",
        {std::to_string(row + 1), name, std::to_string((*column)->missingCount()), std::to_string(table.rows())});
}

Result<std::vector<double>> numbersOf(const Table &table, const std::string &name)
{
    const auto column = completeColumn(table, name);
    if (!column)
        return Failure(column.error());
    if (!(*column)->isNumeric())
        return badColumn("not_a_number", name, "The column `{}` holds {} values such as `{}`; numbers are needed.",
                         {name, engine::name((*column)->kind()), (*column)->text(0)});
    return std::vector<double>((*column)->numbers().begin(), (*column)->numbers().end());
}

Result<Column::Groups> labelsOf(const Table &table, const std::string &name)
{
    const auto column = completeColumn(table, name);
    if (!column)
        return Failure(column.error());
    return (*column)->groups();
}

/// Each row's index into @p labels.
Result<std::vector<double>> indicesOf(const Column::Groups &groups, const std::vector<std::string> &labels,
                                      const std::string &column)
{
    std::vector<double> byCode;
    for (const std::string &label : groups.labels) {
        const auto index = findLabel(labels, label);
        if (!index)
            return badColumn("unknown_label", column, "The column `{}` has the label `{}`, which is none of {}.",
                             {column, label, quotedList(labels)});
        byCode.push_back(static_cast<double>(*index));
    }
    std::vector<double> result;
    result.reserve(groups.codes.size());
    for (const std::int32_t code : groups.codes)
        result.push_back(byCode[static_cast<std::size_t>(code)]);
    return result;
}

std::vector<std::string> columnsWithPrefix(const Table &table, const std::string &prefix)
{
    std::vector<std::string> names = table.columnNames();
    std::erase_if(names,
                  [&](const std::string &name) { return name.size() <= prefix.size() || !name.starts_with(prefix); });
    return names;
}

} // namespace assay::app
