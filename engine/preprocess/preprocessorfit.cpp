// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnchoice.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/preprocessor.h"
#include "engine/preprocess/selection.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace assay::engine {

namespace {

std::string percent(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

Failure needsTarget()
{
    return failure(ErrorKind::BadInput, "needs_target",
                   "Encoding by target and selection by mutual_info, l1 or rfe need the target of the training rows.");
}

} // namespace

/// One fit: column by column, then what is learnt of the whole matrix.
class PreprocessorFit
{
public:
    /// @p learn may be nullptr when no option needs it.
    PreprocessorFit(const Table &table, const Rows &rows, const PreprocessOptions &options, const Supervision *learn,
                    const Context &context)
        : m_table(table)
        , m_rows(rows)
        , m_learn(learn)
        , m_context(context)
    {
        m_fitted.m_options = options;
    }

    Result<void> fitColumns(const std::vector<std::string> &features);
    /// The training matrix, and selection and components fitted on it.
    Result<Matrix> fitMatrix();
    Preprocessor take() { return std::move(m_fitted); }

private:
    void fitColumn(const Column &column);
    void note(std::string text);
    void noteEncodings();
    Result<void> select(Matrix &X);
    void forgetUnused(const std::vector<Eigen::Index> &kept);
    void reduce(Matrix &X);
    Vector units() const;

