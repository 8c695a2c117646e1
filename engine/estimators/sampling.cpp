// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/sampling.h"

#include <array>
#include <utility>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<Balance, const char *>, 5> names{{{Balance::None, "none"},
                                                                 {Balance::Weights, "weights"},
                                                                 {Balance::Oversample, "oversample"},
                                                                 {Balance::Undersample, "undersample"},
                                                                 {Balance::Smote, "smote"}}};

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

} // namespace assay::engine
