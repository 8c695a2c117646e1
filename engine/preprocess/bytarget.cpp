// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/numberscale.h"

#include <algorithm>
#include <numeric>

namespace assay::engine {

namespace {

constexpr int innerFolds = 5;

/// What the rows of a level tell about the target, about a common origin so that nothing cancels.
struct LevelSums
{
    double weight = 0, sum = 0, squares = 0;
};

/// Means of the target by level, drawn towards the overall mean.
struct Means
{
    std::vector<double> levels; ///< [levels + 1], missing last
    double prior = 0;
};

// As scikit-learn's TargetEncoder: an m-estimate with @p smoothing rows of the prior, or with 0 empirical Bayes, where
// the share of a level's own mean is var·n / (var·n + ss/n) (Micci-Barreca 2001).
Means smoothed(const std::vector<LevelSums> &levels, double origin, double smoothing)
{
    LevelSums all;
    for (const LevelSums &level : levels) {
        all.weight += level.weight;
        all.sum += level.sum;
        all.squares += level.squares;
    }
    const double mean = all.weight > 0 ? all.sum / all.weight : 0;
    const double variance = all.weight > 0 ? std::max(0.0, all.squares / all.weight - mean * mean) : 0;
    Means means{.levels = {}, .prior = origin + mean};
    for (const LevelSums &level : levels) {
        double share = 0;
        const double own = level.weight > 0 ? level.sum / level.weight : 0;
        if (level.weight > 0 && smoothing > 0) {
            share = level.weight / (level.weight + smoothing);
        } else if (level.weight > 0) {
            const double within = std::max(0.0, level.squares - level.sum * own);
            const double between = variance * level.weight;
            share = between > 0 ? between / (between + within / level.weight) : 0;
        }
        means.levels.push_back(means.prior + share * (own - mean));
    }
    return means;
}

/// Training rows by level, and how their target is encoded from any part of them.
struct ByLevel
{
    std::vector<std::size_t> places; ///< [rows] place among the levels, their number for missing
    std::size_t levels = 0;
    Vector weights;
    double smoothing = 0;

    Means means(const Vector &y, const std::vector<int> &fold, int without) const
    {
        const double origin = y.size() > 0 ? y.mean() : 0;
        std::vector<LevelSums> sums(levels + 1);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (fold[i] == without)
                continue;
            const auto row = static_cast<Eigen::Index>(i);
            const double w = weights[row], d = y[row] - origin;
            LevelSums &level = sums[places[i]];
            level.weight += w;
            level.sum += w * d;
            level.squares += w * d * d;
        }
        return smoothed(sums, origin, smoothing);
    }
};

// Rows shuffled by the seed and dealt to folds in turn, class by class.
std::vector<int> foldsOf(const Supervision &learn)
{
    std::vector<std::size_t> order(static_cast<std::size_t>(learn.y.size()));
    std::iota(order.begin(), order.end(), std::size_t(0));
    Random random(learn.seed, 0x7a67);
    random.shuffle(std::span(order));
    if (!learn.labels.empty())
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return learn.y[static_cast<Eigen::Index>(i)]; });
    std::vector<int> fold(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        fold[order[i]] = static_cast<int>(i % innerFolds);
    return fold;
}

/// Levels as the mean of the target over their training rows; a level never seen gives the overall mean.
class ByTarget : public Encoding
{
public:
    struct Output
    {
        std::string name; ///< empty for the only one
        double prior = 0;
        double missing = 0;
        NumberScale scale = {};
    };

    ByTarget(const std::string &column, std::vector<std::string> levels, Matrix means, std::vector<Output> outputs)
        : Encoding(column)
        , m_levels(std::move(levels))
        , m_means(std::move(means))
        , m_outputs(std::move(outputs))
    {
    }

    std::vector<std::string> names() const override;
    Result<Filler> bind(const Column &column) const override;
    Json toJson() const override;
    double unit(std::size_t which) const override { return m_outputs[which].scale.unit(); }

private:
    std::vector<std::string> m_levels; ///< sorted
    Matrix m_means;                    ///< [levels × outputs] before scaling
    std::vector<Output> m_outputs;
};

std::vector<std::string> ByTarget::names() const
{
    std::vector<std::string> names;
    for (const Output &output : m_outputs)
        names.push_back(column() + (output.name.empty() ? "=(target)" : "=(target " + output.name + ")"));
    return names;
}

