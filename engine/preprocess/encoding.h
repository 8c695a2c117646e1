// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/matrix.h"
#include "engine/data/table.h"
#include "engine/preprocess/preprocessoptions.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace assay::engine {

/// Writes the cells of some rows: row i's first column at first[i · stride]. Cells that stay 0 may be left alone.
using Filler = std::function<void(std::span<const Row> rows, double *first, Eigen::Index stride)>;

/// How one column of a table becomes columns of a matrix. Fitted once, then immutable, so that it may be shared.
class Encoding
{
public:
    explicit Encoding(std::string column)
        : m_column(std::move(column))
    {
    }
    virtual ~Encoding() = default;

    /// Of the table.
    const std::string &column() const { return m_column; }
    /// Of the matrix.
    virtual std::vector<std::string> names() const = 0;
    /// Good as long as this and @p column are. Errors: `wrong_kind`.
    virtual Result<Filler> bind(const Column &column) const = 0;
    virtual Json toJson() const = 0;
    /// What a difference of 1 in the column @p which was before scaling.
    virtual double unit(std::size_t /*which*/) const { return 1; }
    /// Columns of 0 and 1 of which one row has one 1 at most.
    virtual bool oneHot() const { return false; }

private:
    std::string m_column;
};
using EncodingPtr = std::shared_ptr<const Encoding>;

/// What steps that learn from the target are given.
struct Supervision
{
    Vector y = {};                        ///< [rows] class index or value
    Vector weights = {};                  ///< [rows] or empty
    std::vector<std::string> labels = {}; ///< of the classes; empty: the target is a number
    std::uint64_t seed = 42;

    /// Two classes are one output, of the second; more are one each.
    Eigen::Index outputs() const
    {
        return labels.size() > 2 ? static_cast<Eigen::Index>(labels.size()) : Eigen::Index(1);
    }
    /// [rows] 1 for the output's class, else 0; the values of a target that is a number.
    Vector output(Eigen::Index which) const;
    /// [rows] 1 each where there are none.
    Vector rowWeights() const;
};

EncodingPtr fitNumbers(const Column &column, const Rows &rows, const PreprocessOptions &options);
EncodingPtr numbersFromJson(const Json &json);
/// As numbers where no part varies over @p rows.
EncodingPtr fitDates(const Column &column, const Rows &rows, const PreprocessOptions &options);
EncodingPtr datesFromJson(const Json &json);
EncodingPtr fitLevels(const Column &column, const Rows &rows, const PreprocessOptions &options);
EncodingPtr levelsFromJson(const Json &json);
EncodingPtr fitText(const Column &column, const Rows &rows, const PreprocessOptions &options);
EncodingPtr textFromJson(const Json &json);

/// An encoding by the target and what training rows get in its stead.
struct FittedByTarget
{
    EncodingPtr encoding;
    Matrix outOfFold; ///< [rows × names]
};
FittedByTarget fitByTarget(const Column &column, const Rows &rows, const PreprocessOptions &options,
                           const Supervision &learn);
EncodingPtr byTargetFromJson(const Json &json);

} // namespace assay::engine
