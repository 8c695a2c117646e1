// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"
#include "engine/data/table.h"

#include <string>
#include <vector>

namespace assay::engine {

enum class Impute { None, Median, Mean, MostFrequent };

struct PreprocessOptions
{
    Impute impute = Impute::Median; ///< None keeps NaN, for estimators that take it
    bool missingIndicator = false;  ///< a 0/1 column beside each numeric column that had missing values in training
    bool standardize = true;        ///< (x − mean) / sd, population sd, of numeric columns only
    std::size_t maxLevels = 100;    ///< rarer levels of a categorical column become "(other)"
    std::size_t minLevelCount = 1;  ///< levels with fewer training rows become "(other)"
    bool dropConstant = true;
    bool dropIdLike = true; ///< texts and integers distinct in (nearly) every row, free text

    bool operator==(const PreprocessOptions &) const = default;
};

/// One column of the matrix and where it came from.
struct FeatureColumn
{
    std::string name;        ///< "age", "sex=Male", "workclass=(missing)"
    std::size_t feature = 0; ///< index into `features()`

    bool operator==(const FeatureColumn &) const = default;
};

/// Turns table rows into numbers the same way every time: fitted on training rows only, saved with the model. Numeric
/// columns come first, in table order, then one column a category (levels sorted as bytes, missing is its own level
/// "(missing)", none dropped). Unknown levels at prediction give all zeros. Dates become seconds since 1970.
class Preprocessor
{
public:
    /// @p features are column names. Errors: `unknown_column`, `no_features` when all were dropped; drops are told to
    /// the observer.
    static Result<Preprocessor> fit(const Table &table, const Rows &rows, const std::vector<std::string> &features,
                                    const PreprocessOptions &options, const Context &context = {});
    static Result<Preprocessor> fromJson(const Json &json);
    Json toJson() const;

    /// [rows × columns()]. Errors: `missing_feature` when @p table lacks a column, `wrong_kind`.
    Result<Matrix> transform(const Table &table, const Rows &rows) const;

    const std::vector<FeatureColumn> &columns() const { return m_columns; }
    std::vector<std::string> columnNames() const;
    /// The source columns that are used.
    const std::vector<std::string> &features() const { return m_features; }
    /// One sentence for each column left out.
    const std::vector<std::string> &notes() const { return m_notes; }

private:
    struct Numeric
    {
        std::string column;
        bool time = false;
        double fill = 0; ///< NaN: missing cells stay missing
        double mean = 0, scale = 1;
        bool indicator = false;
    };
    struct Categories
    {
        std::string column;
        std::vector<std::string> levels; ///< with "(missing)" and "(other)" where they occur
        std::vector<std::string> rare;   ///< sorted; the levels that "(other)" stands for
    };

    void fitNumeric(const Column &column, const Rows &rows);
    void fitCategories(const Column &column, const Rows &rows);
    void nameColumns();
    Result<void> fillNumeric(const Table &table, const Rows &rows, std::size_t which, Matrix &X,
                             Eigen::Index &next) const;
    Result<void> fillCategories(const Table &table, const Rows &rows, std::size_t which, Matrix &X,
                                Eigen::Index &next) const;

    PreprocessOptions m_options;
    std::vector<Numeric> m_numeric;
    std::vector<Categories> m_categories;
    std::vector<FeatureColumn> m_columns;
    std::vector<std::string> m_features;
    std::vector<std::string> m_notes;
};

} // namespace assay::engine
