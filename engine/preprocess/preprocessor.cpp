// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessor.h"

#include "engine/preprocess/columnvalues.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

Result<const Column *> featureOf(const Table &table, const std::string &name)
{
    if (const Column *column = table.find(name))
        return column;
    return at(failure(ErrorKind::BadInput, "missing_feature", "The data lacks the column `{}`, which the model needs.",
                      {name}),
              {}, 0, name);
}

Result<void> checkNumeric(const Column &column, bool time)
{
    const bool fits = time ? column.storage() == Storage::Times : column.isNumeric();
    if (fits || column.missingCount() == column.rows())
        return {};
    return at(failure(ErrorKind::BadInput, "wrong_kind",
                      "The column `{}` holds {} values where the model was trained on {}.",
                      {column.name(), name(column.kind()), time ? "dates" : "numbers"}),
              {}, 0, column.name());
}

// The place of each of the column's labels among the fitted levels, -1 for one never seen.
std::vector<Eigen::Index> levelPlaces(const std::vector<std::string> &labels, const std::vector<std::string> &levels,
                                      const std::vector<std::string> &rare)
{
    const auto placeOf = [&](const std::string &level) -> Eigen::Index {
        const auto it = std::ranges::lower_bound(levels, level);
        return it != levels.end() && *it == level ? it - levels.begin() : -1;
    };
    std::vector<Eigen::Index> places;
    places.reserve(labels.size());
    for (const std::string &label : labels)
        places.push_back(std::ranges::binary_search(rare, label) ? placeOf(otherLevel) : placeOf(label));
    return places;
}

} // namespace

Result<Matrix> Preprocessor::transform(const Table &table, const Rows &rows) const
{
    Matrix X = Matrix::Zero(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(m_columns.size()));
    Eigen::Index next = 0;
    for (std::size_t i = 0; i < m_numeric.size(); ++i) {
        if (auto filled = fillNumeric(table, rows, i, X, next); !filled)
            return Failure(filled.error());
    }
    for (std::size_t i = 0; i < m_categories.size(); ++i) {
        if (auto filled = fillCategories(table, rows, i, X, next); !filled)
            return Failure(filled.error());
    }
    return X;
}

Result<void> Preprocessor::fillNumeric(const Table &table, const Rows &rows, std::size_t which, Matrix &X,
                                       Eigen::Index &next) const
{
    const Numeric &numeric = m_numeric[which];
    const auto column = featureOf(table, numeric.column);
    if (!column)
        return Failure(column.error());
    if (auto checked = checkNumeric(**column, numeric.time); !checked)
        return checked;
    const bool allMissing = (*column)->storage() == Storage::Codes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double value = allMissing ? std::nan("") : numericCell(**column, rows[i]);
        const auto row = static_cast<Eigen::Index>(i);
        X(row, next) = ((std::isnan(value) ? numeric.fill : value) - numeric.mean) / numeric.scale;
        if (numeric.indicator)
            X(row, next + 1) = std::isnan(value) ? 1 : 0;
    }
    next += numeric.indicator ? 2 : 1;
    return {};
}

Result<void> Preprocessor::fillCategories(const Table &table, const Rows &rows, std::size_t which, Matrix &X,
                                          Eigen::Index &next) const
{
    const Categories &categories = m_categories[which];
    const auto column = featureOf(table, categories.column);
    if (!column)
        return Failure(column.error());
    const Column::Groups groups = (*column)->groups();
    const std::vector<Eigen::Index> places = levelPlaces(groups.labels, categories.levels, categories.rare);
    const Eigen::Index missing = levelPlaces({missingLevel}, categories.levels, {}).front();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int32_t code = groups.codes[rows[i]];
        const Eigen::Index place = code == Column::missingCode ? missing : places[code];
        if (place >= 0)
            X(static_cast<Eigen::Index>(i), next + place) = 1;
    }
    next += static_cast<Eigen::Index>(categories.levels.size());
    return {};
}

std::vector<std::string> Preprocessor::columnNames() const
{
    std::vector<std::string> names;
    names.reserve(m_columns.size());
    for (const FeatureColumn &column : m_columns)
        names.push_back(column.name);
    return names;
}

} // namespace assay::engine
