// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include <charconv>
#include <optional>

namespace assay::engine {

namespace {

Failure badSplit(const std::string &text)
{
    return failure(ErrorKind::Usage, "bad_split",
                   "`{}` is not a split; use holdout:0.25, kfold:5, repeated:5x2, time:COLUMN:0.25 or "
                   "group:COLUMN:0.25, with shares between 0 "
                   "and 1 and at least 2 folds.",
                   {text});
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

bool takeFolds(std::string_view text, SplitSpec &spec)
{
    const auto times = text.find('x');
    if (times == std::string_view::npos)
        return false;
    return takeCount(text.substr(0, times), 2, spec.folds) && takeCount(text.substr(times + 1), 1, spec.repeats);
}

// The column's name may hold colons; the share is what follows the last one.
bool takeColumn(std::string_view text, SplitSpec &spec)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        spec.column = text;
        return !text.empty();
    }
    spec.column = text.substr(0, colon);
    return !spec.column.empty() && takeShare(text.substr(colon + 1), spec);
}

std::string shareText(double share)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, share).ptr};
}

} // namespace

Result<SplitSpec> parseSplit(const std::string &text)
{
    const auto colon = text.find(':');
    const std::string_view rule = std::string_view(text).substr(0, colon);
    const std::string_view rest =
        colon == std::string::npos ? std::string_view() : std::string_view(text).substr(colon + 1);
    const bool bare = colon == std::string::npos;
    SplitSpec spec;
    bool good = false;
    if (rule == "holdout") {
        good = bare || takeShare(rest, spec);
    } else if (rule == "kfold") {
        spec.rule = SplitRule::KFold;
        good = bare || takeCount(rest, 2, spec.folds);
    } else if (rule == "repeated") {
        spec.rule = SplitRule::Repeated;
        spec.repeats = 2;
        good = bare || takeFolds(rest, spec);
    } else if (rule == "time" || rule == "group") {
        spec.rule = rule == "time" ? SplitRule::Time : SplitRule::Group;
        good = takeColumn(rest, spec);
    }
    if (!good)
        return badSplit(text);
    return spec;
}

std::string toText(const SplitSpec &spec)
{
    switch (spec.rule) {
    case SplitRule::Holdout:
        return "holdout:" + shareText(spec.testShare);
    case SplitRule::KFold:
        return "kfold:" + std::to_string(spec.folds);
    case SplitRule::Repeated:
        return "repeated:" + std::to_string(spec.folds) + "x" + std::to_string(spec.repeats);
    case SplitRule::Time:
        return "time:" + spec.column + ":" + shareText(spec.testShare);
    case SplitRule::Group:
        break;
    }
    return "group:" + spec.column + ":" + shareText(spec.testShare);
}

} // namespace assay::engine
