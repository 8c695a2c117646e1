// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::app {

/// Rows of cells under a header, aligned for a fixed-width terminal; columns whose cells are all numbers go right.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header);

    /// As many cells as the header has; longer cells than 40 characters are shortened.
    void add(std::vector<std::string> row);
    bool isEmpty() const { return m_rows.empty(); }
    /// Lines that end in a newline, each indented by @p indent spaces.
    std::string text(int indent = 0) const;

private:
    bool isNumeric(std::size_t column) const;

    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

// Numbers as people read them in the terminal.
std::string countText(std::uint64_t count);                   ///< "32,561"
std::string countText(std::uint64_t count, const char *noun); ///< "1 row", "32,561 rows"
std::string numberText(double value);                         ///< five significant digits
std::string numberText(const std::optional<double> &value);   ///< empty when undefined
std::string fixedText(double value, int decimals = 4);        ///< "0.9234"
std::string metricText(const std::optional<double> &value);   ///< "0.9234" or "undefined"
std::string intervalText(const engine::Interval *interval);   ///< "[0.9180, 0.9290]" or empty
std::string pValueText(double value);                         ///< "0.0123", "< 0.0001"
std::string secondsText(double seconds);                      ///< "0.42 s", "3 min 20 s"
std::string bytesText(std::uint64_t bytes);                   ///< "1.3 MB"

/// Characters, not bytes, of UTF-8 @p text.
std::size_t textWidth(std::string_view text);

/// "A heading" as a line of its own after an empty one.
std::string headingText(std::string_view heading);
/// One indented line an item under a heading; empty when there are no items.
std::string listText(std::string_view heading, const std::vector<std::string> &items);

} // namespace assay::app
