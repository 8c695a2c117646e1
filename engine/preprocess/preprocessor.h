// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"
#include "engine/data/table.h"
#include "engine/preprocess/preprocessoptions.h"
#include "engine/preprocess/projection.h"

#include <memory>
#include <string>
#include <vector>

namespace assay::engine {

class Encoding;
using EncodingPtr = std::shared_ptr<const Encoding>;
struct Supervision;

/// One column of the matrix and where it came from.
struct FeatureColumn
{
    std::string name;        ///< "age", "sex=Male", "workclass=(missing)", "name#17", "pca1"
    std::size_t feature = 0; ///< index into `features()`

    bool operator==(const FeatureColumn &) const = default;
};

struct FittedPreprocessor;

/// Turns table rows into numbers the same way every time: fitted on training rows only, saved with the model. Numeric
/// columns and dates come first, in table order, then categories and texts (levels sorted as bytes, missing is its own
/// level "(missing)", none dropped). Unknown levels at prediction give all zeros, or the overall mean where encoded by
/// the target. Selection then keeps some of these columns; components stand in the place of all.
class Preprocessor
{
public:
    /// @p features are column names. Errors: `unknown_column`, `no_features` when all were dropped, `needs_target` when
    /// a step learns from the target; what was dropped and chosen is told to the observer.
    static Result<Preprocessor> fit(const Table &table, const Rows &rows, const std::vector<std::string> &features,
                                    const PreprocessOptions &options, const Context &context = {});
    /// With the matrix of the training rows, which is not what transform() gives of them where a category is encoded by
    /// the target: each row then gets what the others tell. The context's seed deals them.
    static Result<FittedPreprocessor> fitTransform(const Table &table, const Rows &rows,
                                                   const std::vector<std::string> &features,
                                                   const PreprocessOptions &options, const Supervision &learn,
                                                   const Context &context = {});
    static Result<Preprocessor> fromJson(const Json &json);
    Json toJson() const;

    /// [rows × columns()]. Errors: `missing_feature` when @p table lacks a column, `wrong_kind`.
    Result<Matrix> transform(const Table &table, const Rows &rows) const;

    const std::vector<FeatureColumn> &columns() const { return m_columns; }
    std::vector<std::string> columnNames() const;
    /// What attributions are told by: the source columns that are used, or the components that stand in their place.
    const std::vector<std::string> &features() const { return m_features; }
    /// The source columns that are used.
    std::vector<std::string> sources() const;
    /// Columns of the matrix that encode the levels of one category, at most one of which is 1.
    const std::vector<std::vector<Eigen::Index>> &levelColumns() const { return m_levelColumns; }
    /// One sentence for each column left out and each choice made.
    const std::vector<std::string> &notes() const { return m_notes; }
    const PreprocessOptions &options() const { return m_options; }

private:
    friend class PreprocessorFit;

    Result<Matrix> encode(const Table &table, const Rows &rows) const;
    void nameColumns();

    PreprocessOptions m_options;
    std::vector<EncodingPtr> m_numeric;    ///< numbers and dates
    std::vector<EncodingPtr> m_categories; ///< levels, encodings by target, texts
    std::vector<Eigen::Index> m_kept;      ///< of the encoded columns; empty: all
    Projection m_projection;
    std::vector<FeatureColumn> m_columns;
    std::vector<std::string> m_features;
    std::vector<std::vector<Eigen::Index>> m_levelColumns;
    std::vector<std::string> m_notes;
};

struct FittedPreprocessor
{
    Preprocessor preprocessor;
    Matrix X; ///< [rows × columns]
};

} // namespace assay::engine
