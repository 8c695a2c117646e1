// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/column.h"

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace assay::engine {

inline constexpr const char *missingLevel = "(missing)";
inline constexpr const char *otherLevel = "(other)";
inline constexpr const char *outlierFlag = "(outlier)";

/// A cell of a numeric or time column as the models see it: times in seconds since 1970, missing as NaN; NaN too for a
/// column of texts, which stands in their place only when it has no value at all.
inline double numericCell(const Column &column, Row row)
{
    if (column.storage() == Storage::Codes || column.isMissing(row))
        return std::numeric_limits<double>::quiet_NaN();
    return column.isNumeric() ? column.numbers()[row] : static_cast<double>(column.times()[row]) / 1e6;
}

/// Whether @p column can stand where the model was trained on numbers, or on dates. Errors: `wrong_kind`.
Result<void> checkNumeric(const Column &column, bool time);

/// A column as levels, whatever its kind, without copying one that has them.
class LevelView
{
public:
    explicit LevelView(const Column &column);

    /// Column::missingCode where missing.
    std::int32_t code(Row row) const { return m_codes[row]; }
    /// By code.
    const std::vector<std::string> &labels() const { return *m_labels; }

private:
    std::shared_ptr<const Column::Groups> m_groups; ///< of a column without levels
    std::span<const std::int32_t> m_codes;
    const std::vector<std::string> *m_labels;
};

} // namespace assay::engine
