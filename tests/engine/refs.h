// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/metrics/predictions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// Reads the reference values that lie beside the project, when they do. Tests that need them skip without them:
//     if (!refs::available()) QSKIP("no reference values beside the project");
namespace refs {

inline std::string path(const std::string &file)
{
    return std::string(ASSAY_SOURCE_DIR) + "/../shared/refs/" + file;
}

inline bool available()
{
    return std::ifstream(path("adult.json")).good();
}

inline assay::Json json(const std::string &file)
{
    std::ifstream in(path(file));
    return assay::Json::parse(in);
}

/// A comma-separated file as texts.
struct Csv
{
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> columns;

    std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
    bool has(const std::string &name) const { return std::ranges::find(names, name) != names.end(); }
    const std::vector<std::string> &column(const std::string &name) const
    {
        const auto it = std::ranges::find(names, name);
        if (it == names.end())
            throw std::runtime_error("no column " + name);
        return columns[static_cast<std::size_t>(it - names.begin())];
    }
    /// NaN for empty cells.
    std::vector<double> numbers(const std::string &name) const
    {
        std::vector<double> values;
        for (const std::string &text : column(name))
            values.push_back(text.empty() ? std::nan("") : std::strtod(text.c_str(), nullptr));
        return values;
    }
};

inline std::vector<std::string> splitLine(const std::string &line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            cells.emplace_back();
        else if (line[i] != '\r')
            cells.back() += line[i];
    }
    return cells;
}

inline Csv csv(const std::string &file)
{
    Csv table;
    std::ifstream in(path(file));
    std::string line;
    std::getline(in, line);
    table.names = splitLine(line);
    table.columns.resize(table.names.size());
    while (std::getline(in, line)) {
        const std::vector<std::string> cells = splitLine(line);
        for (std::size_t i = 0; i < table.names.size(); ++i)
            table.columns[i].push_back(cells.at(i));
    }
    return table;
}

/// Empty cells are missing.
inline assay::engine::Column textColumn(const Csv &table, const std::string &name)
{
    std::vector<std::optional<std::string>> texts;
    for (const std::string &text : table.column(name))
        texts.push_back(text.empty() ? std::nullopt : std::optional(text));
    return assay::engine::Column::texts(name, assay::engine::Kind::Categorical, texts);
}

/// A prediction file of the references; the named columns come along as attributes.
inline assay::engine::Predictions predictions(const std::string &file, assay::engine::Task task,
                                              const std::vector<std::string> &attributes = {})
{
    using namespace assay::engine;
    const Csv table = csv(file);
    Predictions p;
    p.task = task;
    p.rowIds = table.column("row_id");
    const auto rows = static_cast<Eigen::Index>(table.rows());
    std::vector<std::string> scoreColumns{task == Task::Binary ? "y_score" : "y_pred"};
    if (task == Task::Multiclass) {
        scoreColumns.clear();
        for (const std::string &name : table.names) {
            if (name.starts_with("score_")) {
                scoreColumns.push_back(name);
                p.labels.push_back(name.substr(6));
            }
        }
        for (const std::string &text : table.column("y_true"))
            p.truth.push_back(static_cast<double>(std::ranges::find(p.labels, text) - p.labels.begin()));
        for (const std::string &text : table.column("y_pred"))
            p.predicted.push_back(static_cast<double>(std::ranges::find(p.labels, text) - p.labels.begin()));
    } else {
        p.truth = table.numbers("y_true");
        if (task == Task::Binary)
            p.labels = {"0", "1"};
    }
    p.scores.resize(rows, static_cast<Eigen::Index>(scoreColumns.size()));
    for (std::size_t k = 0; k < scoreColumns.size(); ++k) {
        const std::vector<double> values = table.numbers(scoreColumns[k]);
        for (Eigen::Index i = 0; i < rows; ++i)
            p.scores(i, static_cast<Eigen::Index>(k)) = values[static_cast<std::size_t>(i)];
    }
    for (const std::string &name : attributes)
        p.attributes.push_back(textColumn(table, name));
    return p;
}

/// |a − b| within @p tolerance of max(1, |b|), as the references are meant to be matched.
inline bool close(double a, double b, double tolerance)
{
    return a == b || std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace refs
