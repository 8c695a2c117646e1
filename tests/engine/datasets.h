// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

/// The data sets beside the project as the references use them. The reader is kept apart from the program's own, so
/// that a fault in one is not hidden by the other.
namespace datasets {

inline std::string folder()
{
    return std::string(ASSAY_SOURCE_DIR) + "/../shared";
}

inline bool available()
{
    return std::filesystem::exists(folder() + "/data/adult_train.csv");
}

inline std::string data(const std::string &name)
{
    return folder() + "/data/" + name;
}

inline std::string text(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Csv
{
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    std::size_t column(const std::string &name) const
    {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
    }
    double number(std::size_t row, const std::string &name) const { return std::stod(rows[row][column(name)]); }
};

/// Commas and quotes as RFC 4180 has them.
inline Csv csv(const std::string &path)
{
    Csv out;
    std::vector<std::string> row{""};
    bool quoted = false;
    const std::string all = text(path);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const char c = all[i];
        if (c == '"' && quoted && i + 1 < all.size() && all[i + 1] == '"')
            row.back() += all[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            row.emplace_back();
        else if (c == '\n' && !quoted) {
            (out.header.empty() ? out.header : out.rows.emplace_back()) = row;
            row.assign(1, "");
        } else if (c != '\r')
            row.back() += c;
    }
    return out;
}

inline bool isMissing(const std::string &cell)
{
    return cell.empty() || cell == "?" || cell == "NA";
}

inline std::optional<double> number(const std::string &cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

/// Numbers where every cell is one (whole: Integer), categories else and for the columns of @p categories.
inline assay::engine::Table table(const Csv &csv, const std::vector<std::string> &categories = {})
{
    using namespace assay::engine;
    std::vector<Column> columns;
    for (std::size_t j = 0; j < csv.header.size(); ++j) {
        bool numeric = std::find(categories.begin(), categories.end(), csv.header[j]) == categories.end();
        bool whole = true;
        std::vector<double> values;
        std::vector<std::optional<std::string>> texts;
        for (const auto &row : csv.rows) {
            const bool missing = isMissing(row[j]);
            texts.push_back(missing ? std::nullopt : std::optional(row[j]));
            const auto value = missing ? std::nan("") : number(row[j]);
            numeric = numeric && value;
            values.push_back(value.value_or(0));
            whole = whole && (missing || values.back() == std::floor(values.back()));
        }
        if (numeric)
            columns.push_back(Column::numbers(csv.header[j], whole ? Kind::Integer : Kind::Real, std::move(values)));
        else
            columns.push_back(Column::texts(csv.header[j], Kind::Categorical, texts));
    }
    return Table(std::move(columns));
}

/// Both files of Adult, the test rows after the training rows.
inline Csv adult()
{
    Csv all = csv(data("adult_train.csv"));
    Csv test = csv(data("adult_test.csv"));
    std::move(test.rows.begin(), test.rows.end(), std::back_inserter(all.rows));
    return all;
}

/// The references' rule: a hash of the row number under 0.3 is tested.
inline bool isTestRow(std::uint64_t row)
{
    return static_cast<double>((row * 2654435761ULL) & 0xffffffffULL) / 4294967296.0 < 0.3;
}

struct Division
{
    assay::engine::Rows train, test;
};

inline Division division(const std::string &dataset, std::size_t rows)
{
    Division out;
    for (assay::engine::Row row = 0; row < rows; ++row) {
        const bool tested = dataset == "adult" ? row >= 32561 : isTestRow(row);
        (tested ? out.test : out.train).push_back(row);
    }
    return out;
}

} // namespace datasets
