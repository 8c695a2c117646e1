// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<SplitRule, const char *>, 8> words{{
    {SplitRule::Holdout, "holdout"},
    {SplitRule::KFold, "kfold"},
    {SplitRule::Repeated, "repeated"},
    {SplitRule::Time, "time"},
    {SplitRule::Group, "group"},
    {SplitRule::TimeKFold, "time-kfold"},
    {SplitRule::GroupKFold, "group-kfold"},
    {SplitRule::Nested, "nested"},
}};

Failure badSplit(const std::string &text)
{
    return failure(ErrorKind::Usage, "bad_split",
                   "`{}` is not a split; use {}, with shares between 0 and 1 and at least 2 folds.",
                   {text, splitForms()});
}

template<class Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool takeShare(std::string_view text, SplitSpec &spec)
{
    const auto share = numberIn<double>(text);
    spec.testShare = share.value_or(0);
    return share && *share > 0 && *share < 1;
}

bool takeCount(std::string_view text, int least, int &count)
{
    const auto number = numberIn<int>(text);
    count = number.value_or(0);
    return number && *number >= least && *number <= 1000;
}

bool takeCounts(std::string_view text, int least, int &first, int &second)
{
    const auto times = text.find('x');
    if (times == std::string_view::npos)
        return false;
    return takeCount(text.substr(0, times), 2, first) && takeCount(text.substr(times + 1), least, second);
}

// The column's name may hold colons; the share or the number of folds is what follows the last one.
bool takeColumn(std::string_view text, SplitSpec &spec)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        spec.column = text;
        return !text.empty();
    }
    spec.column = text.substr(0, colon);
    const std::string_view rest = text.substr(colon + 1);
    const bool folds = spec.rule == SplitRule::GroupKFold || spec.rule == SplitRule::TimeKFold;
    return !spec.column.empty() && (folds ? takeCount(rest, 2, spec.folds) : takeShare(rest, spec));
}

std::string shareText(double share)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, share).ptr};
}

} // namespace

std::string splitForms()
{
    return "holdout:0.25, kfold:5, repeated:5x2, time:COLUMN:0.25, group:COLUMN:0.25, time-kfold:COLUMN:5, "
           "group-kfold:COLUMN:5 or nested:5x3";
}

Result<SplitSpec> parseSplit(const std::string &text)
{
    const auto colon = text.find(':');
    const bool bare = colon == std::string::npos;
    const std::string word = text.substr(0, colon);
    const std::string_view rest = bare ? std::string_view() : std::string_view(text).substr(colon + 1);
    const auto rule = std::ranges::find(words, std::string_view(word), &std::pair<SplitRule, const char *>::second);
    if (rule == words.end())
        return badSplit(text);
    SplitSpec spec{.rule = rule->first, .column = {}};
    bool good = bare;
    switch (spec.rule) {
    case SplitRule::Holdout:
        good = good || takeShare(rest, spec);
        break;
    case SplitRule::KFold:
        good = good || takeCount(rest, 2, spec.folds);
        break;
    case SplitRule::Repeated:
        spec.repeats = 2;
        good = good || takeCounts(rest, 1, spec.folds, spec.repeats);
        break;
    case SplitRule::Nested:
        good = good || takeCounts(rest, 2, spec.folds, spec.innerFolds);
        break;
    case SplitRule::Time:
    case SplitRule::Group:
    case SplitRule::TimeKFold:
    case SplitRule::GroupKFold:
        good = takeColumn(rest, spec);
        break;
    }
    if (!good)
        return badSplit(text);
    return spec;
}

std::string toText(const SplitSpec &spec)
{
    const std::string word = std::ranges::find(words, spec.rule, &std::pair<SplitRule, const char *>::first)->second;
    switch (spec.rule) {
    case SplitRule::Holdout:
        return word + ':' + shareText(spec.testShare);
    case SplitRule::KFold:
        return word + ':' + std::to_string(spec.folds);
    case SplitRule::Repeated:
        return word + ':' + std::to_string(spec.folds) + 'x' + std::to_string(spec.repeats);
    case SplitRule::Nested:
        return word + ':' + std::to_string(spec.folds) + 'x' + std::to_string(spec.innerFolds);
    case SplitRule::Time:
    case SplitRule::Group:
        return word + ':' + spec.column + ':' + shareText(spec.testShare);
    case SplitRule::TimeKFold:
    case SplitRule::GroupKFold:
        break;
    }
    return word + ':' + spec.column + ':' + std::to_string(spec.folds);
}

} // namespace assay::engine
