// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/sampling.h"

#include "engine/core/random.h"
#include "engine/estimators/estimator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<Balance, const char *>, 5> names{{{Balance::None, "none"},
                                                                 {Balance::Weights, "weights"},
                                                                 {Balance::Oversample, "oversample"},
                                                                 {Balance::Undersample, "undersample"},
                                                                 {Balance::Smote, "smote"}}};

using Indices = std::vector<Eigen::Index>;

std::vector<Indices> rowsByClass(const TrainingData &data)
{
    std::vector<Indices> classes(static_cast<std::size_t>(std::max(2, data.classes)));
    for (Eigen::Index i = 0; i < data.y.size(); ++i)
        classes[static_cast<std::size_t>(data.y[i])].push_back(i);
    return classes;
}

void keepRows(TrainingData &data, const Indices &rows)
{
    data.X = Matrix(data.X(rows, Eigen::all));
    data.y = Vector(data.y(rows));
    if (data.weights.size() > 0)
        data.weights = Vector(data.weights(rows));
}

// "`no` 549 → 342, `yes` 342 → 342"
std::string countsText(const std::vector<Indices> &before, const TrainingData &data,
                       const std::vector<std::string> &labels)
{
    const std::vector<Indices> after = rowsByClass(data);
    std::string text;
    for (std::size_t k = 0; k < before.size() && k < 20; ++k) {
        text += text.empty() ? "" : ", ";
        text += '`' + (k < labels.size() ? labels[k] : std::to_string(k)) + "` " + std::to_string(before[k].size()) +
                " → " + std::to_string(after[k].size());
    }
    return text + (before.size() > 20 ? ", …" : "");
}

void weighClasses(TrainingData &data, const std::vector<Indices> &classes)
{
    const auto present =
        static_cast<double>(std::ranges::count_if(classes, [](const Indices &rows) { return !rows.empty(); }));
    const auto n = static_cast<double>(data.y.size());
    if (data.weights.size() == 0)
        data.weights = Vector::Ones(data.y.size());
    for (const Indices &rows : classes) {
        for (const Eigen::Index row : rows)
            data.weights[row] *= n / (present * static_cast<double>(rows.size()));
    }
}

void oversample(TrainingData &data, const std::vector<Indices> &classes, std::size_t most, const Context &context)
{
    Indices kept(static_cast<std::size_t>(data.y.size()));
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i] = static_cast<Eigen::Index>(i);
    for (std::size_t k = 0; k < classes.size(); ++k) {
        Random random(context.seed, 0x0e5a00 + k);
        for (std::size_t i = classes[k].size(); i < most && !classes[k].empty(); ++i)
            kept.push_back(classes[k][random.below(classes[k].size())]);
    }
    keepRows(data, kept);
}

void undersample(TrainingData &data, std::vector<Indices> classes, const Context &context)
{
    std::size_t fewest = static_cast<std::size_t>(data.y.size());
    for (const Indices &rows : classes)
        fewest = rows.empty() ? fewest : std::min(fewest, rows.size());
    Indices kept;
    for (std::size_t k = 0; k < classes.size(); ++k) {
        Random random(context.seed, 0x00de50 + k);
        random.shuffle(std::span(classes[k]));
        kept.insert(kept.end(), classes[k].begin(),
                    classes[k].begin() + static_cast<std::ptrdiff_t>(std::min(fewest, classes[k].size())));
    }
    std::ranges::sort(kept);
    keepRows(data, kept);
}

// Synthetic rows come after the others and carry the weight of the row they were made from.
Result<void> smote(TrainingData &data, const std::vector<Indices> &classes, std::size_t most,
                   const std::vector<Indices> &levels, const Context &context)
{
    Matrix X = data.X;
    Indices from;
    for (std::size_t k = 0; k < classes.size(); ++k) {
        if (classes[k].empty() || classes[k].size() == most)
            continue;
        Context ofClass = context;
        ofClass.seed = context.seed + 0x9e3779b97f4a7c15u * (k + 1);
        const auto made = syntheticRows(data.X, classes[k], static_cast<Eigen::Index>(most - classes[k].size()), levels,
                                        from, ofClass);
        if (!made)
            return Failure(made.error());
        X.conservativeResize(X.rows() + made->rows(), Eigen::NoChange);
        X.bottomRows(made->rows()) = *made;
    }
    Indices all(static_cast<std::size_t>(data.y.size()));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<Eigen::Index>(i);
    all.insert(all.end(), from.begin(), from.end());
    data.y = Vector(data.y(all));
    if (data.weights.size() > 0)
        data.weights = Vector(data.weights(all));
    data.X = std::move(X);
    return {};
}

} // namespace

const char *name(Balance balance)
{
    for (const auto &[known, text] : names) {
        if (known == balance)
            return text;
    }
    return "none";
}

std::optional<Balance> balanceFromName(std::string_view name)
{
    for (const auto &[known, text] : names) {
        if (name == text)
            return known;
    }
    return std::nullopt;
}

Result<void> checkBalance(Balance how, Task task)
{
    if (how == Balance::None || task != Task::Regression)
        return {};
    return failure(ErrorKind::BadInput, "bad_balance",
                   "Classes cannot be balanced by `{}`: the target is a number and has no classes.", {name(how)});
}

Result<void> balanceClasses(TrainingData &data, Balance how, const std::vector<std::string> &labels,
                            const std::vector<std::vector<Eigen::Index>> &levels, const Context &context)
{
    if (auto checked = checkBalance(how, data.task); !checked || how == Balance::None)
        return checked;
    const std::vector<Indices> classes = rowsByClass(data);
    const std::size_t most = std::ranges::max(classes, {}, &Indices::size).size();
    if (how == Balance::Weights) {
        weighClasses(data, classes);
        context.note("Each class counts alike: rows are weighed by the inverse of their class's size.");
        return {};
    }
    if (how == Balance::Oversample)
        oversample(data, classes, most, context);
    else if (how == Balance::Undersample)
        undersample(data, classes, context);
    else if (auto made = smote(data, classes, most, levels, context); !made)
        return made;
    context.note("Training rows by class, balanced by " + std::string(name(how)) + ": " +
                 countsText(classes, data, labels) + ".");
    return {};
}

} // namespace assay::engine