Result<Filler> ByTarget::bind(const Column &source) const
{
    const LevelView view(source);
    const auto width = static_cast<Eigen::Index>(m_outputs.size());
    // A row a level of this column, the last one for missing.
    Matrix cells(static_cast<Eigen::Index>(view.labels().size()) + 1, width);
    for (Eigen::Index output = 0; output < width; ++output) {
        const Output &how = m_outputs[static_cast<std::size_t>(output)];
        for (Eigen::Index code = 0; code + 1 < cells.rows(); ++code) {
            const auto at = std::ranges::lower_bound(m_levels, view.labels()[static_cast<std::size_t>(code)]);
            const bool known = at != m_levels.end() && *at == view.labels()[static_cast<std::size_t>(code)];
            cells(code, output) = how.scale(known ? m_means(at - m_levels.begin(), output) : how.prior);
        }
        cells(cells.rows() - 1, output) = how.scale(how.missing);
    }
    return Filler([view, cells = std::move(cells)](std::span<const Row> rows, double *cell, Eigen::Index stride) {
        for (const Row row : rows) {
            const std::int32_t code = view.code(row);
            const auto from = cells.row(code == Column::missingCode ? cells.rows() - 1 : code);
            std::copy(from.data(), from.data() + from.size(), cell);
            cell += stride;
        }
    });
}

Json ByTarget::toJson() const
{
    Json json{{"column", column()},
              {"kind", "target"},
              {"levels", m_levels},
              {"means", engine::toJson(m_means)},
              {"outputs", Json::array()}};
    for (const Output &output : m_outputs) {
        Json item{{"name", output.name}, {"prior", jsonNumber(output.prior)}, {"missing", jsonNumber(output.missing)}};
        output.scale.save(item);
        json["outputs"].push_back(std::move(item));
    }
    return json;
}

// Places of the rows among the levels that occur in them; @p levels receives those.
std::vector<std::size_t> placesOf(const Column &column, const Rows &rows, std::vector<std::string> &levels)
{
    std::vector<std::size_t> place(column.levels().size(), 0);
    for (const Row row : rows) {
        if (column.codes()[row] != Column::missingCode)
            place[column.codes()[row]] = 1;
    }
    for (std::size_t code = 0; code < place.size(); ++code) {
        if (place[code] == 0)
            continue;
        place[code] = levels.size();
        levels.push_back(column.levels()[code]);
    }
    std::vector<std::size_t> places;
    places.reserve(rows.size());
    for (const Row row : rows) {
        const std::int32_t code = column.codes()[row];
        places.push_back(code == Column::missingCode ? levels.size() : place[code]);
    }
    return places;
}

} // namespace

FittedByTarget fitByTarget(const Column &column, const Rows &rows, const PreprocessOptions &options,
                           const Supervision &learn)
{
    std::vector<std::string> levels;
    ByLevel rowsByLevel{.places = placesOf(column, rows, levels),
                        .levels = levels.size(),
                        .weights = learn.rowWeights(),
                        .smoothing = options.targetSmoothing};
    const std::vector<int> fold = foldsOf(learn);
    Matrix means(static_cast<Eigen::Index>(levels.size()), learn.outputs());
    Matrix outOfFold(static_cast<Eigen::Index>(rows.size()), learn.outputs());
    std::vector<ByTarget::Output> outputs;
    for (Eigen::Index k = 0; k < learn.outputs(); ++k) {
        const Vector y = learn.output(k);
        const Means all = rowsByLevel.means(y, fold, -1);
        for (Eigen::Index level = 0; level < means.rows(); ++level)
            means(level, k) = all.levels[static_cast<std::size_t>(level)];
        std::vector<double> values(rows.size());
        for (int held = 0; held < innerFolds; ++held) {
            const Means others = rowsByLevel.means(y, fold, held);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (fold[i] == held)
                    values[i] = others.levels[rowsByLevel.places[i]];
            }
        }
        ByTarget::Output output{.name = learn.outputs() > 1 ? learn.labels[static_cast<std::size_t>(k)] : std::string(),
                                .prior = all.prior,
                                .missing = all.levels.back(),
                                .scale = NumberScale::fit(values, options)};
        for (std::size_t i = 0; i < rows.size(); ++i)
            outOfFold(static_cast<Eigen::Index>(i), k) = output.scale(values[i]);
        outputs.push_back(std::move(output));
    }
    return {.encoding = std::make_shared<const ByTarget>(column.name(), std::move(levels), std::move(means),
                                                         std::move(outputs)),
            .outOfFold = std::move(outOfFold)};
}

EncodingPtr byTargetFromJson(const Json &json)
{
    std::vector<ByTarget::Output> outputs;
    for (const Json &item : json.at("outputs"))
        outputs.push_back({.name = item.at("name").get<std::string>(),
                           .prior = numberFromJson(item.at("prior")),
                           .missing = numberFromJson(item.at("missing")),
                           .scale = NumberScale::load(item)});
    auto levels = json.at("levels").get<std::vector<std::string>>();
    Matrix means = matrixFromJson(json.at("means"));
    if (means.rows() != std::ssize(levels) || (means.rows() > 0 && means.cols() != std::ssize(outputs)))
        throw Json::other_error::create(501, "means of another size than levels and outputs", &json);
    return std::make_shared<const ByTarget>(json.at("column").get<std::string>(), std::move(levels), std::move(means),
                                            std::move(outputs));
}

} // namespace assay::engine