    const Table &m_table;
    const Rows &m_rows;
    const Supervision *m_learn;
    const Context &m_context;
    Preprocessor m_fitted;
    std::vector<std::pair<EncodingPtr, Matrix>> m_outOfFold;
    std::vector<std::string> m_byTarget, m_hashed;
    std::size_t m_dropped = 0;
};

void PreprocessorFit::note(std::string text)
{
    m_context.note(text);
    m_fitted.m_notes.push_back(std::move(text));
}

Result<void> PreprocessorFit::fitColumns(const std::vector<std::string> &features)
{
    std::vector<const Column *> columns;
    for (const std::string &name : m_table.columnNames()) {
        if (std::ranges::find(features, name) != features.end())
            columns.push_back(m_table.find(name));
    }
    for (const std::string &feature : features) {
        if (const auto found = m_table.require(feature); !found)
            return Failure(found.error());
    }
    for (const Column *column : columns) {
        if (m_context.cancelled())
            return cancelled();
        if (auto reason = reasonToDrop(*column, m_rows, m_fitted.m_options)) {
            note(std::move(*reason));
            ++m_dropped;
        } else {
            fitColumn(*column);
        }
    }
    noteEncodings();
    m_fitted.nameColumns();
    if (m_fitted.m_columns.empty())
        return failure(
            ErrorKind::BadInput, "no_features",
            "No column is left to learn from: {} of {} were left out as constant, empty or different in every row.",
            {std::to_string(m_dropped), std::to_string(features.size())});
    return {};
}

void PreprocessorFit::fitColumn(const Column &column)
{
    const PreprocessOptions &options = m_fitted.m_options;
    if (column.storage() == Storage::Times) {
        const bool parts = options.dates != Dates::Seconds;
        m_fitted.m_numeric.push_back(parts ? fitDates(column, m_rows, options) : fitNumbers(column, m_rows, options));
    } else if (column.storage() == Storage::Numbers) {
        m_fitted.m_numeric.push_back(fitNumbers(column, m_rows, options));
    } else if (options.text == TextUse::Hash && isFreeText(column, m_rows, options)) {
        m_fitted.m_categories.push_back(fitText(column, m_rows, options));
        m_hashed.push_back(column.name());
    } else if (options.encode == Encode::Target) {
        FittedByTarget fitted = fitByTarget(column, m_rows, options, *m_learn);
        m_outOfFold.emplace_back(fitted.encoding, std::move(fitted.outOfFold));
        m_fitted.m_categories.push_back(std::move(fitted.encoding));
        m_byTarget.push_back(column.name());
    } else {
        m_fitted.m_categories.push_back(fitLevels(column, m_rows, options));
    }
}

void PreprocessorFit::noteEncodings()
{
    if (!m_hashed.empty())
        note("Read as free text, hashed into up to " + std::to_string(m_fitted.m_options.textFeatures) +
             " columns each: " + quotedList(m_hashed, 40) + ".");
    if (!m_byTarget.empty())
        note("Encoded by the mean of the target, out of fold in training: " + quotedList(m_byTarget, 40) + ".");
    std::vector<std::string> flagged;
    const std::string suffix = "=(outlier)";
    for (const EncodingPtr &encoding : m_fitted.m_numeric) {
        const std::vector<std::string> names = encoding->names();
        if (std::ranges::any_of(names, [&](const std::string &name) { return name.ends_with(suffix); }))
            flagged.push_back(encoding->column());
    }
    if (!flagged.empty())
        note("With a column that marks outliers beyond Tukey's fences: " + quotedList(flagged, 40) + ".");
}

Result<Matrix> PreprocessorFit::fitMatrix()
{
    auto X = m_fitted.encode(m_table, m_rows);
    if (!X)
        return X;
    Eigen::Index first = 0;
    for (const auto *encodings : {&m_fitted.m_numeric, &m_fitted.m_categories}) {
        for (const EncodingPtr &encoding : *encodings) {
            for (const auto &[byTarget, outOfFold] : m_outOfFold) {
                if (byTarget == encoding)
                    X->middleCols(first, outOfFold.cols()) = outOfFold;
            }
            first += std::ssize(encoding->names());
        }
    }
    m_outOfFold.clear();
    if (m_fitted.m_options.select != Select::None) {
        if (auto selected = select(*X); !selected)
            return Failure(selected.error());
    }
    if (m_fitted.m_options.reduce == Reduce::Pca)
        reduce(*X);
    m_fitted.nameColumns();
    return X;
}

Vector PreprocessorFit::units() const
{
    std::vector<double> units;
    for (const auto *encodings : {&m_fitted.m_numeric, &m_fitted.m_categories}) {
        for (const EncodingPtr &encoding : *encodings) {
            for (std::size_t i = 0; i < encoding->names().size(); ++i)
                units.push_back(encoding->unit(i));
        }
    }
    return Eigen::Map<const Vector>(units.data(), std::ssize(units));
}

Result<void> PreprocessorFit::select(Matrix &X)
{
    const auto kept = selectColumns(X, units(), m_fitted.m_options, m_learn ? *m_learn : Supervision{}, m_context);
    if (!kept)
        return Failure(kept.error());
    std::vector<std::string> names;
    for (const Eigen::Index place : *kept)
        names.push_back(m_fitted.m_columns[static_cast<std::size_t>(place)].name);
    note("Kept " + std::to_string(kept->size()) + " of " + std::to_string(X.cols()) + " columns, chosen by " +
         choices::select[static_cast<std::size_t>(m_fitted.m_options.select)] + ": " + quotedList(names, 20) + ".");
    X = Matrix(X(Eigen::all, *kept));
    forgetUnused(*kept);
    return {};
}

// Source columns of which nothing is kept are not read again.
void PreprocessorFit::forgetUnused(const std::vector<Eigen::Index> &kept)
{
    Eigen::Index first = 0, dropped = 0;
    std::vector<Eigen::Index> places;
    for (auto *encodings : {&m_fitted.m_numeric, &m_fitted.m_categories}) {
        std::vector<EncodingPtr> used;
        for (const EncodingPtr &encoding : *encodings) {
            const Eigen::Index width = std::ssize(encoding->names());
            const auto begin = std::ranges::lower_bound(kept, first);
            const auto end = std::ranges::lower_bound(kept, first + width);
            for (auto it = begin; it != end; ++it)
                places.push_back(*it - dropped);
            if (begin != end)
                used.push_back(encoding);
            else
                dropped += width;
            first += width;
        }
        *encodings = std::move(used);
    }
    m_fitted.m_kept = std::ssize(places) == first - dropped ? std::vector<Eigen::Index>() : std::move(places);
}

void PreprocessorFit::reduce(Matrix &X)
{
    m_fitted.m_projection = Projection::fit(X, m_fitted.m_options.components);
    const Projection &found = m_fitted.m_projection;
    note(std::to_string(found.directions.rows()) + " principal components of " + std::to_string(X.cols()) +
         " columns hold " + percent(found.shares.sum()) + " of their variance.");
    X = found.apply(X);
}

Result<Preprocessor> Preprocessor::fit(const Table &table, const Rows &rows, const std::vector<std::string> &features,
                                       const PreprocessOptions &options, const Context &context)
{
    if (options.needsTarget())
        return needsTarget();
    PreprocessorFit fit(table, rows, options, nullptr, context);
    if (auto columns = fit.fitColumns(features); !columns)
        return Failure(columns.error());
    if (options.select != Select::None || options.reduce != Reduce::None) {
        if (auto matrix = fit.fitMatrix(); !matrix)
            return Failure(matrix.error());
    }
    return fit.take();
}

Result<FittedPreprocessor> Preprocessor::fitTransform(const Table &table, const Rows &rows,
                                                      const std::vector<std::string> &features,
                                                      const PreprocessOptions &options, const Supervision &learn,
                                                      const Context &context)
{
    if (options.needsTarget() && learn.y.size() != std::ssize(rows))
        return needsTarget();
    PreprocessorFit fit(table, rows, options, &learn, context);
    if (auto columns = fit.fitColumns(features); !columns)
        return Failure(columns.error());
    auto X = fit.fitMatrix();
    if (!X)
        return Failure(X.error());
    return FittedPreprocessor{.preprocessor = fit.take(), .X = std::move(*X)};
}

} // namespace assay::engine
