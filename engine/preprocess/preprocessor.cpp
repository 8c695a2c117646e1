// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessor.h"

#include "engine/preprocess/encoding.h"

#include <algorithm>
#include <iterator>

namespace assay::engine {

namespace {

// Rows are filled in blocks that stay in the cache while one encoding after the other writes into them.
constexpr std::size_t blockRows = 512;

Result<const Column *> featureOf(const Table &table, const std::string &name)
{
    if (const Column *column = table.find(name))
        return column;
    return at(failure(ErrorKind::BadInput, "missing_feature", "The data lacks the column `{}`, which the model needs.",
                      {name}),
              {}, 0, name);
}

struct Bound
{
    Filler fill;
    Eigen::Index first = 0;
};

} // namespace

Result<Matrix> Preprocessor::encode(const Table &table, const Rows &rows) const
{
    std::vector<Bound> bound;
    Eigen::Index width = 0;
    for (const auto *encodings : {&m_numeric, &m_categories}) {
        for (const EncodingPtr &encoding : *encodings) {
            const auto column = featureOf(table, encoding->column());
            if (!column)
                return Failure(column.error());
            auto fill = encoding->bind(**column);
            if (!fill)
                return Failure(fill.error());
            bound.push_back({.fill = std::move(*fill), .first = width});
            width += std::ssize(encoding->names());
        }
    }
    Matrix X = Matrix::Zero(static_cast<Eigen::Index>(rows.size()), width);
    for (std::size_t begin = 0; begin < rows.size() && width > 0; begin += blockRows) {
        const auto block = std::span<const Row>(rows).subspan(begin, std::min(blockRows, rows.size() - begin));
        double *first = X.row(static_cast<Eigen::Index>(begin)).data();
        for (const Bound &one : bound)
            one.fill(block, first + one.first, width);
    }
    return X;
}

Result<Matrix> Preprocessor::transform(const Table &table, const Rows &rows) const
{
    auto X = encode(table, rows);
    if (!X)
        return X;
    if (!m_kept.empty())
        *X = Matrix((*X)(Eigen::all, m_kept));
    return m_projection.isEmpty() ? std::move(X) : m_projection.apply(*X);
}

void Preprocessor::nameColumns()
{
    std::vector<FeatureColumn> encoded;
    m_features = sources();
    m_levelColumns.clear();
    std::vector<std::size_t> groupOf; // 0: none
    std::size_t feature = 0, groups = 0;
    for (const auto *encodings : {&m_numeric, &m_categories}) {
        for (const EncodingPtr &encoding : *encodings) {
            groups += encoding->oneHot() ? 1 : 0;
            for (std::string &name : encoding->names()) {
                encoded.push_back({.name = std::move(name), .feature = feature});
                groupOf.push_back(encoding->oneHot() ? groups : 0);
            }
            ++feature;
        }
    }
    m_columns.clear();
    m_levelColumns.resize(groups);
    const auto keep = [&](std::size_t place) {
        if (groupOf[place] > 0)
            m_levelColumns[groupOf[place] - 1].push_back(std::ssize(m_columns));
        m_columns.push_back(std::move(encoded[place]));
    };
    for (std::size_t i = 0; m_kept.empty() && i < encoded.size(); ++i)
        keep(i);
    for (const Eigen::Index place : m_kept)
        keep(static_cast<std::size_t>(place));
    if (m_projection.isEmpty())
        return;
    m_columns.clear();
    m_features.clear();
    m_levelColumns.clear();
    for (Eigen::Index i = 0; i < m_projection.directions.rows(); ++i) {
        m_features.push_back("pca" + std::to_string(i + 1));
        m_columns.push_back({.name = m_features.back(), .feature = static_cast<std::size_t>(i)});
    }
}

std::vector<std::string> Preprocessor::sources() const
{
    std::vector<std::string> names;
    for (const auto *encodings : {&m_numeric, &m_categories}) {
        for (const EncodingPtr &encoding : *encodings)
            names.push_back(encoding->column());
    }
    return names;
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
